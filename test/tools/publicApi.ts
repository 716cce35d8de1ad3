import path from 'node:path';
import ts from 'typescript';
import { blocksOf, isNotRun, isTypeScript } from './docBlocks.js';
import { entries, type Entry } from './entries.js';

/** One exported name of a public entry point, resolved through its re-exports to where it is declared. */
export interface PublicName {
  /** The entry point that exports it. */
  readonly entry: Entry;
  /** Its exported name. */
  readonly name: string;
  /** `file:line` of its declaration; the same for every entry that exports it. */
  readonly declaredAt: string;
  /** True when it can be called. */
  readonly isFunction: boolean;
  /** Its documentation comment, empty when there is none. */
  readonly comment: string;
  /** Of a function, the parameters without `@param` and `returns` where `@returns` is missing. */
  readonly undocumented: readonly string[];
}

function isCallable(declaration: ts.Declaration, checker: ts.TypeChecker): boolean {
  if (ts.isFunctionDeclaration(declaration)) return true;
  if (!ts.isVariableDeclaration(declaration)) return false;
  return checker.getTypeAtLocation(declaration).getCallSignatures().length > 0;
}

function commentOf(declaration: ts.Declaration): string {
  const holder = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts
    .getJSDocCommentsAndTags(holder)
    .filter(ts.isJSDoc)
    .map((comment) => comment.getText())
    .join('\n');
}

function undocumentedParts(declaration: ts.Declaration, checker: ts.TypeChecker): string[] {
  if (!ts.isFunctionDeclaration(declaration)) return [];
  // The comment of an overloaded function stands on its first signature, which is this one.
  const parameters = declaration.parameters
    .filter((parameter) => ts.getJSDocParameterTags(parameter).every((tag) => !ts.getTextOfJSDocComment(tag.comment)))
    .map((parameter) => parameter.name.getText());
  const signature = checker.getSignatureFromDeclaration(declaration);
  const type = signature === undefined ? undefined : checker.getReturnTypeOfSignature(signature);
  const returnsNothing = type !== undefined && (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Never)) !== 0;
  const isDocumented = returnsNothing || ts.getJSDocReturnTag(declaration) !== undefined;
  return isDocumented ? parameters : [...parameters, 'returns'];
}

/** Every name that a public entry point exports, read with the TypeScript compiler. */
export function readPublicNames(root: string): PublicName[] {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(
    entries.map(({ source }) => path.join(root, source)),
    { ...options, noEmit: true },
  );
  const checker = program.getTypeChecker();
  return entries.flatMap((entry) => {
    const file = program.getSourceFile(path.join(root, entry.source));
    const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    if (module === undefined) return [];
    return checker.getExportsOfModule(module).flatMap((symbol) => {
      const resolved = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const declaration = resolved.declarations?.[0];
      if (declaration === undefined) return [];
      const source = declaration.getSourceFile();
      const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
      const declaredAt = `${path.relative(root, source.fileName)}:${String(line + 1)}`;
      const isFunction = isCallable(declaration, checker);
      const comment = commentOf(declaration);
      const undocumented = undocumentedParts(declaration, checker);
      return [{ entry, name: symbol.name, declaredAt, isFunction, comment, undocumented }];
    });
  });
}

/** True when a text names it as a whole word. */
export function names(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}

/** True when an `@example` of the comment runs a block that names the function outside of its imports. */
export function hasRunningExample(comment: string, name: string): boolean {
  const example = comment.indexOf('@example');
  if (example < 0) return false;
  const blocks = blocksOf('comment.ts', `/**\n${comment.slice(example)}`);
  return blocks.some(
    (block) => isTypeScript(block) && !isNotRun(block) && names(block.code.replaceAll(/^import [^;]*;/gm, ''), name),
  );
}
