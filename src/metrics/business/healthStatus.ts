import { cxError } from '../../core/errors.js';
import { fieldReader, type Field } from '../../core/field.js';
import { requireObject, requireOption, requireOptions, requireRows } from '../../core/options.js';
import type { MetricStatus } from '../../core/target.js';
import type { AccountHealth } from './healthScore.js';

/** Options of {@link toHealthStatuses}. */
export interface HealthStatusOptions<Row> {
  /** Green from this score on, 0..100. */
  readonly green: number;
  /** Amber from this score on, red below; at most `green`, and equal to it where there is no amber. */
  readonly amber: number;
  /**
   * By how many points a score must pass a threshold before the colour changes, from 0: within them an account keeps its former colour. Needs
   * `former`.
   * @defaultValue 0
   */
  readonly margin?: number | undefined;
  /** The colour that the account had last time; without one, and where it was unknown, the thresholds alone decide. */
  readonly former?: Field<Row, MetricStatus | null | undefined> | undefined;
}

/** The colour of an account's health. */
export interface AccountHealthStatus {
  /** Id of the account, or `null` when missing. */
  readonly account: string | null;
  /** Its score, 0..100, or `null` with too few components. */
  readonly score: number | null;
  /** Its colour; `'unknown'` without a score. */
  readonly status: MetricStatus;
  /** Whether the margin gave it another colour than the thresholds alone. */
  readonly held: boolean;
}

const WHERE = 'toHealthStatuses';
/** The colours from the worst; the place of a colour is the number of thresholds below it. */
const COLOURS = ['red', 'amber', 'green'] as const;

function requireScore(option: string, value: unknown, least: number, most: number): void {
  const isWithin = typeof value === 'number' && value >= least && value <= most;
  requireOption(isWithin, WHERE, option, `a number from ${least} to ${most}`, value);
}

/** How many colours a former status lies above red; `null` where there is none to keep. */
function rankOf(former: unknown, index: number): number | null {
  if (former === null || former === undefined || former === 'unknown') return null;
  const rank = COLOURS.findIndex((colour) => colour === former);
  if (rank >= 0) return rank;
  const rule = '"green", "amber", "red", "unknown" or missing';
  throw cxError('CX_INVALID_INPUT', `${WHERE}: former status at row ${index}`, rule, former);
}

/**
 * Gives each account the colour of its health, and lets an account near a threshold keep the colour it had.
 *
 * Use it on the records of {@link toAccountHealth}, month after month with the colours of the month before: without a margin an account whose
 * score trembles about a threshold changes its colour each month, and nobody looks any more.
 *
 * @param health - One record per account, from {@link toAccountHealth}, with the former colour where there is one.
 * @param options - The thresholds; the margin, and where the `former` colour stands.
 * @returns One record for each account, in the order of the rows. `held` tells where the margin decided.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when a threshold lies outside 0 to 100, amber is above green, or a margin is
 * given without `former`; `CX_INVALID_INPUT` for a score or a former colour that is none.
 * @remarks A Schmitt trigger: seen from the former colour each threshold above it is `margin` points higher and each one below it as many
 * lower. A score at a threshold has reached it. Colours of other thresholds are no former colours. Schmitt (1938), A thermionic trigger,
 * Journal of Scientific Instruments 15, 24-26, https://doi.org/10.1088/0950-7671/15/1/305
 * @example
 * ```ts
 * import { toHealthStatuses } from 'cx-scoring';
 *
 * const health = [
 *   { account: 'a', score: 68, coverage: 1, before: 'green' },
 *   { account: 'b', score: 68, coverage: 1, before: 'amber' },
 *   { account: 'c', score: 64, coverage: 1, before: 'green' },
 * ] as const;
 * toHealthStatuses(health, { green: 70, amber: 40 }).map(({ status }) => status); // => ['amber', 'amber', 'amber']
 * const steady = toHealthStatuses(health, { green: 70, amber: 40, margin: 5, former: 'before' });
 * steady.map(({ status }) => status); // => ['green', 'amber', 'amber']
 * steady[0]; // => { account: 'a', score: 68, status: 'green', held: true }
 * ```
 */
export function toHealthStatuses<Row extends Pick<AccountHealth, 'account' | 'score'>>(
  health: Iterable<Row>,
  options: HealthStatusOptions<NoInfer<Row>>,
): AccountHealthStatus[] {
  requireOptions(WHERE, options);
  requireRows(WHERE, 'health', health);
  const { green, amber, margin = 0, former } = options;
  requireScore('green', green, 0, 100);
  requireScore('amber', amber, 0, green);
  requireScore('margin', margin, 0, 100);
  requireOption(margin === 0 || former !== undefined, WHERE, 'former', 'given where a margin is', former);
  const readFormer = former === undefined ? () => null : fieldReader<Row, unknown>(former);
  const thresholds = [amber, green];
  const statuses: AccountHealthStatus[] = [];
  let index = 0;
  for (const row of health) {
    requireObject(`${WHERE}: row ${index}`, 'a record of toAccountHealth', row);
    const { account, score } = row;
    if (score !== null && !Number.isFinite(score))
      throw cxError('CX_INVALID_INPUT', `${WHERE}: score at row ${index}`, 'a finite number or null', score);
    const rank = rankOf(readFormer(row, index), index);
    const colour = (reached: (threshold: number, at: number) => boolean): MetricStatus =>
      COLOURS[thresholds.filter(reached).length] as MetricStatus;
    const plain = score === null ? 'unknown' : colour((threshold) => score >= threshold);
    const status =
      score === null || rank === null
        ? plain
        : colour((threshold, at) => score >= threshold + (at < rank ? -margin : margin));
    statuses.push({ account, score, status, held: status !== plain });
    index++;
  }
  return statuses;
}
