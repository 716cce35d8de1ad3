import type { SampleUnit } from './sampleUnit.js';

// Apart from the nouns themselves: who only counts needs no gender.
const FEMININE: readonly SampleUnit[] = [
  'answers',
  'checks',
  'deliveries',
  'interventions',
  'invitations',
  'invoices',
  'jobs',
  'order-lines',
  'orders',
  'parts',
  'reports',
  'requests',
  'rows',
  'sessions',
  'shipped-lines',
  'units',
  'visits',
];

/** Tells whether the French noun of what a sample counts is feminine. */
export function isFeminine(unit: SampleUnit): boolean {
  return FEMININE.includes(unit);
}
