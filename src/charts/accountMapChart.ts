import type { AccountSheets } from '../accounts/accountSheet.js';
import { countPhrase, localCount, localNumber } from '../core/locale.js';
import { requireOption, requireOptions } from '../core/options.js';
import { accountPoints, type AccountMapFact, type AccountPoint } from './accountPoints.js';
import { betweenOf, colonOf, noDataWords, toSpecification } from './chartFrame.js';
import { resolveChart, type ChartOptions } from './chartOptions.js';
import { listText, shortText } from './chartText.js';
import type { ChartSpecification } from './specification.js';

import {
  ACCOUNT_MAP_HEIGHT,
  accountLayers,
  heightOf,
  STANDINGS,
  STANDING_WORDS,
  type AccountSize,
} from './accountMapLayers.js';

/** How accounts are drawn. */
export interface AccountMapChartOptions extends ChartOptions {
  /** Currency of the revenue, of which the facts give minor units. */
  readonly currency: string;
  /**
   * What the size of a mark tells: how many were `'heard'`, or the `'share-of-wallet'`.
   * @defaultValue 'heard'
   */
  readonly size?: AccountSize | undefined;
}

/**
 * Charts accounts by revenue and by the last scores of their people.
 *
 * Use it to decide whom to call: large accounts with a detractor, and large accounts that nobody is heard of, which have a strip of their
 * own below the scale. A mark stands at the mean of the last scores, and the line through it goes from the lowest to the highest. With so
 * few people an account it shows where they stand, and is no estimate of anything beyond them.
 *
 * @param sheets - What `accountSheet` gave.
 * @param facts - Revenue of the accounts in minor units, with share of wallet and name where they are known. Accounts without revenue have no
 * place on the axis, which is logarithmic, and are counted.
 * @param options - The currency, what the size tells, language, title, theme and width.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; without accounts it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when a sheet or a fact is none or comes twice, and `CX_INVALID_OPTION` when
 * the currency is none or an option is out of its range.
 * @example
 * ```ts
 * import { accountSheet } from 'cx-scoring';
 * import { toAccountMapChart } from 'cx-scoring/charts';
 *
 * const answers = [
 *   { client: 'acme', who: 'ana', at: '2026-09-01', q1: 4 },
 *   { client: 'bolt', who: 'ben', at: '2026-09-02', q1: 10 },
 * ];
 * const sheets = accountSheet(answers, { account: 'client', contact: 'who', at: 'at', score: 'q1', asOf: '2026-09-30' });
 * const facts = [
 *   { account: 'acme', revenue: 120_000_00 },
 *   { account: 'bolt', revenue: 15_000_00 },
 * ];
 * const chart = toAccountMapChart(sheets, facts, { currency: 'EUR' });
 * chart.title.subtitle; // => ['2 accounts: 1 with a detractor, 1 with promoters only', 'With a detractor: €120,000 of €135,000 revenue']
 * ```
 */
export function toAccountMapChart(
  sheets: AccountSheets,
  facts: readonly AccountMapFact[],
  options: AccountMapChartOptions,
): ChartSpecification {
  const where = 'toAccountMapChart';
  requireOptions(where, options);
  const chart = resolveChart(where, options);
  const { currency, size = 'heard' } = options;
  const isCurrency = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  requireOption(isCurrency, where, 'currency', 'a code of three capital letters, such as "EUR"', currency);
  requireOption(size === 'heard' || size === 'share-of-wallet', where, 'size', '"heard" or "share-of-wallet"', size);
  const { points, unplaced } = accountPoints(where, sheets, facts);
  const { locale } = chart;
  const { language } = locale;
  const french = language === 'fr';
  const colon = colonOf(locale);
  const money: Intl.NumberFormatOptions = { style: 'currency', currency, maximumFractionDigits: 0 };
  const divisor =
    10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0);
  const write = (revenue: number): string => localNumber(locale, revenue / divisor, money);
  const heading = french ? 'Comptes selon le chiffre d’affaires et les notes' : 'Accounts by revenue and scores';
  const people = (heard: number): string =>
    countPhrase(locale, heard, french ? '# personne' : '# person', french ? '# personnes' : '# people');
  const percent = (share: number): string => localNumber(locale, share, { style: 'percent', maximumFractionDigits: 0 });
  const values = points.map((point) => {
    const { name, revenue, score, range, heard, shareOfWallet, standing } = point;
    const mean =
      score === null
        ? ''
        : `, ${localNumber(locale, score, { maximumFractionDigits: 1 })} (${range?.[0]} – ${range?.[1]}, ${people(heard)})`;
    const wallet =
      shareOfWallet === null
        ? ''
        : french
          ? `, part de portefeuille ${percent(shareOfWallet)}`
          : `, share of wallet ${percent(shareOfWallet)}`;
    return {
      revenue: revenue / divisor,
      score: heightOf(point),
      low: range?.[0] ?? null,
      high: range?.[1] ?? null,
      amount: size === 'heard' ? heard : (shareOfWallet ?? 0),
      standing: STANDING_WORDS[standing][language],
      words: `${shortText(name, 60)}${colon}${write(revenue)}${mean}, ${STANDING_WORDS[standing][language].toLowerCase()}${wallet}`,
    };
  });
  const { layers, labelled } = accountLayers(points, values, divisor, currency, size, chart);
  const revenueOf = (list: readonly AccountPoint[]): number => list.reduce((sum, { revenue }) => sum + revenue, 0);
  const shown = STANDINGS.filter((standing) => points.some((point) => point.standing === standing));
  const counts = shown.map(
    (standing) =>
      `${localCount(locale, points.filter((point) => point.standing === standing).length)} ${STANDING_WORDS[standing][language].toLowerCase()}`,
  );
  const accounts = countPhrase(
    locale,
    points.length,
    french ? '# compte' : '# account',
    french ? '# comptes' : '# accounts',
  );
  const risky = points.filter(({ standing }) => standing === 'detractor');
  const share = french
    ? `${write(revenueOf(risky))} de chiffre d’affaires sur ${write(revenueOf(points))}`
    : `${write(revenueOf(risky))} of ${write(revenueOf(points))} revenue`;
  const atRisk = risky.length === 0 ? '' : `${STANDING_WORDS.detractor[language]}${colon}${share}`;
  const without =
    unplaced.length === 0
      ? ''
      : countPhrase(
          locale,
          unplaced.length,
          french ? '# sans chiffre d’affaires connu' : '# without known revenue',
          french ? '# sans chiffre d’affaires connu' : '# without known revenue',
        );
  const hidden = points.length - labelled;
  const lost =
    hidden === 0
      ? ''
      : countPhrase(
          locale,
          hidden,
          french ? '# point sans étiquette' : '# point without a label',
          french ? '# points sans étiquette' : '# points without a label',
        );
  const finding = points.length === 0 ? noDataWords(locale) : `${accounts}${colon}${counts.join(', ')}`;
  const apart = [without, lost].filter((text) => text !== '').join(', ');
  const list =
    points.length === 0
      ? ''
      : listText(
          values.map(({ words }) => words),
          locale,
          betweenOf(locale),
        );
  return toSpecification(chart, {
    heading,
    findings: [finding, atRisk, apart],
    description: [heading, finding, atRisk, without, list]
      .filter((text) => text !== '')
      .map((text) => `${text}.`)
      .join(' '),
    height: ACCOUNT_MAP_HEIGHT,
    layers: points.length === 0 ? [] : layers,
  });
}
