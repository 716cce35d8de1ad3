import type { FactReference, Scalar } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import type { FactKind, Formula } from './formula.js';

const SIGNS = { eq: '==', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Words that CEL keeps for itself, which are not written after a dot. */
const RESERVED: readonly string[] = [
  'as',
  'break',
  'const',
  'continue',
  'else',
  'false',
  'for',
  'function',
  'if',
  'import',
  'in',
  'let',
  'loop',
  'namespace',
  'null',
  'package',
  'return',
  'true',
  'var',
  'void',
  'while',
];

function isName(step: string): boolean {
  return NAME.test(step) && !RESERVED.includes(step);
}

function literal(value: Scalar): string {
  if (typeof value !== 'number') return JSON.stringify(value);
  // Numbers of JSON are doubles; an integer literal would be of another type.
  const digits = String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

function kindTest(value: string, kind: FactKind): string {
  if (kind === 'number') return `(type(${value}) == double || type(${value}) == int || type(${value}) == uint)`;
  const types = { text: 'string', truth: 'bool', list: 'list' } as const;
  return `type(${value}) == ${types[kind]}`;
}

function kindOf(value: Scalar): FactKind {
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'truth';
}

/** Where a path leads from a variable. */
function reach(from: string, path: FactPath): string {
  return path.reduce((text, step) => (isName(step) ? `${text}.${step}` : `${text}[${JSON.stringify(step)}]`), from);
}

/** What must hold for a path to be read without an error. */
function steps(from: string, path: FactPath): string[] {
  return path.flatMap((step, at) => {
    const whole = reach(from, path.slice(0, at));
    const has = isName(step) ? `has(${whole}.${step})` : `${JSON.stringify(step)} in ${whole}`;
    return [`type(${whole}) == map`, has];
  });
}

function joined(sign: '&&' | '||', parts: readonly string[]): string {
  const [first = 'true'] = parts;
  return parts.length < 2 ? first : `(${parts.join(` ${sign} `)})`;
}

/** Writes formulas of CEL with their paths from a variable; `depth` keeps the variables of nested lists apart. */
export function writeCel(formula: Formula, from: string, depth: number = 0): string {
  const own = (inner: Formula): string => writeCel(inner, from, depth);
  const guarded = (path: FactPath, ...parts: readonly string[]): string =>
    joined('&&', [...steps(from, path), ...parts]);
  const operand = (value: Scalar | FactReference): string =>
    typeof value === 'object' ? reach(from, value.fact) : literal(value);
  const element = `e${depth + 1}`;
  const inner = (where: Formula): string => writeCel(where, element, depth + 1);
  switch (formula.is) {
    case 'always':
    case 'never':
      return String(formula.is === 'always');
    case 'and':
    case 'or':
      return joined(formula.is === 'and' ? '&&' : '||', formula.of.map(own));
    case 'not':
      return `!(${own(formula.of)})`;
    case 'known':
      return guarded(formula.path, `${reach(from, formula.path)} != null`);
    case 'kind':
      return guarded(formula.path, kindTest(reach(from, formula.path), formula.kind));
    case 'compare': {
      const { op, path, value } = formula;
      const left = reach(from, path);
      const judged = `${left} ${SIGNS[op]} ${operand(value)}`;
      // Facts of another kind were asked for before, but where equality alone does.
      return op === 'eq' && typeof value !== 'object' ? guarded(path, kindTest(left, kindOf(value)), judged) : judged;
    }
    case 'one-of':
      return joined(
        '||',
        formula.values.map((value) => own({ is: 'compare', op: 'eq', path: formula.path, value })),
      );
    case 'at-least':
      return `(${formula.of.map((member) => `(${own(member)} ? 1 : 0)`).join(' + ')} >= ${formula.n})`;
    case 'some':
    case 'all': {
      const { is, over, where } = formula;
      const list = reach(from, over);
      const call = `${list}.${is === 'some' ? 'exists' : 'all'}(${element}, ${inner(where)})`;
      const parts = [kindTest(list, 'list'), ...(is === 'all' ? [`size(${list}) > 0`] : []), call];
      return guarded(over, ...parts);
    }
    case 'size': {
      const { over, where, op, value } = formula;
      const list = reach(from, over);
      const counted = where.is === 'always' ? list : `${list}.filter(${element}, ${inner(where)})`;
      return guarded(over, kindTest(list, 'list'), `double(size(${counted})) ${SIGNS[op]} ${literal(value)}`);
    }
  }
}
