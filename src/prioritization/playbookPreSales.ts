import type { PlaybookAction } from './playbookAction.js';

/** Actions before the sale. */
export const PRE_SALES_ACTIONS: readonly PlaybookAction[] = [
  {
    id: 'faster-quotes',
    area: 'pre-sales',
    names: {
      en: 'Quote faster, with templates and a configurator (CPQ)',
      fr: 'Établir les devis plus vite grâce à des gabarits et à un configurateur (CPQ)',
    },
    metrics: ['time-to-quote', 'quote-conversion'],
    triggers: [{ metric: 'time-to-quote' }, { metric: 'quote-conversion' }, { theme: 'quote-speed' }],
  },
  {
    id: 'shown-availability',
    area: 'pre-sales',
    names: { en: 'Show what is in stock', fr: 'Afficher les disponibilités' },
    metrics: ['availability-accuracy', 'conversion', 'cart-abandonment'],
    triggers: [
      { metric: 'availability-accuracy' },
      { metric: 'conversion' },
      { metric: 'cart-abandonment' },
      { theme: 'stock-availability' },
    ],
  },
  {
    id: 'samples-and-demos',
    area: 'pre-sales',
    names: {
      en: 'Offer samples and demonstrations on site',
      fr: 'Proposer des échantillons et des démonstrations sur le terrain',
    },
    metrics: ['sample-uptake', 'quote-conversion'],
    triggers: [{ metric: 'sample-uptake' }, { metric: 'quote-conversion' }, { theme: 'sales-contact' }],
  },
];
