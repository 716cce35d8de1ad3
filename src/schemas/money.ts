import * as z from 'zod/mini';
import type { Money } from '../core/records.js';
import { currency } from './fields.js';
import { issueMessage, messageWith } from './issues.js';

/** Money: whole minor units with their currency; from `least` on where that is given. */
export function money(description: string, least?: number): z.ZodMiniType<Money> {
  const rule = 'a whole number that a double holds exactly';
  const limits = least === undefined ? [] : [z.minimum(least, { error: issueMessage })];
  const minorUnits = z
    .int({ error: messageWith(rule) })
    .check(...limits, z.describe(`Amount in the currency's smallest unit. Rule: ${rule}.`));
  return z
    .strictObject(
      { minorUnits, currency: currency('Currency as an ISO 4217 code.') } satisfies {
        [Name in keyof Money]-?: unknown;
      },
      { error: issueMessage },
    )
    .check(z.describe(description));
}
