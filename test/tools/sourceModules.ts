import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

/** One import, re-export, `import()` or `import('…')` type of a source file. */
export interface ModuleLink {
  /** The statement as it is written. */
  readonly text: string;
  /** What stands between the quotes. */
  readonly specifier: string;
  /** The file behind a relative specifier, from the root, `src/core/interval.ts`; absent for a package. */
  readonly target?: string;
  /** True when nothing of it is left after compilation. */
  readonly typeOnly: boolean;
}

/** A file of `src`, read once and parsed. */
export interface SourceModule {
  /** Path from the root: `src/core/interval.ts`. */
  readonly file: string;
  /** Its room: `core`, or `index` for the front door. */
  readonly room: string;
  /** How many lines it has. */
  readonly lines: number;
  /** Its parsed text. */
  readonly source: ts.SourceFile;
  /** What it imports and re-exports. */
  readonly links: readonly ModuleLink[];
}

/** The room of a file of `src`; the front door `src/index.ts` is a room of its own, called `index`. */
export function roomOf(file: string): string {
  const [, room = '', ...rest] = file.split('/');
  return rest.length === 0 ? path.basename(room, '.ts') : room;
}

function isTypeOnlyImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = importClause.namedBindings;
  if (importClause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function isTypeOnlyExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly || exportClause === undefined || !ts.isNamedExports(exportClause)) return isTypeOnly;
  return exportClause.elements.length > 0 && exportClause.elements.every((element) => element.isTypeOnly);
}

function linksOf(file: string, source: ts.SourceFile): ModuleLink[] {
  const links: ModuleLink[] = [];
  const add = (node: ts.Node, literal: ts.Node | undefined, typeOnly: boolean): void => {
    // What cannot be read from the text must not slip through: it is kept as it is written.
    const specifier = literal !== undefined && ts.isStringLiteralLike(literal) ? literal.text : node.getText(source);
    const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts');
    const text = node.getText(source);
    links.push({ text, specifier, typeOnly, ...(specifier.startsWith('.') ? { target } : {}) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeOnlyImport(node));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node, node.moduleSpecifier, isTypeOnlyExport(node));
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node)) {
      const called = node.expression;
      const isRequire = ts.isIdentifier(called) && called.text === 'require';
      if (called.kind === ts.SyntaxKind.ImportKeyword || isRequire) add(node, node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return links;
}

/** Parses one source file given as text. */
export function parseModule(file: string, text: string): SourceModule {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const lines = text.replace(/\n$/, '').split('\n').length;
  return { file, room: roomOf(file), lines, source, links: linksOf(file, source) };
}

/** Reads and parses every file of `src`. */
export function readModules(root: string): SourceModule[] {
  return globSync('src/**/*.ts', { cwd: root })
    .sort()
    .map((file) => parseModule(file, readFileSync(path.join(root, file), 'utf8')));
}
