import path from 'node:path';
import ts from 'typescript';
import { entries, type Entry } from './entries.js';

/** A parameter of a function, or a property of a record. */
export interface ApiPart {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** What its documentation says. */
  readonly description: string;
}

/** One public name, as an editor or an assistant needs it. */
export interface ApiName {
  readonly name: string;
  readonly kind: 'function' | 'constant' | 'interface' | 'type';
  /** What to import it from: the front door where it is there, its room otherwise. */
  readonly import: string;
  /** Every entry point that exports it. */
  readonly entries: readonly string[];
  /** One for each overload. */
  readonly signatures: readonly string[];
  /** First sentence of its documentation. */
  readonly summary: string;
  /** Of a function. */
  readonly parameters?: readonly ApiPart[];
  /** Of a function: what it gives. */
  readonly returns?: string;
  /** Of a function: the codes of errors that its documentation names, its own and those of functions it refers to. */
  readonly errors?: readonly string[];
  /** Of a record: its own properties, beside those of what its signature extends. */
  readonly properties?: readonly ApiPart[];
  /** Release that brought it. */
  readonly since: string;
  /** What to use instead, of what is on its way out. */
  readonly deprecated?: string;
}

/** One entry point. */
export interface ApiEntry {
  readonly import: string;
  readonly summary: string;
  /** How many names it exports. */
  readonly names: number;
}

/** All that the package exports. */
export interface Api {
  readonly entries: readonly ApiEntry[];
  readonly names: readonly ApiName[];
}

/** What carries no `@since` has been there since this release. */
const FIRST_RELEASE = '0.1.0';

const printer = ts.createPrinter({ removeComments: true });

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function print(node: ts.Node): string {
  return flat(printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())).replace(/;$/, '');
}

function printType(node: ts.Node, type: ts.TypeNode | undefined, checker: ts.TypeChecker): string {
  if (type !== undefined) return print(type);
  const found = checker.getTypeAtLocation(node);
  return flat(checker.typeToString(checker.getBaseTypeOfLiteralType(found), node, ts.TypeFormatFlags.NoTruncation));
}

/** Words of a comment, with links as the words they show. */
export function plainWords(text: string): string {
  return flat(
    text.replaceAll(/\{@link(?:code|plain)? ([^}|]*)(?:\|([^}]*))?\}/g, (_, target: string, shown?: string) => {
      return (shown ?? target.slice(target.indexOf('!') + 1)).trim();
    }),
  );
}

/** The first sentence of a text; a dot within a word or a number ends none. */
export function firstSentence(text: string): string {
  const paragraph = plainWords(text.split(/\n\s*\n/)[0] ?? '');
  return /^.*?[.!?](?=\s+(?:[^a-z\s]|$)|$)/.exec(paragraph)?.[0] ?? paragraph;
}

interface Doc {
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

function docOf(node: ts.Node): Doc {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return {
    text: comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n\n'),
    tags: comments
      .flatMap(({ tags }) => [...(tags ?? [])])
      .map((tag) => {
        const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
        // What `@throws` begins with may be read as a type: the whole text is wanted.
        const whole = tag.tagName.text === 'throws' ? tag.getText().replaceAll(/\n\s*\*/g, '\n') : text;
        return { name: tag.tagName.text, text: whole };
      }),
  };
}

function symbolDoc(symbol: ts.Symbol): Doc {
  const all = (symbol.declarations ?? []).map((declaration) =>
    docOf(ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration),
  );
  return { text: all.map(({ text }) => text).join('\n\n'), tags: all.flatMap(({ tags }) => tags) };
}

const tagOf = ({ tags }: Doc, name: string): string | undefined => tags.find((tag) => tag.name === name)?.text;

const codesIn = (text: string): string[] => text.match(/\bCX_[A-Z_]+\b/g) ?? [];

function parameterName({ name }: ts.ParameterDeclaration): string {
  if (ts.isIdentifier(name)) return name.text;
  const [only] = ts.isArrayBindingPattern(name) && name.elements.length === 1 ? name.elements : [];
  const inner = only !== undefined && ts.isBindingElement(only) ? only.name : undefined;
  return inner !== undefined && ts.isIdentifier(inner) ? inner.text : 'options';
}

const isOptional = (node: ts.ParameterDeclaration): boolean =>
  node.questionToken !== undefined || node.initializer !== undefined || node.dotDotDotToken !== undefined;

function functionSignature(own: string, node: ts.FunctionDeclaration, checker: ts.TypeChecker): string {
  const types = node.typeParameters === undefined ? '' : `<${node.typeParameters.map(print).join(', ')}>`;
  const parameters = node.parameters.map((parameter) => {
    const name = parameterName(parameter);
    const rest = parameter.dotDotDotToken !== undefined;
    const shown = rest ? `...${name}` : isOptional(parameter) ? `${name}?` : name;
    return `${shown}: ${printType(parameter, parameter.type, checker)}`;
  });
  const result = node.type === undefined ? 'unknown' : print(node.type);
  return `function ${own}${types}(${parameters.join(', ')}): ${result}`;
}

function propertiesOf(members: ts.NodeArray<ts.TypeElement>, checker: ts.TypeChecker): ApiPart[] {
  return members.flatMap((member) => {
    if (!ts.isPropertySignature(member) && !ts.isMethodSignature(member)) return [];
    const type = ts.isPropertySignature(member)
      ? printType(member, member.type, checker)
      : printType(member, undefined, checker);
    const doc = docOf(member);
    if (tagOf(doc, 'internal') !== undefined) return [];
    const optional = member.questionToken !== undefined;
    return [{ name: print(member.name), type, optional, description: plainWords(doc.text) }];
  });
}

type Described = Pick<ApiName, 'kind' | 'signatures' | 'parameters' | 'returns' | 'properties'>;

function describe(name: string, declarations: readonly ts.Declaration[], checker: ts.TypeChecker): Described {
  const [first] = declarations;
  const functions = declarations.filter(ts.isFunctionDeclaration);
  const [main] = functions;
  if (main !== undefined) {
    const open = functions.length === 1 ? functions : functions.filter(({ body }) => body === undefined);
    const doc = docOf(main);
    const parameters = main.parameters.map((parameter) => ({
      name: parameterName(parameter),
      type: printType(parameter, parameter.type, checker),
      optional: isOptional(parameter),
      description: plainWords(
        ts
          .getJSDocParameterTags(parameter)
          .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '')
          .join(' ')
          .replace(/^- /, ''),
      ),
    }));
    const returns = plainWords(tagOf(doc, 'returns') ?? '');
    return {
      kind: 'function',
      signatures: open.map((node) => functionSignature(name, node, checker)),
      parameters,
      ...(returns === '' ? {} : { returns }),
    };
  }
  if (first !== undefined && ts.isInterfaceDeclaration(first)) {
    const types = first.typeParameters === undefined ? '' : `<${first.typeParameters.map(print).join(', ')}>`;
    const heritage = (first.heritageClauses ?? []).map((clause) => ` ${print(clause)}`).join('');
    const properties = propertiesOf(first.members, checker);
    return { kind: 'interface', signatures: [`interface ${name}${types}${heritage}`], properties };
  }
  if (first !== undefined && ts.isTypeAliasDeclaration(first)) {
    const types = first.typeParameters === undefined ? '' : `<${first.typeParameters.map(print).join(', ')}>`;
    const properties = ts.isTypeLiteralNode(first.type) ? propertiesOf(first.type.members, checker) : undefined;
    return {
      kind: 'type',
      signatures: [`type ${name}${types} = ${print(first.type)}`],
      ...(properties === undefined ? {} : { properties }),
    };
  }
  if (first !== undefined && ts.isVariableDeclaration(first)) {
    return { kind: 'constant', signatures: [`const ${name}: ${printType(first, first.type, checker)}`] };
  }
  throw new Error(`${name} is declared in a way that the index does not know`);
}

/** The codes that a function's documentation names; "What {@link other} throws" counts with what it says of the other. */
function errorsOf(name: string, docs: ReadonlyMap<string, Doc>, seen: ReadonlySet<string> = new Set()): string[] {
  const doc = docs.get(name);
  if (doc === undefined || seen.has(name)) return [];
  return doc.tags
    .filter((tag) => tag.name === 'throws')
    .flatMap(({ text }) => {
      const others = [...text.matchAll(/\{@link (?:[^}|]*!)?([\w$]+)/g)].map((found) => found[1] ?? '');
      return [...codesIn(text), ...others.flatMap((other) => errorsOf(other, docs, new Set([...seen, name])))];
    });
}

/** Reads every public name of the package from its source. */
export function readApi(root: string, doors: readonly Entry[] = entries): Api {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const files = doors.map(({ source }) => path.join(root, source));
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const found: { name: string; symbol: ts.Symbol; entries: string[] }[] = [];
  const described: ApiEntry[] = doors.map(({ specifier, source }) => {
    const file = program.getSourceFile(path.join(root, source));
    const module = file && checker.getSymbolAtLocation(file);
    const [statement] = file?.statements ?? [];
    if (module === undefined || statement === undefined) throw new Error(`${source} exports nothing`);
    const symbols = checker.getExportsOfModule(module);
    for (const exported of symbols) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      // Two rooms may use one name for two things.
      const known = found.find((one) => one.name === exported.name && one.symbol === symbol);
      if (known === undefined) found.push({ name: exported.name, symbol, entries: [specifier] });
      else known.entries.push(specifier);
    }
    return { import: specifier, summary: firstSentence(docOf(statement).text), names: symbols.length };
  });
  const docs = new Map(found.map(({ name, symbol }) => [name, symbolDoc(symbol)]));
  const names = found.map(({ name, symbol, entries: from }): ApiName => {
    const doc = symbolDoc(symbol);
    const errors = [...new Set(errorsOf(name, docs))].sort();
    const deprecated = tagOf(doc, 'deprecated');
    const what = describe(name, symbol.declarations ?? [], checker);
    return {
      name,
      kind: what.kind,
      import: from[0] ?? '',
      entries: from,
      signatures: what.signatures,
      summary: firstSentence(doc.text),
      ...(what.parameters === undefined ? {} : { parameters: what.parameters }),
      ...(what.returns === undefined ? {} : { returns: what.returns }),
      ...(what.kind === 'function' ? { errors } : {}),
      ...(what.properties === undefined ? {} : { properties: what.properties }),
      since: tagOf(doc, 'since')?.trim() ?? FIRST_RELEASE,
      ...(deprecated === undefined ? {} : { deprecated: plainWords(deprecated) }),
    };
  });
  return {
    entries: described,
    names: names.sort((a, b) => (`${a.name} ${a.import}` < `${b.name} ${b.import}` ? -1 : 1)),
  };
}
