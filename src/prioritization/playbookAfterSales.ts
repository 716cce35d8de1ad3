import type { PlaybookAction } from './playbookAction.js';

/** Actions of after-sales service. */
export const AFTER_SALES_ACTIONS: readonly PlaybookAction[] = [
  {
    id: 'critical-parts-next-day',
    area: 'after-sales',
    names: { en: 'Deliver critical parts the next day', fr: 'Livrer les pièces critiques dès le lendemain' },
    metrics: ['critical-parts-next-day', 'first-time-fix-rate', 'full-resolution-time'],
    triggers: [{ metric: 'critical-parts-next-day' }, { metric: 'full-resolution-time' }, { theme: 'spare-parts' }],
  },
  {
    id: 'first-time-fix-first',
    area: 'after-sales',
    names: {
      en: 'Put the first-time fix before everything else',
      fr: 'Faire de la résolution à la première visite une priorité',
    },
    metrics: ['first-time-fix-rate', 'cost-per-intervention', 'csat'],
    triggers: [{ metric: 'first-time-fix-rate' }, { metric: 'cost-per-intervention' }, { theme: 'after-sales' }],
  },
  {
    id: 'call-back-after-visit',
    area: 'after-sales',
    names: { en: 'Call back after each intervention', fr: 'Rappeler le client après chaque intervention' },
    metrics: ['callback-rate', 'reopen-rate', 'csat'],
    triggers: [{ metric: 'callback-rate' }, { metric: 'reopen-rate' }, { theme: 'after-sales' }],
  },
];
