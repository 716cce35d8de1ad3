import type { Verdict } from '../../core/comparison.js';
import type { Direction } from '../../core/definition.js';
import type { MetricStatus } from '../../core/target.js';
import type { Mark, Tone } from './block.js';
import type { Page } from './page.js';

const STATUS_TONES: Readonly<Record<MetricStatus, Tone>> = {
  green: 'good',
  amber: 'fair',
  red: 'bad',
  unknown: 'unknown',
};

/** How a result stands against its target. */
export function statusMark({ words }: Page, status: MetricStatus): Mark {
  return { text: words.status[status] ?? words.status.unknown, tone: STATUS_TONES[status] ?? 'unknown' };
}

/** Whether more or less of something is good news; `null` where neither is. */
export function verdictTone(verdict: 'higher' | 'lower', direction: Direction): 'good' | 'bad' | null {
  if (direction !== 'higher-is-better' && direction !== 'lower-is-better') return null;
  return (verdict === 'higher') === (direction === 'higher-is-better') ? 'good' : 'bad';
}

/** What the evidence says, and whether that is good news; `silence` are the words for no evidence, which never mean no change. */
export function verdictMark({ words }: Page, verdict: Verdict, direction: Direction, silence: string): Mark {
  if (verdict === 'no-evidence') return { text: silence, tone: 'unknown' };
  if (verdict !== 'higher' && verdict !== 'lower') return { text: words.verdicts.unknown, tone: 'unknown' };
  const tone = verdictTone(verdict, direction);
  if (tone === null) return { text: words.verdicts[verdict], tone: 'fair' };
  return { text: `${words.verdicts[verdict]}, ${words.tones[tone]}`, tone };
}
