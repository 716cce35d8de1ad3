import { describe, expect, it } from 'vitest';
import type { Alert, AlertEvidence } from '../../../src/reviews/alert.js';
import { formatAlert } from '../../../src/reviews/formatAlert.js';

function evidence(id: string, at: string | null, fields: AlertEvidence['fields']): AlertEvidence {
  return { record: 'answer', id, at, fields };
}

function alert(changes: Partial<Alert>): Alert {
  return {
    rule: 'detractor',
    kind: 'score-at-most',
    severity: 'high',
    threshold: 6,
    account: 'acme',
    contact: 'ana',
    owner: 'jane',
    raisedOn: '2026-11-22',
    firstSeen: '2026-11-18',
    evidence: [evidence('r1', '2026-11-18T10:00:00Z', { metric: 'nps', value: 3 })],
    ...changes,
  };
}

const two = [
  evidence('r1', '2026-11-18', { metric: 'ces', value: 3 }),
  evidence('r2', '2026-11-19', { metric: 'ces', value: 1 }),
];
const sla = [evidence('t1', '2026-11-18', {}), evidence('t2', '2026-11-18', {}), evidence('t1', '2026-11-18', {})];
const silent = (at: string | null, daysSince: number) => [evidence('ana', at, { daysSince })];

const CASES: readonly (readonly [Partial<Alert>, string, string])[] = [
  [
    {},
    'High severity. Contact ana of account acme answered 3 to ‘Net Promoter Score’ on 2026-11-18; an alert is raised at 6 or below. Owner: jane.',
    'Gravité élevée. Le contact ana du compte acme a répondu 3 à « Net Promoter Score » le 2026-11-18 ; l’alerte se déclenche à 6 ou moins. Responsable : jane.',
  ],
  [
    { account: null, owner: null, evidence: [evidence('r1', null, { metric: 'own', value: 3.5 })] },
    'High severity. Contact ana answered 3.5 to ‘own’; an alert is raised at 6 or below. Nobody owns it yet.',
    'Gravité élevée. Le contact ana a répondu 3,5 à « own » ; l’alerte se déclenche à 6 ou moins. Personne n’en est encore responsable.',
  ],
  [
    { kind: 'effort-at-most', severity: 'medium', threshold: 3, contact: null, evidence: two },
    'Medium severity. A contact of account acme gave 2 answers to ‘Customer Effort Score (ease)’, the lowest 1; an alert is raised at 3 or below. Owner: jane.',
    'Gravité moyenne. Un contact du compte acme a donné 2 réponses à « Customer Effort Score (facilité) », la plus basse étant 1 ; l’alerte se déclenche à 3 ou moins. Responsable : jane.',
  ],
  [
    {
      kind: 'effort-at-least',
      severity: 'low',
      threshold: 4,
      contact: null,
      account: null,
      evidence: [4, 5].map((value) => evidence('r', '2026-11-18', { metric: 'own', value })),
    },
    'Low severity. Somebody unknown gave 2 answers to ‘own’ on 2026-11-18, the highest 5; an alert is raised at 4 or above. Owner: jane.',
    'Gravité faible. Une personne inconnue a donné 2 réponses à « own » le 2026-11-18, la plus haute étant 5 ; l’alerte se déclenche à 4 ou plus. Responsable : jane.',
  ],
  [
    { kind: 'sla-breached', threshold: null, evidence: sla.slice(0, 1) },
    'High severity. The service level of ticket t1 of account acme was breached on 2026-11-18. Owner: jane.',
    'Gravité élevée. L’engagement de service du ticket t1 du compte acme n’a pas été tenu : dépassement le 2026-11-18. Responsable : jane.',
  ],
  [
    { kind: 'sla-breached', threshold: null, account: null, evidence: [evidence('t1', null, {})] },
    'High severity. The service level of ticket t1 of an unknown account was breached. Owner: jane.',
    'Gravité élevée. L’engagement de service du ticket t1 d’un compte inconnu n’a pas été tenu. Responsable : jane.',
  ],
  [
    { kind: 'sla-breached', threshold: null, evidence: sla },
    'High severity. 3 service levels of account acme were breached on 2026-11-18: tickets t1, t2. Owner: jane.',
    'Gravité élevée. 3 engagements de service du compte acme n’ont pas été tenus le 2026-11-18 : tickets t1, t2. Responsable : jane.',
  ],
  [
    { kind: 'otif-missed', threshold: null, evidence: sla.slice(0, 1) },
    'High severity. Order t1 of account acme, due on 2026-11-18, was not delivered on time and in full. Owner: jane.',
    'Gravité élevée. La commande t1 du compte acme, prévue le 2026-11-18, n’a pas été livrée à temps et complète. Responsable : jane.',
  ],
  [
    { kind: 'otif-missed', threshold: null, evidence: [evidence('o1', null, {})] },
    'High severity. Order o1 of account acme was not delivered on time and in full. Owner: jane.',
    'Gravité élevée. La commande o1 du compte acme n’a pas été livrée à temps et complète. Responsable : jane.',
  ],
  [
    { kind: 'otif-missed', threshold: null, evidence: sla },
    'High severity. 3 deliveries to account acme were not on time and in full: orders t1, t2. Owner: jane.',
    'Gravité élevée. 3 livraisons du compte acme n’ont pas été effectuées à temps et au complet : commandes t1, t2. Responsable : jane.',
  ],
  [
    { kind: 'contact-silent', threshold: 90, evidence: silent('2026-08-01', 113) },
    'High severity. Contact ana of account acme has not answered for 113 days; an alert is raised from 90 on. Owner: jane.',
    'Gravité élevée. Le contact ana du compte acme n’a pas répondu depuis 113 jours ; l’alerte se déclenche à partir de 90. Responsable : jane.',
  ],
  [
    { kind: 'contact-silent', threshold: 1, evidence: silent(null, 1) },
    'High severity. Contact ana of account acme has never answered and has been known for 1 day; an alert is raised from 1 on. Owner: jane.',
    'Gravité élevée. Le contact ana du compte acme n’a jamais répondu et est connu depuis 1 jour ; l’alerte se déclenche à partir de 1. Responsable : jane.',
  ],
  [
    { kind: 'mood' as never },
    'High severity. The rule ‘detractor’ raised an alert of the kind ‘mood’, for which this version has no words. Owner: jane.',
    'Gravité élevée. La règle « detractor » a déclenché une alerte de type « mood », que cette version ne sait pas décrire. Responsable : jane.',
  ],
];

/** French typography of the library: a narrow no-break space before : and ; and inside the quotation marks. */
function french(text: string): string {
  return text.replaceAll(/ (?=[:;»])|(?<=«) /g, '\u202f');
}

describe('formatAlert', () => {
  it.each(CASES)('writes %j in English', (changes, english) => {
    expect(formatAlert(alert(changes))).toBe(english);
    expect(formatAlert(alert(changes), { locale: 'en-GB' })).toBe(english);
  });

  it.each(CASES)('writes %j in French', (changes, _, inFrench) => {
    expect(formatAlert(alert(changes), { locale: 'fr' })).toBe(french(inFrench));
  });

  it('says where it does not know', () => {
    const text = formatAlert(alert({ evidence: [{ ...evidence('r', null, {}), id: null }] }));
    expect(text).toContain('answered ? to ‘?’;');
  });

  it.each<[() => unknown, RegExp]>([
    [() => formatAlert(alert({}), { locale: 'de' }), /^formatAlert: option "locale" must be/],
    [() => formatAlert(alert({}), null as never), /^formatAlert: options must be an object/],
    [() => formatAlert(null as never), /^formatAlert: alert must be an alert/],
    [() => formatAlert({} as never), /^formatAlert: alert.evidence must be a list of records/],
  ])('refuses what is none', (make, message) => {
    expect(make).toThrow(message);
  });
});
