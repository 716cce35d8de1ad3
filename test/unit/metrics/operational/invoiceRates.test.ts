import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../../src/measures/clusterBy.js';
import { compareResults } from '../../../../src/measures/compareResults.js';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import { computeCreditNoteRate, creditNoteRateMeasure } from '../../../../src/metrics/operational/creditNoteRate.js';
import { computeDisputeRate, disputeRateMeasure } from '../../../../src/metrics/operational/disputeRate.js';
import type { CreditNote, CreditNoteKind, Invoice } from '../../../../src/metrics/operational/invoice.js';

const euros = (amount: number, currency = 'EUR') => ({ minorUnits: amount * 100, currency });
const credit = (issuedAt: string, amount: number, kind: CreditNoteKind = 'price'): CreditNote => {
  return { issuedAt, amount: euros(amount), kind };
};
const invoice = (id: string, amount: number, rest: Partial<Invoice> = {}): Invoice => {
  return { id, invoicedAt: '2026-01-15', amount: euros(amount), disputed: false, creditNotes: [], ...rest };
};
const options = { asOf: '2026-06-30', maturityDays: 60 } as const;
const amounts = { ...options, by: 'amount', currency: 'EUR' } as const;

// By hand: 2 of 5 in dispute, 500 of 10,000 euros; 3 of 5 credited, 800 of 10,000 euros, a bonus of 900 left aside.
const INVOICES: readonly Invoice[] = [
  invoice('1', 1000, { disputed: true, disputedAmount: euros(400), creditNotes: [credit('2026-02-01', 200)] }),
  invoice('2', 2000, {
    disputed: true,
    disputedAmount: euros(100),
    creditNotes: [credit('2026-02-01', 50), credit('2026-03-01', 50)],
  }),
  invoice('3', 3000, { creditNotes: [credit('2026-02-01', 900, 'bonus')] }),
  invoice('4', 3500, { creditNotes: [credit('2026-02-01', 500, 'return'), credit('2026-02-02', 1, 'rebate')] }),
  invoice('5', 500),
];

describe('by count', () => {
  it('counts invoices', () => {
    const disputes = computeDisputeRate(INVOICES, options);
    expect(disputes).toMatchObject({ value: 0.4, sampleSize: 5, affected: 2, unaffected: 3 });
    expect(disputes).toMatchObject({ affectedAmount: null, invoicedAmount: null });
    expect(computeCreditNoteRate(INVOICES, options)).toMatchObject({ value: 0.6, affected: 3, unaffected: 2 });
    // R: binom::binom.confint(2, 5, method = "wilson")
    expect(disputes.interval?.lower).toBeCloseTo(0.1176208, 7);
    expect(disputes.interval?.upper).toBeCloseTo(0.7692757, 7);
  });

  it('does not look at currencies', () => {
    const foreign = INVOICES.map((own) => ({
      ...own,
      amount: euros(own.amount.minorUnits, 'JPY'),
      creditNotes: [],
      disputedAmount: undefined,
    }));
    expect(computeDisputeRate(foreign, options).value).toBe(0.4);
  });
});

describe('by amount', () => {
  it('adds amounts up before dividing', () => {
    const disputes = computeDisputeRate(INVOICES, amounts);
    expect(disputes).toMatchObject({ value: 0.05, sampleSize: 5, affected: 2, unaffected: 3 });
    expect(disputes).toMatchObject({ affectedAmount: euros(500), invoicedAmount: euros(10_000) });
    const credits = computeCreditNoteRate(INVOICES, amounts);
    expect(credits).toMatchObject({ value: 0.08, affectedAmount: euros(800), invoicedAmount: euros(10_000) });
  });

  it('has the linearised error', () => {
    // Residuals of disputes in euros, d - 0.05 a: 350, 0, -150, -175, -25; their squares add up to 176,250.
    const { standardError, degreesOfFreedom, interval } = computeDisputeRate(INVOICES, amounts);
    expect(standardError).toBeCloseTo(Math.sqrt((5 / 4) * 176_250) / 10_000, 12);
    expect(degreesOfFreedom).toBe(4);
    expect(interval?.lower).toBe(0);
  });

  it('leaves other currencies out', () => {
    const foreign = invoice('6', 9000, { amount: euros(9000, 'CHF'), disputed: true });
    const result = computeDisputeRate([...INVOICES, foreign], amounts);
    expect(result.value).toBe(0.05);
    expect(result.excluded.otherCurrency).toBe(1);
  });

  it('does not know a dispute without amount', () => {
    const result = computeDisputeRate([...INVOICES, invoice('6', 9000, { disputed: true })], amounts);
    expect(result).toMatchObject({ value: 0.05, excluded: { missing: 1 } });
    expect(computeDisputeRate([invoice('6', 9000, { disputed: true })], options).value).toBe(1);
  });

  it('does not divide by nothing', () => {
    const result = computeDisputeRate([invoice('1', 0), invoice('2', 0)], amounts);
    expect(result.value).toBeNull();
    expect(result.warnings.map(({ code }) => code)).toContain('zero-denominator');
    expect(result.invoicedAmount).toEqual(euros(0));
    expect(computeDisputeRate([], amounts).warnings).toEqual([{ code: 'no-data' }]);
  });
});

describe('what counts', () => {
  const count = (compute: typeof computeDisputeRate, own: Partial<Invoice>, change: object = {}): unknown => {
    const { affected, unaffected, excluded } = compute([invoice('1', 100, own)], { ...options, ...change });
    const out = Object.entries(excluded).find(([, number]) => number > 0);
    return out ? out[0] : affected === 1 ? true : unaffected === 1 ? false : null;
  };

  it.each([
    [{ disputed: true }, {}, true],
    [{ disputed: false }, {}, false],
    [{ disputed: undefined }, {}, 'missing'],
    [{ disputed: null }, {}, 'missing'],
    [{ disputed: undefined, disputedAt: '2026-06-30' }, {}, true],
    [{ disputed: true, disputedAt: '2026-06-30' }, {}, true],
    [{ disputed: true, disputedAt: '2026-07-01' }, {}, false],
    [{ disputed: undefined, disputedAt: '2026-07-01' }, {}, false],
    [{ disputed: false, disputedAt: '2026-02-01' }, {}, false],
    [{ disputed: true, invoicedAt: '2026-05-01' }, {}, true],
    [{ disputed: true, invoicedAt: '2026-05-02' }, {}, 'immature'],
    [{ disputed: true, invoicedAt: '2026-07-02' }, { maturityDays: 0 }, 'immature'],
    [{ disputed: true, invoicedAt: '2026-06-30' }, { maturityDays: 0 }, true],
    [{ disputed: true, invoicedAt: 'May' }, {}, 'invalid'],
    [{ amount: euros(-1) }, {}, 'invalid'],
  ])('a dispute of %j with %j: %s', (own, change, expected) => {
    expect(count(computeDisputeRate, own as never, change)).toBe(expected);
  });

  it.each([
    [{ creditNotes: [] }, {}, false],
    [{ creditNotes: undefined }, {}, 'missing'],
    [{ creditNotes: null }, {}, 'missing'],
    [{ creditNotes: [credit('2026-06-30', 1)] }, {}, true],
    [{ creditNotes: [credit('2026-07-01', 1)] }, {}, false],
    [{ creditNotes: [credit('2026-02-01', 0)] }, {}, true],
    [{ creditNotes: [credit('2026-02-01', 1, 'bonus')] }, {}, false],
    [{ creditNotes: [credit('2026-02-01', 1, 'rebate')] }, {}, false],
    [{ creditNotes: [credit('2026-02-01', 1, 'bonus')] }, { kinds: ['rebate', 'bonus'] }, true],
    [{ creditNotes: [credit('2026-02-01', 1, 'price')] }, { kinds: ['quality'] }, false],
    [{ creditNotes: [credit('2026-02-01', 1, 'quality')] }, { kinds: ['quality'] }, true],
    [{ creditNotes: [credit('2026-02-01', 101)] }, {}, 'invalid'],
    [{ creditNotes: [], invoicedAt: '2026-05-02' }, {}, 'immature'],
  ])('credit notes of %j with %j: %s', (own, change, expected) => {
    expect(count(computeCreditNoteRate as never, own as never, change)).toBe(expected);
  });

  it.each(['price', 'quantity', 'quality', 'return', 'goodwill', 'other'] as const)('counts %s by itself', (kind) => {
    expect(count(computeCreditNoteRate as never, { creditNotes: [credit('2026-02-01', 1, kind)] })).toBe(true);
  });

  it('counts what is no record as invalid', () => {
    expect(computeDisputeRate([null] as never, options).excluded.invalid).toBe(1);
    expect(computeDisputeRate([null] as never, amounts).excluded.invalid).toBe(1);
  });
});

describe('the definitions', () => {
  it('are two, which are never compared', () => {
    const shared = { unit: 'share', direction: 'lower-is-better', range: { minimum: 0, maximum: 1 } };
    expect(disputeRateMeasure(options).definition).toEqual({
      id: 'dispute-rate',
      family: 'proportion',
      statistic: 'share',
      ...shared,
      parameters: { maturityDays: 60 },
    });
    expect(creditNoteRateMeasure(amounts).definition).toEqual({
      id: 'credit-note-rate',
      family: 'ratio',
      statistic: 'ratio',
      ...shared,
      parameters: { maturityDays: 60, by: 'amount', currency: 'EUR' },
    });
    const pair = [computeDisputeRate(INVOICES, options), computeDisputeRate(INVOICES, amounts)] as const;
    expect(() => compareResults(...pair)).toThrow('definition');
  });

  it('hold the kinds that count, in one order', () => {
    const parametersOf = (kinds: readonly CreditNoteKind[]): unknown =>
      creditNoteRateMeasure({ ...options, kinds }).definition.parameters['kinds'];
    expect(parametersOf(['other', 'quality', 'quality'])).toEqual(['quality', 'other']);
    expect(parametersOf(['other', 'goodwill', 'return', 'quality', 'quantity', 'price'])).toBeUndefined();
    expect(parametersOf(['price', 'quantity', 'quality', 'return', 'goodwill', 'other', 'bonus'])).toHaveLength(7);
  });

  it('leave the currency of a count out', () => {
    expect(disputeRateMeasure({ ...options, currency: 'EUR' }).definition.parameters).toEqual({ maturityDays: 60 });
  });
});

describe('the measures', () => {
  it.each([
    ['disputes', disputeRateMeasure(options), computeDisputeRate(INVOICES, options)],
    ['disputes by amount', disputeRateMeasure(amounts), computeDisputeRate(INVOICES, amounts)],
    ['credit notes', creditNoteRateMeasure(options), computeCreditNoteRate(INVOICES, options)],
    ['credit notes by amount', creditNoteRateMeasure(amounts), computeCreditNoteRate(INVOICES, amounts)],
  ] as const)('of %s merge and are stored', (_, measure, whole) => {
    const half = tallyRows(INVOICES.slice(0, 2), measure as ReturnType<typeof disputeRateMeasure>);
    const stored = JSON.parse(JSON.stringify(storeTally(measure as never, half as never))) as unknown;
    const tally = readTally(measure as ReturnType<typeof disputeRateMeasure>, stored);
    measure.mergeTallies(tally, tallyRows([...INVOICES.slice(2), null] as never, measure as never));
    const { invalid } = measure.toResult(tally).excluded;
    expect(invalid).toBe(1);
    expect({ ...measure.toResult(tally), excluded: whole.excluded }).toEqual(whole);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  it('are clustered by account', () => {
    const rows = Array.from({ length: 6 }, (_, at) =>
      INVOICES.map((own) => ({ ...own, accountId: `a${String(at)}` })),
    ).flat();
    const byCount = computeMeasure(rows, clusterBy(disputeRateMeasure(options), 'accountId'));
    expect(byCount).toMatchObject({ value: 0.4, accounts: 6, affected: 12 });
    // Every account alike: no spread between them.
    expect(byCount.interval).toBeNull();
    const byAmount = computeMeasure(rows.slice(0, -1), clusterBy(disputeRateMeasure(amounts), 'accountId'));
    expect(byAmount).toMatchObject({ accounts: 6, degreesOfFreedom: 5 });
    expect(byAmount.value).toBeCloseTo(3000 / 59_500, 14);
  });

  it('take a confidence that the result overrides', () => {
    const measure = disputeRateMeasure({ ...options, confidence: 0.9 });
    const tally = tallyRows(INVOICES, measure);
    expect(measure.toResult(tally).interval?.confidence).toBe(0.9);
    expect(measure.toResult(tally, { confidence: 0.8 }).interval?.confidence).toBe(0.8);
  });
});

describe('options', () => {
  it.each([
    [{ by: 'value' }, 'by', '"count" or "amount"'],
    [{ maturityDays: -1 }, 'maturityDays', 'a whole number from 0'],
    [{ maturityDays: 1.5 }, 'maturityDays', 'a whole number from 0'],
    [{ maturityDays: undefined }, 'maturityDays', 'a whole number from 0'],
    [{ by: 'amount' }, 'currency', 'a code of three capital letters'],
    [{ by: 'amount', currency: 'euro' }, 'currency', 'a code of three capital letters'],
    [{ by: 'amount', currency: 'EURO' }, 'currency', 'a code of three capital letters'],
    [{ currency: 'XEUR' }, 'currency', 'a code of three capital letters'],
    [{ asOf: 'June' }, 'asOf', 'a civil date or an instant with its zone'],
  ])('refuses %j', (change, name, rule) => {
    const wrong = { ...options, ...change } as never;
    const message = (where: string): string => `${where}: option "${name}" must be ${rule}`;
    expect(() => computeDisputeRate([], wrong)).toThrow(message('computeDisputeRate'));
    expect(() => disputeRateMeasure(wrong)).toThrow(message('disputeRateMeasure'));
    expect(() => computeCreditNoteRate([], wrong)).toThrow(message('computeCreditNoteRate'));
    expect(() => creditNoteRateMeasure(wrong)).toThrow(message('creditNoteRateMeasure'));
  });

  it.each([[[]], ['price'], [['price', 'gift']], [null]])('refuses the kinds %j', (kinds) => {
    expect(() => computeCreditNoteRate([], { ...options, kinds } as never)).toThrow(
      'computeCreditNoteRate: option "kinds" must be a list of kinds of credit note',
    );
  });
});
