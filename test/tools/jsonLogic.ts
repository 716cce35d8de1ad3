/**
 * A small evaluator of JsonLogic, written from the documentation of its operations (jsonlogic.com/operations.html), as an outside judge of
 * what is exported. It knows the operations that exports and imports use, with the truthiness of jsonlogic.com/truthy.html.
 */
type Data = unknown;

export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Text as JavaScript makes it of anything, which is what the operations are defined by. */
function asText(value: unknown): string {
  return [value].join('');
}

function lookUp(data: Data, path: unknown, otherwise: unknown = null): unknown {
  if (path === '' || path === null || path === undefined) return data;
  let found: unknown = data;
  for (const step of asText(path).split('.')) {
    if (found === null || found === undefined) return otherwise;
    found = (found as Record<string, unknown>)[step];
  }
  return found ?? otherwise;
}

function toNumber(value: unknown): number {
  return Number.parseFloat(asText(value));
}

function namesMissing(keys: readonly unknown[], data: Data): unknown[] {
  return keys.filter((key) => [null, ''].includes(lookUp(data, key) as null | ''));
}

type Simple = (args: readonly unknown[], data: Data) => unknown;

/* eslint-disable eqeqeq -- the operation is the loose comparison */
const SIMPLE: Readonly<Record<string, Simple>> = {
  var: ([path, otherwise], data) => lookUp(data, path, otherwise),
  '==': ([a, b]) => a == b,
  '!=': ([a, b]) => a != b,
  '===': ([a, b]) => a === b,
  '!==': ([a, b]) => a !== b,
  '<': ([a, b, c], _, less = (x: unknown, y: unknown) => (x as number) < (y as number)) =>
    less(a, b) && (c === undefined || less(b, c)),
  '<=': ([a, b, c], _, least = (x: unknown, y: unknown) => (x as number) <= (y as number)) =>
    least(a, b) && (c === undefined || least(b, c)),
  '>': ([a, b]) => (a as number) > (b as number),
  '>=': ([a, b]) => (a as number) >= (b as number),
  '!': ([a]) => !isTruthy(a),
  '!!': ([a]) => isTruthy(a),
  '+': (args) => args.reduce<number>((sum, own) => sum + toNumber(own), 0),
  cat: (args) => args.map((own) => asText(own)).join(''),
  in: ([needle, haystack]) => {
    if (typeof haystack === 'string') return haystack.includes(asText(needle));
    return Array.isArray(haystack) && haystack.includes(needle);
  },
  missing: (args, data) => namesMissing(Array.isArray(args[0]) ? args[0] : args, data),
  missing_some: ([least, keys], data) => {
    const missing = namesMissing(keys as unknown[], data);
    return (keys as unknown[]).length - missing.length >= (least as number) ? [] : missing;
  },
};
/* eslint-enable eqeqeq */

/** Evaluates a formula; an operation it does not know throws. */
export function evaluateJsonLogic(formula: unknown, data: Data): unknown {
  if (Array.isArray(formula)) return formula.map((own) => evaluateJsonLogic(own, data));
  if (typeof formula !== 'object' || formula === null || Object.keys(formula).length !== 1) return formula;
  const [[operator, given]] = Object.entries(formula) as [[string, unknown]];
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  const value = (at: number): unknown => evaluateJsonLogic(args[at], data);
  const elements = (): readonly unknown[] | null => {
    const list = value(0);
    return Array.isArray(list) ? list : null;
  };
  const meets = (element: unknown): boolean => isTruthy(evaluateJsonLogic(args[1], element));
  switch (operator) {
    case 'and':
    case 'or': {
      let last: unknown;
      for (const own of args) {
        last = evaluateJsonLogic(own, data);
        if (isTruthy(last) === (operator === 'or')) break;
      }
      return last;
    }
    case 'if':
      return isTruthy(value(0)) ? value(1) : value(2);
    case 'filter':
      return elements()?.filter(meets) ?? [];
    case 'some':
      return elements()?.some(meets) ?? false;
    case 'none':
      return !(elements()?.some(meets) ?? false);
    case 'all': {
      const list = elements() ?? [];
      return list.length > 0 && list.every(meets);
    }
    case 'reduce':
      return (elements() ?? []).reduce<unknown>(
        (accumulator, current) => evaluateJsonLogic(args[1], { current, accumulator }),
        value(2),
      );
    default: {
      const simple = SIMPLE[operator];
      if (simple === undefined) throw new Error(`unknown operation ${operator}`);
      return simple(
        args.map((own) => evaluateJsonLogic(own, data)),
        data,
      );
    }
  }
}
