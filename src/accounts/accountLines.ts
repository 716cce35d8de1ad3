import { sortedTallies } from '../measures/keyedTally.js';
import type { ScaleStatistic } from '../measures/scaleValue.js';
import { accountScores, rollUpAccount, type RollUpRule } from './rollUp.js';
import type { AccountTally } from './accountTally.js';

/** One account of an account metric. */
export interface AccountLine {
  /** Key of the account. */
  readonly account: string;
  /** Answers used. */
  readonly answers: number;
  /** What the account contributes, in the unit of the metric: +100, 0 or -100 for one answer to the recommendation question. */
  readonly value: number;
  /** Lowest answer. */
  readonly lowest: number;
  /** Highest answer. */
  readonly highest: number;
  /** Whether answers of opposite classes stand in one account: promoters beside detractors, satisfied beside unsatisfied. */
  readonly isDivided: boolean;
  /** Revenue of the account, the largest its rows tell; `null` when none does. */
  readonly revenue: number | null;
}

/** An account on its way to a result. */
export interface AccountFigure extends AccountLine {
  /** What it contributes on -1..1, 0..1 or the scale. */
  readonly contribution: number;
  /** Whether its rows tell different revenues. */
  readonly isInconsistent: boolean;
}

/** Lists the accounts with an answer, in code-unit order of their keys. */
export function accountFigures(rule: RollUpRule, statistic: ScaleStatistic, { cells }: AccountTally): AccountFigure[] {
  const { valueAt, scale, definition } = statistic;
  const unit = definition.statistic === 'net' ? 100 : 1;
  return sortedTallies(cells).flatMap(([account, { answers, revenues }]) => {
    const counts = answers.counts.slice(0, -4);
    const count = counts.reduce((sum, own) => sum + own, 0);
    if (count === 0) return [];
    const contribution = rollUpAccount(rule, statistic, accountScores(statistic, answers));
    const lowest = scale.minimum + counts.findIndex((own) => own > 0);
    const highest =
      scale.minimum +
      counts.length -
      1 -
      counts
        .slice()
        .reverse()
        .findIndex((own) => own > 0);
    const ends = [valueAt(lowest), valueAt(highest)];
    const [least = null, most = null] = revenues;
    return [
      {
        account,
        answers: count,
        value: unit * contribution + 0,
        lowest,
        highest,
        isDivided:
          definition.statistic !== 'mean' &&
          Math.abs((ends[0] as number) - (ends[1] as number)) === (unit === 100 ? 2 : 1),
        revenue: most,
        contribution,
        isInconsistent: least !== most,
      },
    ];
  });
}
