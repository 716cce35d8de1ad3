import type { PlaybookAction } from './playbookAction.js';

/** Actions with the dealer network. */
export const NETWORK_ACTIONS: readonly PlaybookAction[] = [
  {
    id: 'launch-kit',
    area: 'network',
    names: {
      en: 'Hand dealers a launch kit that is ready to sell',
      fr: 'Remettre aux revendeurs un kit de lancement prêt à vendre',
    },
    metrics: ['dealer-satisfaction-index', 'partner-nps', 'media-downloads'],
    triggers: [{ metric: 'dealer-satisfaction-index' }, { metric: 'partner-nps' }, { theme: 'sales-contact' }],
  },
  {
    id: 'co-marketing',
    area: 'network',
    names: { en: 'Run marketing together with dealers', fr: 'Mener des opérations marketing avec les revendeurs' },
    metrics: ['partner-nps', 'share-of-wallet', 'dealer-satisfaction-index'],
    triggers: [{ metric: 'partner-nps' }, { metric: 'share-of-wallet' }, { theme: 'net-prices' }],
  },
  {
    id: 'trade-hotline',
    area: 'network',
    names: { en: 'Open a hotline for the trade', fr: 'Ouvrir une ligne directe réservée aux professionnels' },
    metrics: ['first-response-time', 'one-touch-rate', 'dealer-satisfaction-index'],
    triggers: [
      { metric: 'first-response-time' },
      { metric: 'one-touch-rate' },
      { metric: 'ces' },
      { theme: 'hotline' },
    ],
  },
  {
    id: 'micro-trainings',
    area: 'network',
    names: {
      en: 'Train in remote sessions of twenty minutes',
      fr: 'Former en visioconférence par séquences de vingt minutes',
    },
    metrics: ['learning-completion', 'learning-pass-rate', 'first-time-fix-rate'],
    triggers: [
      { metric: 'learning-completion' },
      { metric: 'learning-pass-rate' },
      { metric: 'learning-currency' },
      { theme: 'training' },
    ],
  },
];
