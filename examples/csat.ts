// The satisfied share, and why its scale belongs to the number.
import {
  CSAT_TEN_POINT,
  computeCsat,
  computeCsatMean,
  defineCsatScale,
  formatResult,
  isSameDefinition,
} from 'cx-scoring';

const afterDelivery = [5, 4, 4, 2, 5, 3, 4, 5, 1, 4, 5, 4, null, 3, 5];
const csat = computeCsat(afterDelivery);
console.log(formatResult(csat));
console.log(`  ${csat.satisfied} satisfied of ${csat.sampleSize}, ${csat.excluded.missing} missing`);

// The mean of the same answers is another metric, under a name of its own.
console.log(formatResult(computeCsatMean(afterDelivery)));

// 8 to 10 of 10 is another definition; so is a scale of your own.
const ten = computeCsat([10, 8, 7, 9, 3, 8], { scale: CSAT_TEN_POINT });
const six = computeCsat([6, 5, 4, 6, 2, 5], { scale: defineCsatScale({ minimum: 1, maximum: 6, satisfiedFrom: 5 }) });
console.log(formatResult(ten));
console.log(formatResult(six), six.definition.parameters);
console.log('Comparable:', isSameDefinition(ten.definition, six.definition));
