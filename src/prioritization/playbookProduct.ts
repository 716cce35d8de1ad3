import type { PlaybookAction } from './playbookAction.js';

/** Actions on products and their documentation. */
export const PRODUCT_ACTIONS: readonly PlaybookAction[] = [
  {
    id: 'current-product-data',
    area: 'product-and-documentation',
    names: { en: 'Keep product data (PIM) up to date', fr: 'Tenir à jour les données produit (PIM)' },
    metrics: ['catalogue-completion', 'return-rate', 'conversion'],
    triggers: [{ metric: 'catalogue-completion' }, { metric: 'return-rate' }, { theme: 'catalogue-data' }],
  },
  {
    id: 'site-proof-data-sheets',
    area: 'product-and-documentation',
    names: {
      en: 'Write data sheets that hold on a building site',
      fr: 'Rédiger des fiches techniques à l’épreuve du terrain',
    },
    metrics: ['contact-frequency', 'return-rate', 'sheet-views'],
    triggers: [{ metric: 'contact-frequency' }, { metric: 'return-rate' }, { theme: 'technical-documentation' }],
  },
  {
    id: 'clear-installation-guides',
    area: 'product-and-documentation',
    names: { en: 'Write installation instructions that are clear', fr: 'Clarifier les notices d’installation' },
    metrics: ['contact-frequency', 'first-time-fix-rate', 'ces'],
    triggers: [
      { metric: 'contact-frequency' },
      { metric: 'first-time-fix-rate' },
      { metric: 'ces' },
      { theme: 'technical-documentation' },
      { theme: 'commissioning' },
    ],
  },
  {
    id: 'two-minute-video',
    area: 'product-and-documentation',
    names: { en: 'Show the installation in a two-minute video', fr: 'Montrer la pose dans une vidéo de deux minutes' },
    metrics: ['contact-frequency', 'media-downloads', 'ces'],
    triggers: [
      { metric: 'contact-frequency' },
      { metric: 'ces' },
      { theme: 'technical-documentation' },
      { theme: 'commissioning' },
    ],
  },
];
