import type { FactPath } from '../conditions/factPath.js';

/** How an amount that is not whole becomes so. */
export type RoundingMode = 'floor' | 'ceil' | 'half-up' | 'half-even';

/** The same amount for everybody. */
export interface FixedAmount {
  /** `'fixed'`. */
  readonly kind: 'fixed';
  /** Whole number from 0, in units of the grant: points, or minor units of a currency. */
  readonly amount: number;
}

/** An amount looked up by a fact. */
export interface TableAmount {
  /** `'table'`. */
  readonly kind: 'table';
  /** Where the fact is: text or a whole number. */
  readonly fact: FactPath;
  /** Amount by the text of the fact. */
  readonly rows: Readonly<Record<string, number>>;
  /** Amount for anything else; left out, it is unknown. */
  readonly otherwise?: number | undefined;
}

/** An amount in proportion to a fact. */
export interface ProportionalAmount {
  /** `'proportional'`. */
  readonly kind: 'proportional';
  /** Where the whole number is. */
  readonly fact: FactPath;
  /** Ten-thousandths of the fact: 250 gives 2.5 %. */
  readonly basisPoints: number;
  /** How the result becomes whole. */
  readonly rounding: RoundingMode;
  /** No less than this. */
  readonly minimum?: number | undefined;
  /** No more than this. */
  readonly maximum?: number | undefined;
}

/** How much is granted. */
export type GrantAmount = FixedAmount | TableAmount | ProportionalAmount;

/** Dividing a grant among members, by largest remainder, so that the parts add up to the whole. */
export interface GrantSplit {
  /** Where the list of members is. */
  readonly over: FactPath;
  /** Where an element holds the member's id. */
  readonly id: FactPath;
  /** Where an element holds its weight, a whole number from 0; left out, equal parts. */
  readonly weight?: FactPath | undefined;
}

/** Points, in whole units. */
export interface PointsGrant {
  /** `'points'`. */
  readonly kind: 'points';
  /** Name of the unit, such as `'pt'`. */
  readonly unit: string;
  /** How many. */
  readonly amount: GrantAmount;
  /** Among whom they are divided; left out, the subject gets all. */
  readonly split?: GrantSplit | undefined;
}

/** Money, in minor units of a currency. */
export interface MoneyGrant {
  /** `'money'`. */
  readonly kind: 'money';
  /** Code of the currency, such as `'EUR'`. */
  readonly unit: string;
  /** How much, in minor units. */
  readonly amount: GrantAmount;
  /** Among whom it is divided; left out, the subject gets all. */
  readonly split?: GrantSplit | undefined;
}

/** A gift that the beneficiary chooses in a catalogue, up to a value that is reserved until the choice. */
export interface GiftChoiceGrant {
  /** `'gift-choice'`. */
  readonly kind: 'gift-choice';
  /** Code of the currency, such as `'EUR'`. */
  readonly unit: string;
  /** Id of the catalogue. */
  readonly catalogue: string;
  /** The most a gift may be worth, in minor units. */
  readonly amount: GrantAmount;
}

/** A badge: an honour that is had or not. */
export interface BadgeGrant {
  /** `'badge'`. */
  readonly kind: 'badge';
  /** Id of the badge. */
  readonly unit: string;
}

/** What a rule grants. */
export type Grant = PointsGrant | MoneyGrant | GiftChoiceGrant | BadgeGrant;
