import type { Random } from '../../src/core/random.js';

/** A person who may be asked, known by role only. */
export interface Contact {
  readonly id: string;
  readonly role: 'buyer' | 'user' | 'prescriber' | 'after-sales' | 'dealer';
  /** How much happier this person is than the others of the account, in standard deviations of an answer. */
  readonly mood: number;
}

/** A customer, or a dealer who sells on. */
export interface Account {
  readonly id: string;
  readonly country: 'FR' | 'DE' | 'BE' | 'ES';
  readonly sector: string;
  readonly size: 'small' | 'medium' | 'large' | 'key';
  /** The dealer who serves the account; empty for a direct customer and for a dealer. */
  readonly distributor: string;
  /** Revenue of a year in euro cents, or `null` where the books do not show it yet. */
  readonly revenue: number | null;
  /** Deliveries, calls and so on in an average quarter. */
  readonly events: number;
  readonly mood: number;
  /** First and last quarter as a customer, counted from 0. */
  readonly first: number;
  readonly last: number;
  readonly contacts: readonly Contact[];
}

/** The company: whom it serves and who serves for it. */
export interface Company {
  readonly accounts: readonly Account[];
  readonly dealers: readonly Account[];
}

const ACCOUNTS = 180;
const DEALERS = 26;
const SECTORS = ['housing', 'hotels', 'hospitals', 'industry', 'installers', 'public'] as const;
const ROLES = [
  'buyer',
  'user',
  'after-sales',
  'prescriber',
  'user',
  'buyer',
  'after-sales',
  'user',
  'prescriber',
] as const;

/** One of a list, each as likely as the others. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** Close to a standard normal number, by additions alone, so that every machine gets the same. */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

function numbered(letter: string, digits: number, index: number): string {
  return `${letter}${String(index + 1).padStart(digits, '0')}`;
}

/** Makes the company of the demonstration: 180 customers of very unequal revenue, and the dealers who serve half of them. */
export function createCompany(random: Random, quarters: number): Company {
  let people = 0;
  const contactsOf = (count: number, roles: readonly Contact['role'][]): Contact[] =>
    Array.from({ length: count }, (_, index) => ({
      id: numbered('C', 4, people++),
      role: roles[index % roles.length] as Contact['role'],
      mood: 0.55 * normal(random),
    }));

  const dealers = Array.from({ length: DEALERS }, (_, index): Account => {
    const large = random() < 0.3;
    return {
      id: numbered('D', 2, index),
      country: pick(random, ['FR', 'FR', 'DE', 'DE', 'BE', 'ES']),
      sector: 'dealers',
      size: large ? 'large' : 'medium',
      distributor: '',
      revenue: Math.round((large ? 900 : 250) * (0.5 + random())) * 1000 * 100,
      events: 0,
      mood: 0.6 * normal(random),
      first: 0,
      last: quarters - 1,
      contacts: contactsOf(large ? 3 : 2, ['dealer']),
    };
  });

  const accounts = Array.from({ length: ACCOUNTS }, (_, index): Account => {
    // The inverse of a uniform number has the long tail of real order books: a few customers are worth all the others.
    const thousands = Math.min(16000, Math.ceil(30 / (random() + 0.0015)));
    const size = thousands > 1000 ? 'key' : thousands > 160 ? 'large' : thousands > 50 ? 'medium' : 'small';
    const country = pick(random, ['FR', 'FR', 'FR', 'DE', 'DE', 'DE', 'BE', 'ES', 'ES'] as const);
    const near = dealers.filter((dealer) => dealer.country === country);
    const late = random() < 0.12;
    const leaves = random() < 0.1;
    return {
      id: numbered('A', 3, index),
      country,
      sector: pick(random, SECTORS),
      size,
      distributor: size !== 'key' && random() < 0.6 && near.length > 0 ? pick(random, near).id : '',
      revenue: late && random() < 0.4 ? null : thousands * 1000 * 100,
      events: { small: 1, medium: 1.6, large: 2.6, key: 5 }[size],
      mood: 0.7 * normal(random),
      first: late ? 1 + Math.floor(random() * 9) : 0,
      last: leaves ? 5 + Math.floor(random() * 6) : quarters - 1,
      contacts: contactsOf({ small: 2, medium: 3, large: 5, key: 9 }[size] + Math.floor(random() * 2), ROLES),
    };
  });
  return { accounts, dealers };
}
