import ts from 'typescript';

// `expr; // => value`, `expr; // ~> 1.96`, `expr; // throws /message/`
const CHECK = /^\/\/ (=>|~>|throws\b)\s*(.*?)\s*$/;
const FIRST_CHECK = /\/\/ (=>|~>|throws\b)/;

/** The value behind `// ~>` with each number replaced by a comparison to the digits shown. */
function toDigitsShown(want: string): string {
  const source = ts.createSourceFile('want.ts', `(${want})`, ts.ScriptTarget.ES2022, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const negative = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
    const literal = negative ? node.operand : node;
    if (ts.isNumericLiteral(literal)) {
      const written = literal.getText(source).replaceAll('_', '');
      const [, decimals = '', exponent = '0'] = /^\d*(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
      const digits = decimals.length - Number(exponent);
      const text = `__expect.closeTo(${node.getText(source)}, ${String(digits)})`;
      edits.push({ start: node.getStart(source), end: node.end, text });
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  if (edits.length === 0) throw new Error(`"// ~> ${want}" names no number`);
  return apply(source.text, edits);
}

/** The argument for `toThrow` or `toMatchObject` behind `// throws`. */
function thrown(want: string): string {
  if (want === '') return 'toThrow()';
  if (/^CX_[A-Z_]+$/.test(want)) return `toMatchObject({ code: '${want}' })`;
  if (/^(?:\/.*\/[a-z]*|'.*'|".*")$/.test(want)) return `toThrow(${want})`;
  throw new Error(`"// throws ${want}" must be followed by /a pattern/, 'a text' or a code CX_…`);
}

function apply(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** The value a statement is checked by: its expression, what it logs, or the one variable it declares. */
function checkedValue(statement: ts.Statement, source: ts.SourceFile): { value: string; keep: boolean } | undefined {
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    if (ts.isCallExpression(expression) && expression.expression.getText(source) === 'console.log') {
      const [only, ...others] = expression.arguments;
      return only === undefined || others.length > 0 ? undefined : { value: only.getText(source), keep: false };
    }
    return { value: expression.getText(source), keep: false };
  }
  if (ts.isVariableStatement(statement)) {
    const [only, ...others] = statement.declarationList.declarations;
    if (only === undefined || others.length > 0 || !ts.isIdentifier(only.name)) return undefined;
    return { value: only.name.text, keep: true };
  }
  return undefined;
}

/**
 * Turns the comments `// =>`, `// ~>` and `// throws` behind statements into checks, without moving any line.
 * A check that belongs to no statement is an error, so that none is silently dropped.
 */
export function withAssertions(code: string): string {
  const source = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const attached = new Set<number>();

  const check = (statement: ts.Statement): void => {
    for (const comment of ts.getTrailingCommentRanges(code, statement.end) ?? []) {
      const [, kind, want = ''] = CHECK.exec(code.slice(comment.pos, comment.end)) ?? [];
      if (kind === undefined || attached.has(comment.pos)) continue;
      attached.add(comment.pos);
      const start = statement.getStart(source);
      const text = code.slice(start, statement.end);
      if (kind === 'throws') {
        const call = `await __expect((async () => { ${text} })()).rejects.${thrown(want)};`;
        edits.push({ start, end: statement.end, text: call });
        continue;
      }
      const checked = checkedValue(statement, source);
      if (checked === undefined) {
        throw new Error(
          `"// ${kind} ${want}" must follow an expression, a console.log of one value or one variable: ${text}`,
        );
      }
      if (want === '') throw new Error(`"// ${kind}" needs a value: ${text}`);
      const matcher = `toEqual(${kind === '=>' ? want : toDigitsShown(want)})`;
      const prefix = checked.keep ? `${text.endsWith(';') ? text : `${text};`} ` : '';
      edits.push({ start, end: statement.end, text: `${prefix}__expect(${checked.value}).${matcher};` });
    }
  };
  const visit = (node: ts.Node): void => {
    // Inner statements first: an edit of an outer one would swallow theirs.
    ts.forEachChild(node, visit);
    if (ts.isStatement(node) && !ts.isBlock(node)) check(node);
  };
  visit(source);

  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, code);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token !== ts.SyntaxKind.SingleLineCommentTrivia || !FIRST_CHECK.test(scanner.getTokenText())) continue;
    if (!attached.has(scanner.getTokenStart())) throw new Error(`no statement ends before "${scanner.getTokenText()}"`);
  }
  return apply(code, edits);
}
