// Measures of your own: a share and a mean, with the same intervals, exclusions and merging as the built-in ones.
import { computeMeasure, defineMean, defineProportion, formatResult } from 'cx-scoring';

interface Visit {
  readonly fixed: boolean | null;
  readonly hours: number | null;
}
const visits: readonly Visit[] = [
  ...Array.from({ length: 40 }, (_, index) => ({ fixed: index % 5 !== 0, hours: 1 + (index % 4) / 2 })),
  { fixed: null, hours: 2.25 },
  { fixed: true, hours: null },
];

const firstTimeFix = defineProportion({
  id: 'first-time-fix',
  names: { en: 'First-time fix', fr: 'Dépannage au premier passage' },
  success: (visit: Visit) => visit.fixed,
});
const fixed = computeMeasure(visits, firstTimeFix);
console.log(formatResult(fixed));
console.log(`  ${fixed.successes} fixed, ${fixed.failures} not, ${fixed.excluded.missing} not known`);

const hoursOnSite = defineMean({
  id: 'hours-on-site',
  names: { en: 'Hours on site', fr: 'Heures sur place' },
  direction: 'lower-is-better',
  value: (visit: Visit) => visit.hours,
});
console.log(formatResult(computeMeasure(visits, hoursOnSite)));
console.log(formatResult(computeMeasure(visits, hoursOnSite, { confidence: 0.9 }), { locale: 'fr', digits: 3 }));
