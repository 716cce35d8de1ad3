import { describe, expect, it } from 'vitest';
import { checkComparability, reasonsAgainst } from '../../../src/segmentation/comparability.js';
import type { ComparabilityOptions } from '../../../src/segmentation/comparabilityOptions.js';

interface Row {
  readonly country?: string | null;
  readonly survey?: string | null;
  readonly unit?: string;
  readonly sector?: string | null;
  readonly employees?: number | null;
}

const OPTIONS: ComparabilityOptions<Row> = {
  country: 'country',
  instrument: { a: 'relationship', b: 'relationship' },
  attributes: { sector: { kind: 'category', field: (row) => row.sector } },
};
const options = (own: Partial<ComparabilityOptions<Row>> = {}): ComparabilityOptions<Row> => ({ ...OPTIONS, ...own });
/** Rows by sector: so many of the first, so many of the second … */
const sample = (counts: readonly number[], own: Row = {}): Row[] =>
  counts.flatMap((count, at) => Array.from({ length: count }, () => ({ country: 'FR', sector: `s${at}`, ...own })));
const numbers = (values: readonly (number | null)[]): Row[] =>
  values.map((employees) => ({ country: 'FR', employees }));
const verdicts = (a: readonly Row[], b: readonly Row[], own: Partial<ComparabilityOptions<Row>> = {}): string[] =>
  checkComparability(a, b, options(own)).checks.map(({ attribute, verdict }) => `${attribute}: ${verdict}`);
const SIZE = { attributes: { employees: { kind: 'number', field: (row: Row) => row.employees } } } as const;

describe('checkComparability', () => {
  it('opens for two samples of one country, one instrument and one mix', () => {
    const report = checkComparability(sample([5, 5]), sample([50, 50]), options());
    expect(report).toEqual({
      isComparable: true,
      checks: [
        {
          attribute: 'country',
          kind: 'same',
          reason: 'country',
          verdict: 'similar',
          rows: [10, 100],
          missing: [0, 0],
          values: [['FR'], ['FR']],
          totalVariation: null,
          standardizedDifference: null,
        },
        {
          attribute: 'instrument',
          kind: 'same',
          reason: 'instrument',
          verdict: 'similar',
          rows: [0, 0],
          missing: [0, 0],
          values: [['relationship'], ['relationship']],
          totalVariation: null,
          standardizedDifference: null,
        },
        {
          attribute: 'sector',
          kind: 'category',
          reason: 'mix',
          verdict: 'similar',
          rows: [10, 100],
          missing: [0, 0],
          values: null,
          totalVariation: { value: 0, caution: 0.1, stop: 0.2, byChance: expect.closeTo(0.132313, 5) as number },
          standardizedDifference: {
            value: 0,
            caution: 0.1,
            stop: 0.25,
            byChance: expect.closeTo(0.331662, 5) as number,
          },
        },
      ],
      overridden: null,
    });
  });

  it.each([
    ['another country', [{ country: 'DE' }], 'different'],
    ['no country at all', [{ country: null }], 'unknown'],
    ['an empty country', [{ country: '' }], 'unknown'],
    ['several countries', [{ country: 'FR' }, { country: 'DE' }], 'different'],
    ['one row without a country', [{ country: 'FR' }, {}], 'unknown'],
    ['the same country', [{ country: 'FR' }], 'similar'],
  ])('judges %s on the other side', (_, rows: Row[], verdict) => {
    const other = rows.map((row) => ({ sector: 's0', ...row }));
    expect(verdicts(sample([3]), other)[0]).toBe(`country: ${verdict}`);
    expect(verdicts(other, sample([3]))[0]).toBe(`country: ${verdict}`);
  });

  it('does not compare several countries with the same several countries', () => {
    const both = [...sample([2]), ...sample([2], { country: 'DE' })];
    const [country] = checkComparability(both, both, options()).checks;
    expect(country).toMatchObject({
      verdict: 'different',
      values: [
        ['DE', 'FR'],
        ['DE', 'FR'],
      ],
    });
  });

  it('does not pass when a side has no rows', () => {
    expect(verdicts([], [])).toEqual(['country: unknown', 'instrument: similar', 'sector: unknown']);
    expect(checkComparability<Row>([], [], options()).isComparable).toBe(false);
  });

  it('reads properties by name, by function, or as stated of each side', () => {
    const rows = [{ land: 'FR', survey: 'x', sector: 'a' }];
    const report = checkComparability(rows, rows, {
      country: 'land',
      instrument: (row) => row.survey,
      scale: { a: '0-10', b: '0-10' },
      definition: { a: 'v1', b: 'v2' },
      attributes: { sector: { kind: 'category', field: 'sector' } },
    });
    expect(report.checks.map(({ attribute, reason, verdict }) => [attribute, reason, verdict])).toEqual([
      ['country', 'country', 'similar'],
      ['instrument', 'instrument', 'similar'],
      ['scale', 'definition', 'similar'],
      ['definition', 'definition', 'different'],
      ['sector', 'mix', 'similar'],
    ]);
  });

  it('does not pass when what is stated of a side is not known', () => {
    expect(verdicts(sample([2]), sample([2]), { instrument: { a: 'x', b: null } })[1]).toBe('instrument: unknown');
    expect(verdicts(sample([2]), sample([2]), { scale: { a: undefined, b: '0-10' } })[2]).toBe('scale: unknown');
  });

  // Total variation of (.5, .3, .2) and (.4, .25, .35): case 39.
  it('gives the distances of two mixes', () => {
    const [, , sector] = checkComparability(sample([10, 6, 4]), sample([8, 5, 7]), options()).checks;
    expect(sector?.totalVariation?.value).toBeCloseTo(0.15, 12);
    expect(sector?.standardizedDifference?.value).toBeCloseTo(0.3412097836, 9);
    expect(sector?.verdict).toBe('different');
  });

  // Shares of two classes p and q: |p - q| is the total variation.
  it.each([
    [50, 59, 'similar'],
    [50, 60, 'caution'],
    [50, 69, 'caution'],
    [50, 70, 'different'],
  ])('judges a total variation of %d to %d of a hundred as %s', (first, second, verdict) => {
    const wide = { caution: 10, stop: 10 };
    const own = { thresholds: { standardizedDifference: wide } };
    expect(verdicts(sample([first, 100 - first]), sample([second, 100 - second]), own)[2]).toBe(`sector: ${verdict}`);
    expect(verdicts(sample([second, 100 - second]), sample([first, 100 - first]), own)[2]).toBe(`sector: ${verdict}`);
  });

  it('judges by the worse of the two distances', () => {
    const lax = { caution: 0.9, stop: 0.9 };
    const [a, b] = [sample([50, 50]), sample([60, 40])];
    expect(verdicts(a, b, { thresholds: { totalVariation: lax } })[2]).toBe('sector: caution');
    expect(verdicts(a, b, { thresholds: { standardizedDifference: lax, totalVariation: lax } })[2]).toBe(
      'sector: similar',
    );
    expect(verdicts(a, b, { thresholds: { standardizedDifference: { caution: 0, stop: 0.2 } } })[2]).toBe(
      'sector: different',
    );
  });

  it('knows no limit for mixes with no class in common', () => {
    const [, , sector] = checkComparability(sample([4]), sample([0, 4]), options()).checks;
    expect(sector).toMatchObject({
      verdict: 'different',
      totalVariation: { value: 1 },
      standardizedDifference: { value: null },
    });
  });

  it('finds samples of one and the same class alike', () => {
    const [, , sector] = checkComparability(sample([4]), sample([9]), options()).checks;
    expect(sector).toMatchObject({
      verdict: 'similar',
      totalVariation: { value: 0, byChance: 0 },
      standardizedDifference: { value: 0, byChance: 0 },
    });
  });

  // Standard deviation 2 on both sides, so that half the difference of the means is the standardised difference.
  it.each([
    [0.19, 'similar'],
    [0.2, 'caution'],
    [0.49, 'caution'],
    [0.5, 'different'],
  ])('judges means %d apart at a deviation of 2', (gap, verdict) => {
    const values = [10 - Math.SQRT2, 10 + Math.SQRT2];
    const moved = values.map((value) => value + gap);
    const [, , check] = checkComparability(numbers(values), numbers(moved), options(SIZE)).checks;
    expect(check?.standardizedDifference?.value).toBeCloseTo(gap / 2, 12);
    expect(check).toMatchObject({ kind: 'number', verdict, values: null, totalVariation: null });
    expect(verdicts(numbers(moved), numbers(values), SIZE)[2]).toBe(`employees: ${verdict}`);
  });

  it('says what chance alone would show of two means', () => {
    const [, , check] = checkComparability(numbers([1, 2, 3, 4]), numbers([1, 2, 3, 4]), options(SIZE)).checks;
    // √(2/π · (1/4 + 1/4)).
    expect(check?.standardizedDifference?.byChance).toBeCloseTo(0.5641895835, 9);
  });

  it.each([
    ['equal constants', [5, 5], [5, 5], 'similar', 0],
    ['two constants', [5, 5], [6, 6], 'different', null],
    ['a single number', [5], [5, 5], 'unknown', undefined],
  ])('judges %s', (_, first, second, verdict, value) => {
    const [, , check] = checkComparability(numbers(first), numbers(second), options(SIZE)).checks;
    expect(check?.verdict).toBe(verdict);
    expect(check?.standardizedDifference?.value).toBe(value);
  });

  it.each([
    [1, 'similar'],
    [2, 'unknown'],
  ])('lets %d of ten rows lack an attribute or not', (missing, verdict) => {
    const rows = [...sample([10 - missing]), ...sample([missing], { sector: null })];
    const report = checkComparability(rows, sample([10]), options());
    expect(report.checks[2]).toMatchObject({ verdict, missing: [missing, 0], rows: [10, 10] });
    expect(verdicts(sample([10]), rows)[2]).toBe(`sector: ${verdict}`);
  });

  it('takes another share of missing rows', () => {
    const rows = [...sample([5]), ...sample([5], { sector: '' })];
    const lax = {
      attributes: { sector: { kind: 'category', field: (row: Row) => row.sector, missingShare: 0.5 } },
    } as const;
    expect(verdicts(rows, sample([5]), lax)[2]).toBe('sector: similar');
    const size = (values: (number | null)[], missingShare?: number): string | undefined =>
      verdicts(numbers(values), numbers([1, 2]), {
        attributes: { employees: { kind: 'number', field: (row: Row) => row.employees, missingShare } },
      })[2];
    expect(size([1, 2, null])).toBe('employees: unknown');
    expect(size([1, 2, null], 0.4)).toBe('employees: similar');
  });

  it('says of too different a mix that it is different, though values are missing', () => {
    const rows = [...sample([0, 5]), ...sample([5], { sector: null })];
    expect(verdicts(rows, sample([10]))[2]).toBe('sector: different');
  });

  it('lists attributes in code-unit order', () => {
    const sector = { kind: 'category', field: (row: Row) => row.sector } as const;
    const found = verdicts(sample([2]), sample([2]), { attributes: { b: sector, a: sector, B: sector } });
    expect(found.slice(2)).toEqual(['B: similar', 'a: similar', 'b: similar']);
  });

  it('records an override with what it set aside, and stays as it is', () => {
    const report = checkComparability(
      sample([5]),
      sample([0, 5], { country: 'DE' }),
      options({ override: { reason: 'board asked' } }),
    );
    expect(report.isComparable).toBe(false);
    expect(report.overridden).toEqual({ reason: 'board asked', attributes: ['country', 'sector'] });
  });

  it('records an override that had nothing to set aside', () => {
    const report = checkComparability(sample([5]), sample([5]), options({ override: { reason: 'in case' } }));
    expect(report).toMatchObject({ isComparable: true, overridden: { reason: 'in case', attributes: [] } });
  });

  it('reads any iterable, and changes nothing', () => {
    const rows = Object.freeze(sample([2, 1]));
    expect(checkComparability(new Set(rows), rows.values(), options()).isComparable).toBe(true);
  });

  it('gives plain JSON', () => {
    const report = checkComparability(sample([5]), sample([0, 5]), options());
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it.each([
    [
      'a',
      () => checkComparability<Row>(null as never, [], options()),
      /^checkComparability: a must be an iterable of rows/,
    ],
    [
      'b',
      () => checkComparability<Row>([], 5 as never, options()),
      /^checkComparability: b must be an iterable of rows/,
    ],
  ])('refuses a side %s that is no list of rows', (_, call, message) => {
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT' }) as Error);
  });

  it.each([
    [{ sector: 5 }, '"sector" at row 0 must be text or missing'],
    [{ country: 5 }, '"country" at row 0 must be text or missing'],
  ])('refuses %j', (row, message) => {
    const rows = [{ country: 'FR', sector: 'x', ...row }] as unknown as Row[];
    expect(() => checkComparability(rows, rows, options())).toThrow(`checkComparability: ${message}`);
  });

  it.each(['9', NaN, Infinity])('refuses %j employees', (employees) => {
    const rows = [{ country: 'FR', employees }] as unknown as Row[];
    const call = (): unknown => checkComparability(rows, rows, options(SIZE));
    expect(call).toThrow('checkComparability: "employees" at row 0 must be a finite number or missing');
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT' }) as Error);
  });

  it.each<[Partial<Record<keyof ComparabilityOptions<Row>, unknown>>, string]>([
    [{ country: undefined }, 'option "country" must be a field name, a function, or { a, b }'],
    [{ country: null }, 'option "country" must be a field name'],
    [{ country: '' }, 'option "country" must be a field name'],
    [{ country: { a: 5, b: 'FR' } }, 'option "country.a" must be text or missing'],
    [{ country: { a: 'FR', b: 5 } }, 'option "country.b" must be text or missing'],
    [{ instrument: undefined }, 'option "instrument" must be a field name'],
    [{ scale: 5 }, 'option "scale" must be a field name'],
    [{ attributes: undefined }, 'option "attributes" must be at least one attribute of the company, by name'],
    [{ attributes: {} }, 'option "attributes" must be at least one attribute'],
    [{ attributes: { s: null } }, 'option "attributes.s.kind" must be "category" or "number"'],
    [{ attributes: { s: { kind: 'text', field: 'sector' } } }, 'option "attributes.s.kind" must be "category"'],
    [{ attributes: { s: { kind: 'number' } } }, 'option "attributes.s.field" must be a field name or a function'],
    [
      { attributes: { s: { kind: 'number', field: 'x', missingShare: 1.1 } } },
      'option "attributes.s.missingShare" must be from 0 to 1',
    ],
    [{ attributes: { s: { kind: 'number', field: 'x', missingShare: -0.1 } } }, 'option "attributes.s.missingShare"'],
    [{ override: { reason: ' ' } }, 'option "override.reason" must be a reason in words'],
    [{ override: true }, 'option "override.reason" must be a reason in words'],
    [{ override: null }, 'option "override.reason" must be a reason in words'],
    [
      { thresholds: { totalVariation: null } },
      'option "thresholds.totalVariation" must be { caution, stop } with 0 <= caution <= stop',
    ],
    [{ thresholds: { totalVariation: { caution: 0.3, stop: 0.2 } } }, 'option "thresholds.totalVariation"'],
    [
      { thresholds: { standardizedDifference: { caution: -1, stop: 0.2 } } },
      'option "thresholds.standardizedDifference"',
    ],
  ])('refuses %j', (own, message) => {
    const call = (): unknown => checkComparability(sample([2]), sample([2]), { ...OPTIONS, ...own } as typeof OPTIONS);
    expect(call).toThrow(`checkComparability: ${message}`);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_OPTION' }) as Error);
  });

  it('refuses no options', () => {
    expect(() => checkComparability([], [], undefined as never)).toThrow('checkComparability: option "attributes"');
  });
});

describe('reasonsAgainst', () => {
  it('gives each reason once, and none against an override', () => {
    const sector = { kind: 'category', field: (row: Row) => row.sector } as const;
    const own = { attributes: { a: sector, b: sector } };
    const [a, b] = [sample([5]), sample([0, 5])];
    expect(reasonsAgainst(checkComparability(a, b, options(own)))).toEqual(['mix']);
    expect(reasonsAgainst(checkComparability(a, b, options({ ...own, override: { reason: 'x' } })))).toEqual([]);
    expect(reasonsAgainst(checkComparability(a, a, options(own)))).toEqual([]);
  });
});
