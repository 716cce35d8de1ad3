import { resolveLocale, type LocaleOptions } from '../core/locale.js';
import { cxError } from '../core/errors.js';
import { requireObject, requireOptions } from '../core/options.js';
import type { Alert } from './alert.js';
import { alertInEnglish } from './alertInEnglish.js';
import { alertInFrench } from './alertInFrench.js';

/**
 * Writes an alert in full sentences, in British English or French: how much it matters, what happened, and who answers for it.
 *
 * Use it for the list of the weekly review, or for the message to the owner. Ids stand as they are: replace them by names where you have
 * some.
 *
 * @param alert - An alert, suppressed or not.
 * @param options - The `locale`: `'en'` (the default), `'fr'`, or a longer tag such as `'fr-CA'`.
 * @returns The sentences; for a kind of a later version of this library a general one that names the kind.
 * @throws TypeError with code `CX_INVALID_OPTION` when the locale is of another language, `CX_INVALID_INPUT` when there is no alert.
 * @example
 * ```ts
 * import { formatAlert, weeklyAlerts } from 'cx-scoring/reviews';
 *
 * const scale = { minimum: 0, maximum: 10, higherIsBetter: true };
 * const answer = { id: 'r1', at: '2026-11-17', metric: 'nps', value: 3, scale, accountId: 'acme', contactId: 'ana' };
 * const [alert] = weeklyAlerts({ asOf: '2026-11-22', answers: [answer] }).alerts;
 * const text = alert ? formatAlert(alert) : '';
 * text; // => 'High severity. Contact ana of account acme answered 3 to ‘Net Promoter Score’ on 2026-11-17; an alert is raised at 6 or below. Nobody owns it yet.'
 * ```
 */
export function formatAlert(alert: Alert, options: LocaleOptions = {}): string {
  requireOptions('formatAlert', options);
  requireObject('formatAlert: alert', 'an alert', alert);
  if (!Array.isArray(alert.evidence))
    throw cxError('CX_INVALID_INPUT', 'formatAlert: alert.evidence', 'a list of records', alert.evidence);
  const locale = resolveLocale('formatAlert', options.locale);
  return locale.language === 'fr' ? alertInFrench(locale, alert) : alertInEnglish(locale, alert);
}
