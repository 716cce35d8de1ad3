import type { EffortAtLeastRule, EffortAtMostRule, ScoreAtMostRule, StarsAtMostRule } from './alertRule.js';
import type { AlertAnswer } from './alertRecords.js';
import { wordOf, type PlacedRecord, type RuleFindings } from './alertSignal.js';

/** A rule about the level of an answer. */
export type LevelRule = ScoreAtMostRule | EffortAtMostRule | EffortAtLeastRule | StarsAtMostRule;

/** Tells whether a threshold means something on the scale of an answer: the same points, and bad at the same end. */
function isOwnScale(rule: LevelRule, { scale }: AlertAnswer): boolean {
  const { minimum, maximum, higherIsBetter } = Object(scale) as AlertAnswer['scale'];
  const isSame = minimum === rule.scale.minimum && maximum === rule.scale.maximum;
  return isSame && higherIsBetter === (rule.kind !== 'effort-at-least');
}

/** Finds the answers whose level meets a rule. Answers without a readable date are left out, to be counted elsewhere. */
export function levelSignals(rule: LevelRule, answers: readonly PlacedRecord<AlertAnswer>[]): RuleFindings {
  const own = answers.filter(({ row, day }) => rule.metrics.includes(row.metric) && !Number.isNaN(day));
  const judged = own.filter(({ row }) => isOwnScale(rule, row));
  const isBad = (value: number): boolean =>
    rule.kind === 'effort-at-least' ? value >= rule.least : value <= rule.most;
  const signals = judged
    .filter(({ row }) => isBad(row.value as number))
    .map(({ row, record, account, contact, day }) => ({
      account,
      contact,
      day,
      seen: day,
      evidence: {
        record,
        id: wordOf(row.id),
        at: row.at,
        fields: { metric: row.metric, value: row.value, source: wordOf(row.source) },
      },
    }));
  const count = own.length - judged.length;
  return { signals, warnings: count > 0 ? [{ code: 'other-scale', rule: rule.id, count }] : [] };
}
