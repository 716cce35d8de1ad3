/**
 * Makes examples/data/answers.csv: three years of survey answers of Nordhaven Thermal, an invented maker of heating equipment
 * that sells to businesses in four countries, directly and through dealers.
 *
 * The same seed gives the same bytes. What was put in on purpose: answers of one account resemble each other; Germany improves and
 * Spain declines; service after a breakdown pleases less than the rest; a service portal opened in 2026-Q3 saves effort. And the
 * blemishes of real files: questions left empty, two answers of 11 in the oldest quarter, accounts without a revenue.
 *
 * Run it with: npx tsx examples/data/generate.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../../src/core/random.js';
import { createCompany, normal, pick, type Account, type Contact } from './company.js';

const SEED = 2310;
const QUARTERS = 12;
const FIRST_YEAR = 2023;
const FIRST_QUARTER = 4;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const COLUMNS = [
  ['id', 'at', 'accountId', 'contactId', 'role', 'country', 'sector', 'size', 'distributor', 'revenue'],
  ['metric', 'value', 'minimum', 'maximum', 'journeyStage', 'touchpoint', 'channel', 'team'],
].flat();

const METRICS = {
  nps: { minimum: 0, maximum: 10, centre: 8.1, spread: 1.9 },
  'partner-nps': { minimum: 0, maximum: 10, centre: 7.9, spread: 1.8 },
  csat: { minimum: 1, maximum: 5, centre: 4.2, spread: 0.75 },
  ces: { minimum: 1, maximum: 7, centre: 5.2, spread: 1.15 },
} as const;

/** What can happen to a customer, how it usually pleases (in standard deviations of an answer), and who answers for it. */
const MOMENTS = [
  { stage: 'pre-sales', touchpoint: 'quotation', team: 'sales', effect: 0.15, often: 1 },
  { stage: 'order', touchpoint: 'order-desk', team: 'sales', effect: 0.2, often: 3 },
  { stage: 'delivery', touchpoint: 'warehouse', team: 'logistics', effect: 0.1, often: 4 },
  { stage: 'commissioning', touchpoint: 'on-site', team: 'field', effect: 0.3, often: 2 },
  { stage: 'support', touchpoint: 'hotline', team: 'service', effect: -0.75, often: 5 },
  { stage: 'renewal', touchpoint: 'contract', team: 'sales', effect: 0, often: 1 },
] as const;
const LIKELY_MOMENTS = MOMENTS.flatMap((moment) => Array.from({ length: moment.often }, () => moment));

/** How a country changes over the three years, in standard deviations of an answer. */
const COUNTRY_TREND = { FR: 0, DE: 0.65, BE: 0, ES: -0.75 } as const;
const ROLE_EFFECT = { buyer: 0.1, user: -0.1, prescriber: 0.15, 'after-sales': -0.2, dealer: 0 } as const;

/** Writes the answers as CSV, oldest first. */
export function generateAnswers(): string {
  const random = createRandom(SEED);
  const { accounts, dealers } = createCompany(random, QUARTERS);
  const rows: (readonly (string | number)[])[] = [];

  const ask = (
    metric: keyof typeof METRICS,
    quarter: number,
    account: Account,
    contact: Contact,
    moment: {
      readonly stage: string;
      readonly touchpoint: string;
      readonly team: string;
      readonly effect: number;
    } | null,
  ): void => {
    const { minimum, maximum, centre, spread } = METRICS[metric];
    const trend = COUNTRY_TREND[account.country] * (quarter / (QUARTERS - 1) - 0.4);
    const mood = account.mood + contact.mood + trend + ROLE_EFFECT[contact.role] + (moment?.effect ?? 0);
    const upset = random() < 0.05 ? 1.8 : 0;
    const answer = Math.round(centre + spread * (mood + 0.7 * normal(random) - upset));
    const missing = random() < 0.025;
    const value = missing ? '' : Math.min(maximum, Math.max(minimum, answer));
    const month = 3 * ((FIRST_QUARTER - 1 + quarter) % 4) + Math.floor(3 * random());
    const day = 1 + Math.floor(random() * (DAYS[month] as number));
    const year = FIRST_YEAR + Math.floor((FIRST_QUARTER - 1 + quarter) / 4);
    const at = [year, month + 1, day].map((part) => String(part).padStart(2, '0')).join('-');
    const channel = pick(random, moment ? ['email', 'email', 'sms', 'web'] : ['email', 'email', 'phone']);
    const { id, country, sector, size, distributor, revenue } = account;
    rows.push([
      ...[at, id, contact.id, contact.role, country, sector, size, distributor, revenue ?? ''],
      ...[metric, value, minimum, maximum, moment?.stage ?? '', moment?.touchpoint ?? '', channel],
      `${moment?.team ?? (metric === 'partner-nps' ? 'partners' : 'sales')}-${country.toLowerCase()}`,
    ]);
  };

  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    for (const account of accounts.filter(({ first, last }) => first <= quarter && quarter <= last)) {
      // Everybody is asked for a recommendation twice a year, half of them each quarter; not everybody answers.
      account.contacts.forEach((contact) => {
        if ((Number(contact.id.slice(1)) + quarter) % 2 === 0 && random() < 0.68)
          ask('nps', quarter, account, contact, null);
      });
      const events = Math.floor(account.events * 2 * random() + 0.25);
      for (let event = 0; event < events; event++) {
        const likely = pick(random, LIKELY_MOMENTS);
        // The service portal: what used to be a call is now done on the web, with less effort.
        const portal = likely.stage === 'support' && quarter === QUARTERS - 1 && random() < 0.7;
        const moment = portal ? { ...likely, touchpoint: 'service-portal', effect: 0.8 } : likely;
        const contact = pick(random, account.contacts);
        ask('csat', quarter, account, contact, portal ? { ...moment, effect: -0.35 } : moment);
        if ((moment.stage === 'support' || moment.stage === 'order') && random() < 0.95) {
          ask('ces', quarter, account, contact, moment);
        }
      }
    }
    for (const dealer of dealers) {
      for (const contact of dealer.contacts) {
        if (random() < 0.6) ask('partner-nps', quarter, dealer, contact, null);
      }
    }
  }

  const at = COLUMNS.indexOf('at') - 1;
  const metric = COLUMNS.indexOf('metric') - 1;
  // By day; a stable sort keeps the order of asking within one day.
  rows.sort((a, b) => (a[at] === b[at] ? 0 : String(a[at]) < String(b[at]) ? -1 : 1));
  const wrong = rows.filter((row) => row[metric] === 'nps').slice(20, 60);
  const offScale = new Set([wrong[0], wrong[39]]);
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => (column === metric + 1 && offScale.has(row) ? 11 : cell));
    return [`R${String(index + 1).padStart(5, '0')}`, ...cells].join(',');
  });
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('answers.csv', import.meta.url), generateAnswers());
}
