import * as z from 'zod/mini';
import type { Pause } from '../metrics/operational/pause.js';
import { instant, list } from './fields.js';
import { findings, issueMessage } from './issues.js';
import { inOrder } from './timeRules.js';

/** Stretches of time that do not count. */
export function pauses(description: string): z.ZodMiniType<Pause[]> {
  const pause = z
    .strictObject(
      {
        start: instant('First instant that does not count.'),
        end: z
          .nullable(instant('First instant that counts again. Rule: at or after start.'))
          .check(
            z.describe('First instant that counts again, null for a pause that goes on. Rule: at or after start.'),
          ),
      } satisfies { [Name in keyof Pause]-?: unknown },
      { error: issueMessage },
    )
    .check(findings(inOrder<Pause>(['start', 'end'])), z.describe('A stretch of time that does not count.'));
  return list(pause, description);
}
