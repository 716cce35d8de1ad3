import type { LocalizedText } from '../core/definition.js';

/** Names of interval methods for people. */
const METHOD_NAMES: { readonly [method: string]: LocalizedText } = {
  'adjusted-wald': { en: 'adjusted Wald', fr: 'Wald ajusté' },
  wald: { en: 'Wald', fr: 'Wald' },
  score: { en: 'score', fr: 'score' },
  t: { en: 'Student’s t', fr: 't de Student' },
  'paired-t': { en: 'paired t', fr: 't apparié' },
  welch: { en: 'Welch’s t', fr: 't de Welch' },
  normal: { en: 'normal', fr: 'normal' },
  wilson: { en: 'Wilson', fr: 'Wilson' },
  'wilson-continuity': {
    en: 'Wilson with continuity correction',
    fr: 'Wilson avec correction de continuité',
  },
  'clopper-pearson': { en: 'Clopper-Pearson', fr: 'Clopper-Pearson' },
  'mid-p': { en: 'mid-P', fr: 'mid-P' },
  jeffreys: { en: 'Jeffreys', fr: 'Jeffreys' },
  'agresti-coull': { en: 'Agresti-Coull', fr: 'Agresti-Coull' },
  'agresti-caffo': { en: 'Agresti-Caffo', fr: 'Agresti-Caffo' },
  newcombe: { en: 'Newcombe', fr: 'Newcombe' },
  'miettinen-nurminen': { en: 'Miettinen-Nurminen', fr: 'Miettinen-Nurminen' },
  mee: { en: 'Mee', fr: 'Mee' },
  'order-statistics': { en: 'order statistics', fr: 'statistiques d’ordre' },
  'brookmeyer-crowley': { en: 'Brookmeyer-Crowley', fr: 'Brookmeyer-Crowley' },
  woodruff: { en: 'Woodruff', fr: 'Woodruff' },
  garwood: { en: 'exact Poisson (Garwood)', fr: 'Poisson exact (Garwood)' },
  linearized: { en: 'linearised by account', fr: 'linéarisé par compte' },
  cr2: { en: 'cluster-robust CR2', fr: 'robuste par grappes CR2' },
  // The measures know only the exact bootstrap of counts; a seeded one would need a name of its own.
  'bootstrap-percentile': { en: 'exact bootstrap (percentile)', fr: 'bootstrap exact (percentile)' },
  'bootstrap-bca': { en: 'exact bootstrap (BCa)', fr: 'bootstrap exact (BCa)' },
};

/** Names an interval method in words; one that is not known, such as a user's own, is shown as it is. */
export function intervalMethodName(method: string, language: keyof LocalizedText): string {
  return Object.hasOwn(METHOD_NAMES, method) ? (METHOD_NAMES[method] as LocalizedText)[language] : method;
}
