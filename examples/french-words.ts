// The words of a report in French; numbers follow the locale, codes and fields stay the same for programs.
import {
  compareResults,
  computeCes,
  computeNps,
  formatComparison,
  formatResult,
  formatValue,
  formatWarning,
} from 'cx-scoring';

const locale = 'fr';
const nps = computeNps([10, 9, 8, 6, 11, 7, 9, null], { offScale: 'exclude' });
console.log(formatResult(nps, { locale, digits: 1 }));
for (const warning of nps.warnings) console.log(`  ${warning.code}\u202f: ${formatWarning(warning, { locale })}`);

const north = computeNps({ counts: { promoters: 1230, passives: 640, detractors: 410 } });
const south = computeNps({ counts: { promoters: 980, passives: 700, detractors: 520 } });
console.log(formatComparison(compareResults(north, south), { locale, name: 'Nord face à Sud' }));

const effort = computeCes([7, 6, 6, 5, 7, 4, 6, 2, 5, 7]);
console.log(formatResult(effort, { locale }));
console.log(formatResult(effort, { locale: 'fr-CH', name: 'Effort, service après-vente' }));
console.log(formatValue(null, effort.definition, { locale }));
