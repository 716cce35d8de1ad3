import type { DescribeOptions } from 'cx-scoring/rewards';
import type { Locale } from './arguments.js';

/** The words of the close of the quarter; explanations of decisions come from the library. */
export interface RewardSectionWords {
  readonly title: (quarter: string) => string;
  readonly origin: (rules: string, on: string) => string;
  /** Heads of the table of rules. */
  readonly rules: readonly string[];
  /** Heads of the table of networks. */
  readonly networks: readonly string[];
  readonly contract: (otif: string, sla: string, portal: string, everyMonth: string, byBound: string) => string;
  /** A bonus of no points. */
  readonly nothing: string;
  readonly why: string;
  readonly gift: string;
  readonly chosen: (account: string, count: string, gift: string, price: string, returned: string) => string;
  readonly ledger: string;
  /** Heads of the table of budgets. */
  readonly budgets: readonly string[];
  readonly members: (names: string, others: string) => string;
  readonly clean: (entries: string) => string;
  readonly found: (findings: string) => string;
  readonly review: (file: string) => string;
}

const en: RewardSectionWords = {
  title: (quarter) => `Closing ${quarter}: what is rewarded`,
  origin: (rules, on) =>
    `The ${rules} rules of examples/data/reward-rules.json, on the records above, decided on ${on}. Refused are also those for whom a rule ` +
    'was not in force yet or a budget empty.',
  rules: ['Rule', 'Granted', 'Amount', 'Waiting', 'Taken back', 'Held', 'Refused'],
  networks: ['Network bonus', 'OTIF', 'SLA', 'Portal', 'Points', 'Dealers'],
  contract: (otif, sla, portal, everyMonth, byBound) =>
    `Green from ${otif}, ${sla} and ${portal}, over the quarter as a whole. Had every month to be green, the bonus would pay ` +
    `${everyMonth}; by the unfavourable end of each interval, ${byBound}.`,
  nothing: 'nothing',
  why: 'Why, in words',
  gift: 'Goodwill',
  chosen: (account, count, gift, price, returned) =>
    `${account} may choose among ${count} gifts: ${gift}, ${price}; ${returned} return to the budget.`,
  ledger: 'The ledger',
  budgets: ['Budget', 'Limit', 'Posted', 'Set aside', 'Left'],
  members: (names, others) => `Largest balances: ${names}; ${others} others.`,
  clean: (entries) => `${entries} entries; checkLedger finds nothing wrong with them, nor with the budgets.`,
  found: (findings) => `checkLedger finds: ${findings}.`,
  review: (file) => `The quarterly review, as one page to be opened in a browser: ${file}`,
};

const fr: RewardSectionWords = {
  title: (quarter) => `Clôture de ${quarter}\u202f: ce qui est récompensé`,
  origin: (rules, on) =>
    `Les ${rules} règles de examples/data/reward-rules.json, appliquées le ${on} aux données ci-dessus. Un refus peut aussi venir d’une ` +
    'règle pas encore en vigueur ou d’un budget épuisé.',
  rules: ['Règle', 'Accordé', 'Montant', 'En attente', 'Repris', 'Suspendu', 'Refusé'],
  networks: ['Bonus réseau', 'OTIF', 'SLA', 'Portail', 'Points', 'Distributeurs'],
  contract: (otif, sla, portal, everyMonth, byBound) =>
    `Au vert à partir de ${otif}, ${sla} et ${portal}, sur l’ensemble du trimestre. S’il fallait que chaque mois soit au vert, le bonus ` +
    `serait de ${everyMonth}\u202f; selon la borne défavorable de chaque intervalle, ${byBound}.`,
  nothing: '0\u00a0point',
  why: 'Pourquoi, en toutes lettres',
  gift: 'Geste commercial',
  chosen: (account, count, gift, price, returned) =>
    `${account} choisit parmi ${count} cadeaux\u202f: ${gift}, ${price}\u202f; ${returned} retournent au budget.`,
  ledger: 'Le registre',
  budgets: ['Budget', 'Plafond', 'Engagé', 'Réservé', 'Reste'],
  members: (names, others) => `Les plus grands soldes\u202f: ${names}\u202f; ${others} autres.`,
  clean: (entries) => `${entries} écritures\u202f; checkLedger n’y trouve rien à redire, ni aux budgets.`,
  found: (findings) => `checkLedger relève\u202f: ${findings}.`,
  review: (file) => `Le bilan trimestriel, en une page à ouvrir dans un navigateur\u202f: ${file}`,
};

/** Words by language. */
export const REWARD_SECTION_WORDS: Readonly<Record<Locale, RewardSectionWords>> = { en, fr };

/** What people call the things that rules speak of. */
export const REWARD_NAMES: Pick<DescribeOptions, 'labels' | 'names' | 'units'> = {
  labels: [
    { fact: ['network', 'members'], names: { en: 'its dealers', fr: 'des distributeurs' } },
    { fact: ['author', 'role'], names: { en: 'the role of the author', fr: 'le rôle de l’auteur' } },
    { fact: ['insight', 'status'], names: { en: 'the state of the insight', fr: 'l’état de la remontée' } },
  ],
  names: {
    FR: { en: 'Nordhaven France', fr: 'Nordhaven France' },
    DE: { en: 'Nordhaven Germany', fr: 'Nordhaven Allemagne' },
    BE: { en: 'Nordhaven Belgium', fr: 'Nordhaven Belgique' },
    ES: { en: 'Nordhaven Spain', fr: 'Nordhaven Espagne' },
    otif: { en: 'OTIF', fr: 'OTIF' },
    'sla-attainment': { en: 'SLA attainment', fr: 'respect des SLA' },
    'portal-adoption': { en: 'portal adoption', fr: 'adoption du portail' },
    'goodwill-2026': { en: 'Goodwill 2026', fr: 'Gestes commerciaux 2026' },
    'network-2026': { en: 'Networks 2026', fr: 'Réseaux 2026' },
    'target-reached': { en: 'Target reached', fr: 'Objectif atteint' },
    service: { en: 'the service team', fr: 'l’équipe service' },
    'portal-2026': { en: 'the service portal', fr: 'le portail de service' },
    main: { en: 'gifts', fr: 'cadeaux' },
  },
  units: {
    pt: { one: { en: 'point', fr: 'point' }, many: { en: 'points', fr: 'points' } },
  },
};
