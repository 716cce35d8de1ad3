import type { PlaybookAction } from './playbookAction.js';

/** Actions of logistics. */
export const LOGISTICS_ACTIONS: readonly PlaybookAction[] = [
  {
    id: 'secure-a-items',
    area: 'logistics',
    names: { en: 'Keep A items in stock at all times', fr: 'Garantir la disponibilité permanente des références A' },
    metrics: ['item-availability', 'in-full', 'otif'],
    triggers: [
      { metric: 'item-availability' },
      { metric: 'in-full' },
      { metric: 'otif' },
      { theme: 'stock-availability' },
    ],
  },
  {
    id: 'network-stock-plan',
    area: 'logistics',
    names: { en: 'Plan stock together with the dealer network', fr: 'Bâtir avec le réseau un plan de stock partagé' },
    metrics: ['item-availability', 'in-full', 'dealer-satisfaction-index'],
    triggers: [
      { metric: 'item-availability' },
      { metric: 'in-full' },
      { metric: 'dealer-satisfaction-index' },
      { theme: 'stock-availability' },
    ],
  },
  {
    id: 'fixed-delivery-slots',
    area: 'logistics',
    names: { en: 'Deliver in fixed slots', fr: 'Livrer sur des créneaux fixes' },
    metrics: ['delivery-slot-adherence', 'on-time', 'otif'],
    triggers: [
      { metric: 'delivery-slot-adherence' },
      { metric: 'on-time' },
      { metric: 'otif' },
      { theme: 'delivery-delays' },
    ],
  },
  {
    id: 'proactive-delivery-alerts',
    area: 'logistics',
    names: {
      en: 'Warn customers before a delivery goes wrong',
      fr: 'Prévenir le client dès qu’un aléa menace sa livraison',
    },
    metrics: ['proactive-alert-rate', 'contact-frequency', 'csat'],
    triggers: [
      { metric: 'proactive-alert-rate' },
      { metric: 'on-time' },
      { metric: 'contact-frequency' },
      { theme: 'delivery-delays' },
    ],
  },
];
