import type { AlertRule } from './alertRule.js';

/**
 * Rules to begin with, as data: a detractor's score, hard answers to the effort question in both directions of its scale, a review of
 * two stars or less, a breached service level, a delivery missed at an account of class A, a contact silent for 90 days.
 *
 * Each names the source of its threshold. Cooldowns and severities are a starting point of this library: spread a rule to change it,
 * `{ ...rule, cooldownDays: 14 }`.
 */
export const B2B_ALERT_RULES: readonly AlertRule[] = [
  {
    kind: 'score-at-most',
    id: 'detractor',
    metrics: ['nps', 'partner-nps'],
    scale: { minimum: 0, maximum: 10 },
    most: 6,
    severity: 'high',
    owner: { from: 'account', otherwise: null },
    cooldownDays: 30,
    source: 'Aktiva2, « Comment mesurer l’expérience client ? »: detractors, 0 to 6',
  },
  {
    kind: 'effort-at-most',
    id: 'hard-to-deal-with',
    metrics: ['ces', 'ces-2'],
    scale: { minimum: 1, maximum: 7 },
    most: 3,
    severity: 'medium',
    owner: { from: 'account', otherwise: null },
    cooldownDays: 30,
    source:
      'the hard end, 1 to 3, of the scale in Aktiva2, « Comment mesurer l’expérience client ? »: 1 very difficult to 7 very easy',
  },
  {
    kind: 'effort-at-least',
    id: 'much-effort',
    metrics: ['ces-1'],
    scale: { minimum: 1, maximum: 5 },
    least: 4,
    severity: 'medium',
    owner: { from: 'account', otherwise: null },
    cooldownDays: 30,
    source: 'Dixon, Freeman and Toman (2010), scale of CES 1.0: its hard end, 4 and 5',
  },
  {
    kind: 'stars-at-most',
    id: 'bad-review',
    metrics: ['review-rating'],
    scale: { minimum: 1, maximum: 5 },
    most: 2,
    severity: 'medium',
    owner: { from: 'account', otherwise: null },
    cooldownDays: 0,
    source: 'convention: the stars below the middle of five',
  },
  {
    kind: 'sla-breached',
    id: 'sla-breached',
    severity: 'medium',
    owner: { from: 'account', otherwise: null },
    cooldownDays: 7,
    source: 'the service level agreed with the customer',
  },
  {
    kind: 'otif-missed',
    id: 'key-account-delivery',
    accountClasses: ['A'],
    severity: 'high',
    owner: { from: 'account', otherwise: null },
    cooldownDays: 7,
    source: 'the delivery promised to the customer; class A is that of the company’s own classes',
  },
  {
    kind: 'contact-silent',
    id: 'silent-contact',
    days: 90,
    severity: 'low',
    owner: { from: 'account', otherwise: null },
    cooldownDays: 90,
    source: 'a quarter, the rhythm of relationship surveys in Aktiva2, « Comment mesurer l’expérience client ? »',
  },
];
