import type { Locale } from './arguments.js';

/** What a sample counts. */
export type Counted =
  | 'lines'
  | 'orders'
  | 'invoices'
  | 'tickets'
  | 'targets'
  | 'jobs'
  | 'requests'
  | 'accounts'
  | 'carts'
  | 'entries'
  | 'modules'
  | 'people';

/** The words of the section on operations, behaviour and business; names of metrics come from the catalogue. */
export interface OperationWords {
  readonly title: string;
  readonly origin: (quarter: string) => string;
  readonly groups: { readonly operations: string; readonly behaviour: string; readonly business: string };
  /** Heads of the table. */
  readonly columns: readonly string[];
  readonly counted: Readonly<Record<Counted, string>>;
  readonly median: string;
  readonly ninth: string;
  readonly byLine: string;
  readonly byOrder: string;
  readonly roc: string;
  readonly leftOut: string;
  /** Reasons, by what the library calls them. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly notes: {
    readonly otif: (open: string) => string;
    readonly orders: string;
    readonly businessHours: (open: string) => string;
    readonly sla: string;
    readonly returns: string;
    readonly reports: (reporting: string) => string;
    readonly retention: (churned: string, contraction: string, expansion: string) => string;
    readonly won: string;
    readonly alive: (histories: string, accounts: string) => string;
    readonly cost: (shares: string) => string;
    readonly health: (share: string, captured: string, lift: string) => string;
  };
  readonly activities: Readonly<Record<'orders' | 'lines' | 'tickets' | 'visits', string>>;
  readonly findings: string;
  /** Heads of the table of findings. */
  readonly findingColumns: readonly string[];
}

const en: OperationWords = {
  title: 'Operations, behaviour and business',
  origin: (quarter) =>
    `The records of the same company for ${quarter}, made at run time, with the blemishes of real exports: what is not ` +
    'judged is counted, and what cannot be is named.',
  groups: { operations: 'Operations', behaviour: 'Behaviour', business: 'Business' },
  columns: ['Metric', 'Value', '95% interval', 'Sample'],
  counted: {
    lines: 'lines',
    orders: 'orders',
    invoices: 'invoices',
    tickets: 'tickets',
    targets: 'targets',
    jobs: 'jobs',
    requests: 'requests',
    accounts: 'accounts',
    carts: 'carts',
    entries: 'entries',
    modules: 'modules',
    people: 'people',
  },
  median: 'median',
  ninth: '90th percentile',
  byLine: 'lines',
  byOrder: 'orders',
  roc: 'Health score against churn (ROC area)',
  leftOut: 'Left out: ',
  reasons: {
    missing: 'with something missing',
    invalid: 'that cannot be',
    notDue: 'not yet due',
    cancelled: 'cancelled in time',
    customerCaused: 'caused by the customer',
    duplicate: 'standing twice',
    immature: 'too recent',
    notMature: 'too recent',
    merged: 'merged',
    solvedWithoutReply: 'solved without a reply',
    withinTarget: 'still within their time',
    remoteFix: 'fixed from afar',
    inspection: 'inspections',
    noAccess: 'without access',
    withdrawn: 'withdrawn',
    requote: 'asked for again',
    invalidAction: 'action that cannot be',
    ineligibleAction: 'action of a stranger',
    uncountedAction: 'actions that are log-ins or too old',
    optional: 'optional',
    consignment: 'on consignment',
    otherAuthor: 'reports of others',
    outsideWindow: 'reports of before',
    notAtStart: 'not customers at the start',
  },
  notes: {
    otif: (open) => `A day early is on time. ${open} open lines past their date count as misses.`,
    orders: 'One line that misses makes its order miss.',
    businessHours: (open) => `In business hours, Paris. Open, and counted as longer than so far: ${open}.`,
    sla: 'Target by target, against what was agreed when the ticket came in.',
    returns: 'Units back within 30 days, of lines shipped 30 days ago or earlier.',
    reports: (reporting) => `Per salesperson in the quarter; ${reporting} of them reported at all.`,
    retention: (churned, contraction, expansion) =>
      `Lost with those who left ${churned}, with those who stayed ${contraction}; won with those who stayed ${expansion}.`,
    won: 'Customers won since the order book begins, with another order within 60 days.',
    alive: (histories, accounts) =>
      `Mean over today’s customers; BG/NBD model of ${histories} order histories. Silent for too long: ${accounts}.`,
    cost: (shares) => `Over the revenue of the quarter, at declared unit costs: ${shares}.`,
    health: (share, captured, lift) =>
      `Scores of a year ago against who has left since: the lowest ${share} hold ${captured} of the losses, ${lift} times their share.`,
  },
  activities: { orders: 'orders', lines: 'lines', tickets: 'tickets', visits: 'visits' },
  findings: 'Records that cannot be, by name',
  findingColumns: ['Record', 'Field', 'Value', 'Finding'],
};

const fr: OperationWords = {
  title: 'Opérations, comportements et résultats',
  origin: (quarter) =>
    `Les données de la même entreprise pour ${quarter}, produites à l’exécution, avec les défauts des vrais exports\u202f: ` +
    'ce qui n’est pas jugé est compté, ce qui est impossible est nommé.',
  groups: { operations: 'Opérations', behaviour: 'Comportements', business: 'Résultats' },
  columns: ['Indicateur', 'Valeur', 'Int. à 95\u00a0%', 'Base'],
  counted: {
    lines: 'lignes',
    orders: 'commandes',
    invoices: 'factures',
    tickets: 'tickets',
    targets: 'engagements',
    jobs: 'pannes',
    requests: 'demandes',
    accounts: 'comptes',
    carts: 'paniers',
    entries: 'fiches',
    modules: 'modules',
    people: 'personnes',
  },
  median: 'médiane',
  ninth: '90e centile',
  byLine: 'lignes',
  byOrder: 'commandes',
  roc: 'Score de santé face aux départs (aire ROC)',
  leftOut: 'Hors calcul\u202f: ',
  reasons: {
    missing: 'avec une donnée manquante',
    invalid: 'sur donnée impossible',
    notDue: 'à échéance future',
    cancelled: 'sur annulation à temps',
    customerCaused: 'du fait du client',
    duplicate: 'en double',
    immature: 'sans recul suffisant',
    notMature: 'sans recul suffisant',
    merged: 'par fusion',
    solvedWithoutReply: 'sans réponse avant la solution',
    withinTarget: 'encore dans le délai',
    remoteFix: 'à distance',
    inspection: 'pour entretien',
    noAccess: 'sans accès',
    withdrawn: 'sur retrait',
    requote: 'en nouvelle demande',
    invalidAction: 'action impossible',
    ineligibleAction: 'action d’un inconnu',
    uncountedAction: 'actions de simple connexion ou trop anciennes',
    optional: 'hors parcours obligatoire',
    consignment: 'en dépôt-vente',
    otherAuthor: 'remontées d’autres auteurs',
    outsideWindow: 'remontées d’avant',
    notAtStart: 'hors portefeuille de départ',
  },
  notes: {
    otif: (open) =>
      `Un jour d’avance est à temps. Lignes ouvertes après l’échéance, comptées comme manquées\u202f: ${open}.`,
    orders: 'Une ligne manquée suffit à manquer la commande.',
    businessHours: (open) =>
      `En heures ouvrées, Paris. Encore en cours, et comptés comme plus longs que leur âge\u202f: ${open}.`,
    sla: 'Engagement par engagement, selon ce qui valait à l’arrivée du ticket.',
    returns: 'Unités revenues sous 30 jours, sur les lignes expédiées depuis 30 jours ou plus.',
    reports: (reporting) => `Par commercial dans le trimestre\u202f; ${reporting} ont fait au moins une remontée.`,
    retention: (churned, contraction, expansion) =>
      `Perdus avec les départs ${churned}, chez ceux qui restent ${contraction}\u202f; gagnés chez ceux qui restent ${expansion}.`,
    won: 'Clients gagnés depuis l’ouverture du carnet de commandes, avec une autre commande sous 60 jours.',
    alive: (histories, accounts) =>
      `Moyenne des clients actuels\u202f; modèle BG/NBD sur ${histories} historiques de commandes. Silence trop long\u202f: ${accounts}.`,
    cost: (shares) => `Rapporté au chiffre d’affaires du trimestre, aux coûts unitaires déclarés\u202f: ${shares}.`,
    health: (share, captured, lift) =>
      `Scores d’il y a un an face aux départs depuis\u202f: les ${share} les plus bas réunissent ${captured} des pertes, ${lift} fois leur part.`,
  },
  activities: { orders: 'commandes', lines: 'lignes', tickets: 'tickets', visits: 'visites' },
  findings: 'Les enregistrements impossibles, un par un',
  findingColumns: ['Enregistrement', 'Champ', 'Valeur', 'Constat'],
};

/** Words by language. */
export const OPERATION_WORDS: Readonly<Record<Locale, OperationWords>> = { en, fr };
