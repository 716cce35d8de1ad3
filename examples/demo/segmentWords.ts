import type { Locale } from './arguments.js';

/** The words of the segments that stand out. */
export interface SegmentWords {
  readonly title: (first: string, last: string) => string;
  readonly method: string;
  /** One cut: what is compared, by what, how many comparisons, how many stand out, how many segments are too small. */
  readonly cut: (metric: string, dimension: string, tested: string, found: string, tooFew: string) => string;
  readonly none: string;
  /** Heads of the table. */
  readonly columns: readonly string[];
  /** How many comparisons in all, how many stand out, how many would without adjustment. */
  readonly inAll: (tested: string, found: string, unadjusted: string) => string;
  readonly missing: string;
  /** Values of the dimensions; countries come from `Intl`. */
  readonly values: Readonly<Record<string, string>>;
}

const en: SegmentWords = {
  title: (first, last) => `Segments that stand out, ${first} to ${last}`,
  method:
    'Each segment against the rest of its own country, never against a total that contains it; clustered by account, p-values ' +
    'adjusted by Holm for the number of comparisons of each cut.',
  cut: (metric, dimension, tested, found, tooFew) =>
    `${metric}, by ${dimension.toLowerCase()} within each country. Compared: ${tested}; standing out: ${found}; ` +
    `left out, with fewer than five accounts: ${tooFew}.`,
  none: 'none',
  columns: ['  Segment', 'Answers', 'Value', 'Against the rest', 'Adjusted p'],
  inAll: (tested, found, unadjusted) =>
    `Comparisons in all: ${tested}; standing out: ${found}; without adjustment it would be ${unadjusted}. Where nothing differs, one ` +
    'comparison in twenty looks as if it did.',
  missing: 'not known',
  values: {
    order: 'order',
    delivery: 'delivery',
    support: 'support',
    renewal: 'renewal',
    commissioning: 'commissioning',
    'pre-sales': 'pre-sales',
    hotline: 'hotline',
    'order-desk': 'order desk',
    'service-portal': 'service portal',
    hotels: 'hotels',
    installers: 'installers',
    hospitals: 'hospitals',
    industry: 'industry',
    public: 'public sector',
    housing: 'housing',
  },
};

const fr: SegmentWords = {
  title: (first, last) => `Les segments qui se distinguent, de ${first} à ${last}`,
  method:
    'Chaque segment est comparé au reste de son propre pays, jamais à un total qui le contient\u202f; calculs par grappes de comptes, ' +
    'valeurs p ajustées selon Holm au nombre de comparaisons de chaque découpage.',
  cut: (metric, dimension, tested, found, tooFew) =>
    `${metric}, par ${dimension.toLowerCase()} au sein de chaque pays. Comparaisons\u202f: ${tested}\u202f; significatives\u202f: ${found}\u202f; ` +
    `segments de moins de cinq comptes, écartés\u202f: ${tooFew}.`,
  none: 'aucun',
  columns: ['  Segment', 'Réponses', 'Valeur', 'Face au reste', 'p ajustée'],
  inAll: (tested, found, unadjusted) =>
    `Comparaisons en tout\u202f: ${tested}\u202f; significatives\u202f: ${found}\u202f; sans ajustement, il y en aurait ${unadjusted}. Là où ` +
    'rien ne diffère, une comparaison sur vingt paraît significative.',
  missing: 'non renseigné',
  values: {
    order: 'commande',
    delivery: 'livraison',
    support: 'assistance',
    renewal: 'renouvellement',
    commissioning: 'mise en service',
    'pre-sales': 'avant-vente',
    hotline: 'assistance téléphonique',
    'order-desk': 'service des commandes',
    'service-portal': 'portail de service',
    hotels: 'hôtellerie',
    installers: 'installateurs',
    hospitals: 'hôpitaux',
    industry: 'industrie',
    public: 'secteur public',
    housing: 'logement',
  },
};

/** Words by language. */
export const SEGMENT_WORDS: Readonly<Record<Locale, SegmentWords>> = { en, fr };
