import type { LocalizedText } from '../core/definition.js';

/** Methods that are called by the names of people, which are written alike in both languages. */
const NAMED_AFTER: readonly string[] = [
  'wald',
  'wilson',
  'clopper-pearson',
  'jeffreys',
  'agresti-coull',
  'agresti-caffo',
  'newcombe',
  'miettinen-nurminen',
  'mee',
  'brookmeyer-crowley',
  'woodruff',
];

/** Names of the other interval methods for people: English, a bar, French. */
const METHOD_NAMES: { readonly [method: string]: string } = {
  'adjusted-wald': 'adjusted Wald|Wald ajusté',
  t: 'Student’s t|t de Student',
  'paired-t': 'paired t|t apparié',
  welch: 'Welch’s t|t de Welch',
  'wilson-continuity': 'Wilson with continuity correction|Wilson avec correction de continuité',
  'mid-p': 'mid-P',
  'order-statistics': 'order statistics|statistiques d’ordre',
  garwood: 'exact Poisson (Garwood)|Poisson exact (Garwood)',
  linearized: 'linearised by account|linéarisé par compte',
  cr2: 'cluster-robust CR2|robuste par grappes CR2',
  // The measures know only the exact bootstrap of counts; a seeded one would need a name of its own.
  'bootstrap-percentile': 'exact bootstrap (percentile)|bootstrap exact (percentile)',
  'bootstrap-bca': 'exact bootstrap (BCa)|bootstrap exact (BCa)',
};

/** Names an interval method in words; one that is not known here, such as `'score'` or a user's own, is shown as it is. */
export function intervalMethodName(method: string, language: keyof LocalizedText): string {
  if (NAMED_AFTER.includes(method)) return method.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
  if (!Object.hasOwn(METHOD_NAMES, method)) return method;
  const [en = '', fr = en] = (METHOD_NAMES[method] ?? '').split('|');
  return language === 'fr' ? fr : en;
}
