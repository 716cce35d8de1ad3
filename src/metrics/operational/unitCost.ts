import type { Field, Score } from '../../core/field.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from '../business/amountRatio.js';
import { amountField, amountReader, type AmountExclusion } from '../business/amounts.js';
import { requireCurrency, type MoneyValue } from '../business/money.js';

/** Where costs are and in which currency. */
export interface CostOptions<Row> extends ResultOptions {
  /** Cost of the row, from 0, in minor units. */
  readonly cost: Field<Row, MoneyValue>;
  /** Currency of the costs, as an ISO 4217 code; part of the definition. */
  readonly currency: string;
}

/** A cost per thing done, in minor units. */
export interface UnitCostResult<Id extends string> extends IntervalResult<Id, AmountExclusion> {
  /** Cost of the rows that count, in minor units. */
  readonly cost: number;
}

/** Makes the measure of a cost per thing done; `countName` is the name of the option and of the property of the result. */
export function measureUnitCost<Row, Id extends string, CountName extends string>(
  where: string,
  id: Id,
  countName: CountName,
  count: Field<Row, Score> | undefined,
  options: CostOptions<Row>,
): RatioMeasure<Row, AmountTally, UnitCostResult<Id> & Readonly<Record<CountName, number>>> {
  const { cost, currency } = options;
  requireCurrency(where, currency);
  const fields = [amountField<Row, MoneyValue>('cost', cost)];
  if (count !== undefined) fields.push(amountField(countName, count));
  const read = amountReader(where, { fields, currency });
  return measureAmountRatio(
    {
      where,
      definition: {
        id,
        family: 'ratio',
        statistic: 'ratio',
        unit: 'money',
        direction: 'lower-is-better',
        range: null,
        parameters: { currency },
        ...(count !== undefined && { sampleUnit: 'rows' }),
      },
      reasons: ['missing', 'invalid'],
      parts: 0,
      read: (row, index) => {
        const amounts = read(row, index);
        if (typeof amounts === 'string') return amounts;
        const [numerator = 0, denominator = 1] = amounts;
        return { numerator, denominator };
      },
      options,
    },
    ({ numerator, denominator }) => ({ cost: numerator, ...countOf(countName, denominator) }),
  );
}

function countOf<CountName extends string>(name: CountName, count: number): Readonly<Record<CountName, number>> {
  return { [name]: count } as Readonly<Record<CountName, number>>;
}
