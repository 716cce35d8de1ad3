/** A part of the customer's way with a supplier, from before the sale to the renewal. */
export type JourneyStage = (typeof JOURNEY_STAGES)[number];

/**
 * The stages of a business customer's journey, in order: before the sale (advice, quote), order, delivery, commissioning (putting into
 * service), support (after-sales, tickets, spare parts), renewal.
 */
export const JOURNEY_STAGES = ['pre-sales', 'order', 'delivery', 'commissioning', 'support', 'renewal'] as const;

/** What a contact does in the collective decision of an account. */
export type ContactRole = (typeof CONTACT_ROLES)[number];

/**
 * The roles of contacts. Each is asked about something else and weighs differently in an account:
 *
 * - `'decision-maker'`: signs, or decides on the renewal;
 * - `'buyer'`: prices, quotes, orders, invoices;
 * - `'user'`: works with the product and its documentation;
 * - `'prescriber'`: recommends or specifies without buying, such as a design office or an architect;
 * - `'after-sales'`: repairs, spare parts, returns;
 * - `'dealer'`: sells on; the retailers, distributors and partners of a network;
 * - `'other'`: a known role that is none of these. An unknown role is left out, not `'other'`.
 */
export const CONTACT_ROLES = [
  'decision-maker',
  'buyer',
  'user',
  'prescriber',
  'after-sales',
  'dealer',
  'other',
] as const;

/** What became of a question put to a contact. */
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/**
 * The states of an answer. Rows that do not count are kept with their reason instead of being dropped:
 *
 * - `'complete'`: the questionnaire was finished;
 * - `'partial'`: the questionnaire was left before its end, this question may be answered;
 * - `'skipped'`: the question was shown and not answered;
 * - `'not-shown'`: the question was never shown to this contact;
 * - `'test'`: a preview or a trial of one's own;
 * - `'spam'`: the source suspects a machine or a duplicate;
 * - `'excluded'`: the source withdraws the answer from calculation for another reason.
 */
export const ANSWER_STATUSES = ['complete', 'partial', 'skipped', 'not-shown', 'test', 'spam', 'excluded'] as const;

/** The scale an answer was given on. It comes with each answer, because scales are never guessed. */
export interface AnswerScale {
  /** Lowest value that can be chosen. */
  readonly minimum: number;
  /** Highest value that can be chosen, above `minimum` by a whole number of steps. */
  readonly maximum: number;
  /** Distance between neighbouring values, above 0; 1 for a scale of whole numbers. */
  readonly step: number;
  /** `true` where the highest value is the best: false for the effort of CES 1.0. */
  readonly higherIsBetter: boolean;
}

/** One answer of one contact to one question: the long form that every survey tool's export can be brought to. */
export interface SurveyAnswer {
  /** Id of the answer, unique within its source, so that the same export can be read twice. */
  readonly id: string;
  /** When it was given: a civil date `YYYY-MM-DD`, or an instant with its zone such as `2026-11-21T09:30:00+01:00`. */
  readonly at: string;
  /** Account the contact belongs to. */
  readonly accountId?: string;
  /** Contact who answered. */
  readonly contactId?: string;
  /** Role of the contact at that time. */
  readonly role?: ContactRole;
  /** Id of the metric the question serves, in kebab case: `'nps'`, `'csat'`, `'ces'`. */
  readonly metric: string;
  /** The answer, on its scale; `null` when there is none, never 0. */
  readonly value: number | null;
  /** The scale the question was asked on. */
  readonly scale: AnswerScale;
  /** What became of the question. A question that was `'skipped'` or `'not-shown'` has no value. */
  readonly status: AnswerStatus;
  /** Stage of the journey it is about. */
  readonly journeyStage?: JourneyStage;
  /** Moment or place of contact it is about, in the company's own words: `'invoice'`, `'hotline'`. */
  readonly touchpoint?: string;
  /** Way it was collected or served, in the company's own words: `'email'`, `'counter'`, `'mobile'`. */
  readonly channel?: string;
  /** Team that served the customer. */
  readonly team?: string;
  /** Person who served the customer. */
  readonly agent?: string;
  /** Branch, agency or shop that served the customer. */
  readonly branch?: string;
  /** Order, ticket, delivery or visit it is about. */
  readonly eventId?: string;
  /** Language of the text as a BCP 47 tag, such as `'fr'` or `'pt-BR'`. */
  readonly language?: string;
  /** Words of the contact, as written; may be empty. */
  readonly text?: string;
  /** Further properties to compare by, such as `{ product: 'heat pumps' }`. */
  readonly segments?: Readonly<Record<string, string>>;
  /** Weight of the answer, from 0; 1 when left out. */
  readonly weight?: number;
  /** Tool and survey it comes from, such as `'qualtrics/relationship-2026'`. */
  readonly source: string;
}

/** An amount of money, exact. */
export interface Money {
  /** Amount in the smallest unit of the currency, a whole number: 125000 is 1,250.00 EUR and 125,000 JPY. */
  readonly minorUnits: number;
  /** Currency as an ISO 4217 code, such as `'EUR'`. */
  readonly currency: string;
}

/** A business customer, or a dealer. */
export interface Account {
  /** Id of the account. */
  readonly id: string;
  /** Name. */
  readonly name?: string;
  /** Sector of activity. */
  readonly sector?: string;
  /** Class of size, in the company's own words, such as `'50-249'`. */
  readonly size?: string;
  /** Country as an ISO 3166-1 code of two letters, such as `'FR'`. */
  readonly country?: string;
  /** Sales zone or region. */
  readonly zone?: string;
  /** Id of the distributor who serves it. */
  readonly distributor?: string;
  /** Civil date it became a customer. */
  readonly customerSince?: string;
  /** Revenue with the account in the period under study; negative when credit notes prevail. */
  readonly revenue?: Money;
  /** Further properties to compare by. */
  readonly segments?: Readonly<Record<string, string>>;
}

/** A person at an account. */
export interface Contact {
  /** Id of the contact. */
  readonly id: string;
  /** Account the contact belongs to. */
  readonly accountId: string;
  /** Role in the decisions of the account. */
  readonly role: ContactRole;
  /** Level in the hierarchy, in the company's own words. */
  readonly jobLevel?: string;
  /** Language to write in, as a BCP 47 tag. */
  readonly language?: string;
  /** Country as an ISO 3166-1 code of two letters. */
  readonly country?: string;
  /** `true` for one who does not want to be asked. */
  readonly optedOut?: boolean;
  /** `false` for one who has left; active when left out. */
  readonly active?: boolean;
}
