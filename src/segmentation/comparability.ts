import { cxError } from '../core/errors.js';
import { isIterable } from '../measures/input.js';
import { checkCategory, checkNumber, checkSame, type SamplePair } from './comparabilityCheck.js';
import {
  resolveAttributes,
  resolveOverride,
  resolveThresholds,
  type ComparabilityOptions,
  type SharedProperty,
} from './comparabilityOptions.js';
import type { ComparabilityCheck, ComparabilityReason, ComparabilityReport } from './comparabilityReport.js';

/**
 * Checks whether two samples can be compared: one country, one instrument, and companies that are alike.
 *
 * Use it before any comparison of two regions, networks, waves or suppliers; {@link compareSamples} does so and refuses. Attributes are
 * those of the company (its size, its age, its sector), read off each answer so that a company counts as often as it answered; they
 * are never those of the respondent. What is unknown does not pass: a side without a country is not comparable.
 *
 * @param a - Rows of the first sample, read once.
 * @param b - Rows of the second sample.
 * @param options - Where the properties are, thresholds, and the reason for comparing all the same.
 * @returns One finding for each check, whether all of them pass, and the override with what it set aside.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when there are no rows to read or a value is of a wrong type,
 * `CX_INVALID_OPTION` when an option breaks its rule.
 * @remarks Comparisons within a country are worth more than those across countries, also within one business unit, and the
 * companies should be alike in age, size or sector: Qualtrics, « Mesurer l’expérience de ses clients professionnels ». Classes are
 * compared by total variation distance and by the standardised difference of all classes together (Yang and Dalton 2012), numbers by
 * the standardised difference of means (Austin 2009, doi:10.1002/sim.3697: from 0.1 an imbalance counts; 0.25 is Rubin's limit).
 * @example
 * ```ts
 * import { checkComparability } from 'cx-scoring/segmentation';
 *
 * const companies = (country: string, sectors: string[]) => sectors.map((sector) => ({ country, sector, survey: 'relationship' }));
 * const options = {
 *   country: 'country',
 *   instrument: 'survey',
 *   attributes: { sector: { kind: 'category', field: 'sector' } },
 * } as const;
 * const north = companies('FR', ['retail', 'retail', 'industry', 'industry']);
 * const south = companies('FR', ['retail', 'industry', 'retail', 'industry']);
 * checkComparability(north, south, options).isComparable; // => true
 * const abroad = companies('DE', ['retail', 'retail', 'industry', 'industry']);
 * const { isComparable, checks } = checkComparability(north, abroad, options);
 * isComparable; // => false
 * checks.map(({ attribute, verdict }) => `${attribute}: ${verdict}`); // => ['country: different', 'instrument: similar', 'sector: similar']
 * ```
 */
export function checkComparability<Row>(
  a: Iterable<Row>,
  b: Iterable<Row>,
  options: ComparabilityOptions<NoInfer<Row>>,
): ComparabilityReport {
  return reportComparability('checkComparability', readSamples('checkComparability', a, b), options);
}

/** Reads both sides once. */
export function readSamples<Row>(where: string, a: Iterable<Row>, b: Iterable<Row>): SamplePair<Row> {
  const read = (rows: Iterable<Row>, side: string): Row[] => {
    if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', `${where}: ${side}`, 'an iterable of rows', rows);
    return Array.from(rows);
  };
  return [read(a, 'a'), read(b, 'b')];
}

/** Runs every check on samples that were read. */
export function reportComparability<Row>(
  where: string,
  samples: SamplePair<Row>,
  options: ComparabilityOptions<Row>,
): ComparabilityReport {
  // A caller without types may hand in nothing.
  const own = Object(options) as ComparabilityOptions<Row>;
  const same = (
    attribute: string,
    reason: ComparabilityReason,
    property: SharedProperty<Row> | undefined,
  ): ComparabilityCheck[] => (property === undefined ? [] : [checkSame(where, attribute, reason, samples, property)]);
  const thresholds = resolveThresholds(where, own.thresholds);
  const override = resolveOverride(where, own.override);
  const attributes = resolveAttributes(where, own.attributes);
  const checks = [
    checkSame(where, 'country', 'country', samples, own.country),
    checkSame(where, 'instrument', 'instrument', samples, own.instrument),
    ...same('scale', 'definition', own.scale),
    ...same('definition', 'definition', own.definition),
    ...attributes.map(([attribute, company]) =>
      company.kind === 'category'
        ? checkCategory(where, attribute, samples, company, thresholds)
        : checkNumber(where, attribute, samples, company, thresholds.standardizedDifference),
    ),
  ];
  const failed = checks.filter(({ verdict }) => verdict === 'different' || verdict === 'unknown');
  return {
    isComparable: failed.length === 0,
    checks,
    overridden: override && { ...override, attributes: failed.map(({ attribute }) => attribute) },
  };
}

/** Lists why samples are not comparable, each reason once; empty when they are, or when somebody compares all the same. */
export function reasonsAgainst({ checks, overridden }: ComparabilityReport): ComparabilityReason[] {
  if (overridden !== null) return [];
  const failed = checks.filter(({ verdict }) => verdict === 'different' || verdict === 'unknown');
  return [...new Set(failed.map(({ reason }) => reason))];
}
