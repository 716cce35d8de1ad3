import { cxError } from '../../core/errors.js';
import { fieldReader, type Field } from '../../core/field.js';
import { requireOption } from '../../core/options.js';
import type { Money } from '../../core/records.js';

/** An amount of a row: minor units of the declared currency as a plain number, money that names its own currency, or missing. */
export type MoneyValue = Money | number | null | undefined;

/** Resolves a currency: three capital letters, as in ISO 4217. */
export function requireCurrency(where: string, currency: unknown): void {
  const isCode = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  requireOption(isCode, where, 'currency', 'three capital letters of ISO 4217, such as "EUR"', currency);
}

/** The currency of an amount where it names one that is not the declared one; else `null`. */
export function foreignCurrency(amount: unknown, currency: string | undefined): string | null {
  if (Object(amount) !== amount) return null;
  const own = (amount as Partial<Money>).currency;
  return own === currency && own !== undefined ? null : String(own);
}

/** The minor units of an amount, whatever they are; `null` when missing. */
export function minorUnitsOf(amount: unknown): unknown {
  return Object(amount) === amount ? (amount as Partial<Money>).minorUnits : (amount ?? null);
}

/**
 * Turns a field of money into a reader of minor units. Sums over two currencies mean nothing and cannot be mended here, so that an
 * amount in another currency than the declared one throws, naming the row.
 */
export function moneyReader<Row>(
  where: string,
  name: string,
  field: Field<Row, MoneyValue>,
  currency: string | undefined,
): (row: Row, index: number) => unknown {
  const read = fieldReader(field);
  return (row, index) => {
    const amount = read(row, index);
    const foreign = foreignCurrency(amount, currency);
    if (foreign !== null) {
      const rule = currency === undefined ? 'a plain number while option "currency" is not given' : `in ${currency}`;
      throw cxError('CX_INVALID_INPUT', `${where}: ${name} at row ${index}`, rule, foreign);
    }
    return minorUnitsOf(amount);
  };
}
