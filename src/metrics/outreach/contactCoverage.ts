import { requireObject } from '../../core/options.js';
import { CONTACT_ROLES, type ContactRole } from '../../core/records.js';
import type { MetricResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { Measure } from '../../measures/measure.js';
import type { ContactReach } from './contactReach.js';
import { shareDefinition, type OutcomeTally } from '../outcomeShare.js';

/** The coverage of one role. */
export interface RoleCoverage {
  /** The role; `null` for contacts whose role is not known. */
  readonly role: ContactRole | null;
  /** Contacts known. */
  readonly known: number;
  /** Contacts invited. */
  readonly invited: number;
  /** Contacts who answered. */
  readonly answered: number;
  /** Answered out of known, 0..1; `null` when none is known. */
  readonly share: number | null;
}

/** Reasons for which a contact is left out of the coverage. */
export type ContactExclusion = 'unknownRole';

/** The share of known contacts who answered, 0..1, by role: counted, so without an interval. */
export interface ContactCoverageResult extends MetricResult<'contact-coverage', ContactExclusion> {
  /** Always `null`: every contact is known, so there is no sampling error. */
  readonly interval: null;
  /** Contacts known. */
  readonly known: number;
  /** Contacts invited, or who answered without. */
  readonly invited: number;
  /** Contacts who answered. */
  readonly answered: number;
  /** One entry per role, in the order of `CONTACT_ROLES`, then contacts whose role is not known; roles without contacts included. */
  readonly roles: readonly RoleCoverage[];
  /** Roles of which contacts are known and none answered, in the same order. */
  readonly silentRoles: readonly ContactRole[];
}

// Annotated, since a bundler cannot know that a call without effect has none.
const ROLES: readonly (ContactRole | null)[] = /* @__PURE__ */ (
  CONTACT_ROLES as readonly (ContactRole | null)[]
).concat(null);

function measureContacts(): Measure<ContactReach, OutcomeTally, ContactCoverageResult> {
  const definition = shareDefinition('contact-coverage', 'higher-is-better', {});
  return {
    definition,
    // Per role: known, invited, answered; at the end contacts of a role that does not exist.
    createTally: () => ({ counts: new Array<number>(3 * ROLES.length + 1).fill(0) }),
    addRow: ({ counts }, reach, index) => {
      requireObject(`computeContactCoverage: row ${index}`, 'a record', reach);
      const { role, invited, answered } = reach;
      const at = ROLES.indexOf(role ?? null);
      const add = (bin: number): void => {
        (counts[bin] as number)++;
      };
      if (at < 0) {
        add(3 * ROLES.length);
        return;
      }
      add(3 * at);
      if (invited || answered) add(3 * at + 1);
      if (answered) add(3 * at + 2);
    },
    mergeTallies: (into, from) => {
      from.counts.forEach((count, bin) => ((into.counts[bin] as number) += count));
    },
    toResult: ({ counts }) => {
      const roles = ROLES.map((role, at): RoleCoverage => {
        const [known = 0, invited = 0, answered = 0] = counts.slice(3 * at);
        return { role, known, invited, answered, share: known > 0 ? answered / known : null };
      });
      const total = (name: 'known' | 'invited' | 'answered'): number => roles.reduce((sum, own) => sum + own[name], 0);
      const known = total('known');
      return {
        definition,
        value: known > 0 ? total('answered') / known : null,
        standardError: null,
        degreesOfFreedom: null,
        interval: null,
        sampleSize: known,
        effectiveSampleSize: known,
        accounts: null,
        excluded: { unknownRole: counts[3 * ROLES.length] as number },
        warnings: known > 0 ? [] : [{ code: 'no-data' }],
        known,
        invited: total('invited'),
        answered: total('answered'),
        roles,
        silentRoles: CONTACT_ROLES.filter((_role, at) => roles[at]?.share === 0),
      };
    },
  };
}

/**
 * Makes the measure behind {@link computeContactCoverage}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per account or sector: one tally for each, merged into the whole.
 *
 * @returns A measure over contacts.
 * @example
 * ```ts
 * import { computeMeasure, contactCoverageMeasure } from 'cx-scoring';
 *
 * const anna = { contactId: 'anna', accountId: 'A', role: 'buyer', invited: true, answered: false } as const;
 * computeMeasure([anna], contactCoverageMeasure()).silentRoles; // => ['buyer']
 * ```
 */
export function contactCoverageMeasure(): Measure<ContactReach, OutcomeTally, ContactCoverageResult> {
  return measureContacts();
}

/**
 * Computes the contact coverage: the share of known contacts who answered, role by role.
 *
 * Use it to see who was not heard: a good score from users says little about the decision-maker who never answered.
 *
 * @param rows - One row per known contact, as {@link toContactReach} makes them.
 * @returns The share, 0..1, with each role and the silent ones; `value: null` when no contact is known.
 * @remarks A counted figure: all contacts are known, so there is no sampling error and no interval. What counts as an answer was
 * decided when the rows were joined: keep to one rule.
 * @example
 * ```ts
 * import { computeContactCoverage } from 'cx-scoring';
 *
 * const coverage = computeContactCoverage([
 *   { contactId: 'anna', accountId: 'A', role: 'user', invited: true, answered: true },
 *   { contactId: 'ben', accountId: 'A', role: 'decision-maker', invited: true, answered: false },
 * ]);
 * coverage.value; // => 0.5
 * coverage.silentRoles; // => ['decision-maker']
 * ```
 */
export function computeContactCoverage(rows: Iterable<ContactReach>): ContactCoverageResult {
  return computeAs('computeContactCoverage', rows, measureContacts());
}
