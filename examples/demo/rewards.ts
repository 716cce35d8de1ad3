import { formatValue } from 'cx-scoring';
import { checkLedger, explainDecision, foldLedger, type RewardDecision } from 'cx-scoring/rewards';
import type { Locale } from './arguments.js';
import { heading, table, wrap } from './layout.js';
import { CONTRACT } from './networkResults.js';
import { CHOICE, CLOSED_ON, type ClosedQuarter } from './quarter.js';
import { GIFTS } from '../data/gifts.js';
import { REWARD_NAMES, REWARD_SECTION_WORDS } from './rewardWords.js';

const REFUSED: readonly string[] = ['denied', 'not-in-force', 'budget-exhausted', 'capped'];
const METRICS = ['otif', 'sla-attainment', 'portal-adoption'] as const;
const SHARE = { unit: 'share', range: null } as const;

/** Amounts of a unit in words: money, points, or a number of badges. */
function amountIn(locale: Locale): (amount: number, unit: string) => string {
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  return (amount, unit) => (unit === 'EUR' ? euros.format(amount / 100) : amount.toLocaleString(locale));
}

/** What came of each rule. */
function ruleRows({ rules, decisions, ledger }: ClosedQuarter, locale: Locale): string[][] {
  const amount = amountIn(locale);
  return rules.map(({ id, names, grant }) => {
    const entries = ledger.filter(({ rule }) => rule?.id === id);
    const awards = (...kinds: readonly string[]): Set<string | null> =>
      new Set(entries.filter(({ kind }) => kinds.includes(kind)).map(({ award }) => award));
    const [final, reversed, voided] = [awards('award', 'post'), awards('reverse'), awards('void')];
    const waiting = [...awards('reserve')].filter((award) => !final.has(award) && !voided.has(award));
    const own = decisions.filter(({ rule }) => rule === id);
    const sum = entries.reduce((total, entry) => total + entry.amount, 0);
    const counts = [
      waiting.length,
      voided.size + reversed.size,
      own.filter(({ outcome }) => outcome === 'held').length,
      own.filter(({ outcome }) => REFUSED.includes(outcome)).length,
    ];
    return [
      `  ${names?.[locale] ?? id}`,
      (final.size - reversed.size).toLocaleString(locale),
      `${amount(sum, grant.unit)}${grant.kind === 'points' ? ' pt' : ''}`,
      ...counts.map((count) => count.toLocaleString(locale)),
    ];
  });
}

/** The three figures of each network, and its bonus. */
function networkRows({ quarter, results, decisions, ledger }: ClosedQuarter, locale: Locale): string[][] {
  const own = decisions.filter(({ rule }) => rule === 'network-green-quarter');
  return own.map(({ subject, granted }) => {
    const figure = (metric: string): string => {
      const found = results.find((one) => one.metric === metric && one.scope === subject && one.period === quarter);
      return formatValue(found?.value ?? null, SHARE, { locale });
    };
    const dealers = ledger.filter((entry) => entry.subject === subject).length;
    return [
      `  ${REWARD_NAMES.names?.[subject ?? '']?.[locale] ?? ''}`,
      ...METRICS.map(figure),
      granted.toLocaleString(locale),
      dealers.toLocaleString(locale),
    ];
  });
}

/** One decision of each kind: a bonus that is paid, refused and held, an insight held and taken back, a gift without money, a badge. */
function toldDecisions(decisions: readonly RewardDecision[]): RewardDecision[] {
  const first = (id: string, outcome: RewardDecision['outcome']): RewardDecision[] =>
    decisions.filter((own) => own.rule === id && own.outcome === outcome).slice(0, 1);
  return [
    ...first('network-green-quarter', 'granted'),
    ...first('network-green-quarter', 'denied'),
    ...first('network-green-quarter', 'held'),
    ...first('field-insight', 'held'),
    ...first('field-insight', 'reversed'),
    ...first('goodwill-late-delivery', 'budget-exhausted'),
    ...first('plan-target-reached', 'granted'),
  ];
}

/** The summary of a decision, and where nothing is granted what speaks against it. */
function explainedLines(decision: RewardDecision, { rules }: ClosedQuarter, locale: Locale): string[] {
  const { summary, reasons } = explainDecision(decision, { ...REWARD_NAMES, locale, rules });
  const isRefused = decision.outcome === 'denied' || decision.outcome === 'held';
  return wrap('  ', [summary, ...(isRefused ? reasons : [])].join(' '));
}

/** What the members have, what is left of the budgets, and whether it adds up. */
function ledgerLines({ ledger, budgets, rules }: ClosedQuarter, locale: Locale): string[] {
  const words = REWARD_SECTION_WORDS[locale];
  const amount = amountIn(locale);
  const points = foldLedger(ledger, { asOf: CLOSED_ON })
    .filter(({ unit, available }) => unit === 'pt' && available > 0)
    .sort((a, b) => b.available - a.available || (a.member < b.member ? -1 : 1));
  const largest = points.slice(0, 4).map(({ member, available }) => `${member} ${amount(available, 'pt')} pt`);
  const findings = checkLedger({ ledger, budgets, rules });
  const rows = budgets.map(({ id, unit, limit, posted, reserved }) => [
    `  ${REWARD_NAMES.names?.[id]?.[locale] ?? id}`,
    ...[limit, posted, reserved, limit - posted - reserved].map(
      (own) => `${amount(own, unit)}${unit === 'pt' ? ' pt' : ''}`,
    ),
  ]);
  return [
    ...table([words.budgets, ...rows]),
    ...wrap('', words.members(largest.join(', '), (points.length - largest.length).toLocaleString(locale))),
    ...wrap(
      '',
      findings.length === 0
        ? words.clean(ledger.length.toLocaleString(locale))
        : words.found(findings.map(({ code }) => code).join(', ')),
    ),
  ];
}

/** Writes what the close of the quarter came to: bonuses, insights, a gift, explanations, the ledger. */
export function rewardLines(closed: ClosedQuarter, locale: Locale, isTerminal: boolean): string[] {
  const words = REWARD_SECTION_WORDS[locale];
  const amount = amountIn(locale);
  const percent = (share = 0): string => formatValue(share, SHARE, { locale, digits: 0 });
  const [otif, sla, portal] = METRICS.map((metric) => percent(CONTRACT[metric]?.[0])) as [string, string, string];
  const { choice, gifts, stricter, rules } = closed;
  const gift = GIFTS.find(({ id }) => id === CHOICE.item)?.names[locale] ?? CHOICE.item;
  const points = (own: number): string => (own === 0 ? words.nothing : `${amount(own, 'pt')} points`);
  const chosen = words.chosen(
    CHOICE.customer,
    gifts.total.toLocaleString(locale),
    gift,
    amount(choice.posted, 'EUR'),
    amount(choice.returned, 'EUR'),
  );
  return [
    heading(words.title(closed.quarter), isTerminal),
    ...wrap('', words.origin(rules.length.toLocaleString(locale), CLOSED_ON)),
    ...table([words.rules, ...ruleRows(closed, locale)]),
    '',
    ...table([words.networks, ...networkRows(closed, locale)]),
    ...wrap('', words.contract(otif, sla, portal, points(stricter.everyMonth), points(stricter.byBound))),
    '',
    heading(words.why, isTerminal),
    ...toldDecisions(closed.decisions).flatMap((decision) => explainedLines(decision, closed, locale)),
    ...wrap('  ', `${words.gift}${locale === 'fr' ? '\u202f' : ''}: ${chosen}`),
    '',
    heading(words.ledger, isTerminal),
    ...ledgerLines(closed, locale),
  ];
}
