import ts from 'typescript';
import type { SourceModule } from './sourceModules.js';

/** What a room may import besides itself: values with their types, or types only. */
interface Arrows {
  readonly values: readonly string[] | 'any';
  readonly types?: readonly string[] | 'any';
}

/** The arrows of the house. A room that is not listed is a mistake, so that a new one is placed on purpose. */
export const ARROWS: Readonly<Record<string, Arrows>> = {
  index: { values: 'any' },
  core: { values: [] },
  statistics: { values: ['core'] },
  measures: { values: ['core', 'statistics'] },
  metrics: { values: ['core', 'statistics', 'measures'] },
  accounts: { values: ['core', 'statistics', 'measures', 'metrics'] },
  segmentation: { values: ['core', 'statistics', 'measures'] },
  trends: { values: ['core', 'statistics', 'measures', 'segmentation'] },
  drivers: { values: ['core', 'statistics', 'measures', 'accounts'] },
  prioritization: { values: ['core', 'statistics'] },
  rewards: { values: ['core'] },
  verbatims: { values: ['core', 'statistics', 'measures'] },
  invitations: { values: ['core', 'statistics', 'measures'] },
  sql: { values: ['core', 'measures', 'segmentation'] },
  charts: { values: ['core'], types: 'any' },
  schemas: { values: ['core'], types: 'any' },
  sources: { values: ['core'], types: ['metrics'] },
  reviews: {
    values: [
      'core',
      'statistics',
      'measures',
      'metrics',
      'accounts',
      'segmentation',
      'trends',
      'drivers',
      'prioritization',
      'rewards',
      'verbatims',
      'invitations',
      'charts',
    ],
  },
};

/** The rooms that the front door does not open, since applications reach them by subpath. */
const BEHIND_SUBPATHS = ['statistics', 'schemas', 'sources', 'sql', 'charts', 'reviews', 'verbatims'];

const ZOD = /^import \* as z from 'zod\/mini';$/;

function allows(list: readonly string[] | 'any' | undefined, room: string): boolean {
  return list === 'any' || (list?.includes(room) ?? false);
}

/** Imports that the house does not allow, as sentences. */
export function forbiddenImports(module: SourceModule): string[] {
  const arrows = ARROWS[module.room];
  if (arrows === undefined) return [`${module.file}: room "${module.room}" has no place in the table of arrows`];
  return module.links.flatMap(({ text, specifier, target, typeOnly }) => {
    const at = `${module.file}: ${text.replaceAll(/\s+/g, ' ')}`;
    if (target === undefined) {
      if (module.room === 'schemas' && ZOD.test(text)) return [];
      return [
        /^zod\b/.test(specifier)
          ? `${at}: zod belongs in src/schemas, as import * as z from 'zod/mini'`
          : `${at}: only relative imports`,
      ];
    }
    const room = target.split('/')[0] === 'src' ? target.split('/')[1] : undefined;
    if (room === undefined || room === '') return [`${at}: leaves src`];
    if (!specifier.endsWith('.js')) return [`${at}: ends in .js`];
    if (room === module.room) return [];
    if (target === 'src/index.ts') return [`${at}: nothing imports the front door`];
    if (module.room === 'index') {
      return BEHIND_SUBPATHS.includes(room) ? [`${at}: ${room} is reached by its subpath only`] : [];
    }
    const allowed = allows(arrows.values, room) || (typeOnly && allows(arrows.types, room));
    return allowed ? [] : [`${at}: ${module.room} may not import ${typeOnly ? 'types of ' : ''}${room}`];
  });
}

/** Circles between files, each as `a.ts -> b.ts -> a.ts`; types count, since a circle of types is a circle of ideas. */
export function circles(modules: readonly SourceModule[]): string[] {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const finished = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push([...trail.slice(start), file].join(' -> '));
      return;
    }
    if (finished.has(file)) return;
    for (const { target } of byFile.get(file)?.links ?? []) if (target !== undefined) walk(target, [...trail, file]);
    finished.add(file);
  };
  for (const { file } of modules) walk(file, []);
  return found;
}

/** Everything but a `name` at the place where a name is only declared or selected. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name !== node;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  return !(ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent))
    ? true
    : parent.name !== node;
}

// Outside of the arguments: the clock, chance, the environment, the network, the console, and code made of text.
const AMBIENT = [
  'eval', 'Function', 'process', 'globalThis', 'window', 'self', 'performance', 'crypto', 'navigator', 'console',
  'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone', 'require', 'Temporal',
]; // prettier-ignore
const BANNED_MEMBERS = ['Math.random', 'Date.now', 'import.meta'];
const LOCALE_MEMBER =
  /^(?:localeCompare|toLocale\w+|getTimezoneOffset|(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes))$/;

/** What would make a function depend on more than its arguments, as sentences. */
export function impurities({ file, source }: SourceModule): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const report = (what: string): void => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${file}:${String(line + 1)}: ${what}`);
    };
    if (ts.isPropertyAccessExpression(node) || ts.isMetaProperty(node)) {
      const text = node.getText(source);
      if (BANNED_MEMBERS.includes(text)) report(text);
      if (LOCALE_MEMBER.test(node.name.text)) report(`.${node.name.text}`);
    } else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      const text = `${node.expression.getText(source)}.${node.argumentExpression.text}`;
      if (BANNED_MEMBERS.includes(text) || LOCALE_MEMBER.test(node.argumentExpression.text)) report(text);
    } else if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const called = node.expression.getText(source);
      if (called === 'Date') report(ts.isNewExpression(node) ? 'new Date' : 'Date()');
      const [locale] = node.arguments ?? [];
      const unsaid = locale === undefined || locale.getText(source) === 'undefined';
      if (/^Intl\.\w+$/.test(called) && unsaid) report(`${called} without a locale`);
    } else if (ts.isIdentifier(node) && AMBIENT.includes(node.text) && isUse(node)) report(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Forms that the house does without: classes, enums, default exports and state at the level of the module. */
export function forbiddenForms({ file, source }: SourceModule): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    const at = `${file}:${String(line + 1)}`;
    if (ts.isClassLike(node)) found.push(`${at}: class`);
    if (ts.isEnumDeclaration(node)) found.push(`${at}: enum`);
    if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword) {
      if (!ts.isDefaultClause(node.parent)) found.push(`${at}: default export`);
    }
    if (ts.isVariableStatement(node) && node.parent === source) {
      if ((node.declarationList.flags & ts.NodeFlags.Const) === 0) found.push(`${at}: module-level let or var`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
