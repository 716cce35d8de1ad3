import { cxError } from '../core/errors.js';
import { isWhole } from '../core/options.js';
import { binOf } from './bins.js';
import type { CountedInput } from './input.js';

/** Adds answers counted elsewhere to a table of bins: an array is indexed by score, a record has one count per class. */
export function addCounts(
  where: string,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  classes: Readonly<Record<string, number>>,
  input: unknown,
  into: number[],
): void {
  const { counts, missing = 0 } = Object(input) as CountedInput<Readonly<Record<string, unknown>>>;
  if (typeof counts !== 'object' || !counts) {
    throw cxError('CX_INVALID_INPUT', `${where}: input`, 'an iterable, or { counts } without weights', input);
  }
  const span = maximum - minimum;
  const add = (name: string, bin: number, count: unknown): void => {
    if (!isWhole(count) || (count && bin > span + 1)) {
      // A count that is one stands under a name that is none: say which there are.
      const names = isWhole(count) ? Object.keys(classes).join(', ') : '';
      throw cxError(
        'CX_INVALID_COUNTS',
        `${where}: count of ${name}`,
        `a whole number from 0, and 0 off the scale${names && ` (${names})`}`,
        count,
      );
    }
    (into[bin] as number) += count;
  };
  add('missing', span + 1, missing);
  // Whatever a record holds beside its classes is refused like a score off the scale.
  for (const name of Object.keys('length' in counts ? counts : { ...counts, ...classes })) {
    add(name, binOf(classes[name] ?? +name, minimum, span), (counts as Readonly<Record<string, unknown>>)[name]);
  }
}
