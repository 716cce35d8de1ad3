// Two quarters: is the difference more than chance, and how small a difference could have been seen at all?
import { CSAT_TEN_POINT, compareResults, computeCsat, computeNps, formatComparison, isCxError } from 'cx-scoring';

const spring = computeNps({ counts: { promoters: 48, passives: 28, detractors: 19 } });
const summer = computeNps({ counts: { promoters: 35, passives: 32, detractors: 30 } });
const change = compareResults(summer, spring);
console.log(formatComparison(change, { name: 'NPS, summer against spring' }));

// The same change on a quarter of the answers: no evidence is not "no change".
const few = compareResults(
  computeNps({ counts: { promoters: 9, passives: 8, detractors: 7 } }),
  computeNps({ counts: { promoters: 12, passives: 7, detractors: 5 } }),
);
console.log(formatComparison(few, { name: 'NPS, few answers' }));

// Shares are compared as shares.
const before = computeCsat({ counts: { satisfied: 180, unsatisfied: 70 } });
const after = computeCsat({ counts: { satisfied: 226, unsatisfied: 54 } });
const csat = compareResults(after, before, { confidence: 0.9 });
console.log(formatComparison(csat, { name: 'CSAT, after against before' }));

// Two definitions have no difference: the types say so, and where they cannot, an error with a code.
try {
  // @ts-expect-error a satisfied share is no Net Promoter Score
  compareResults(spring, computeCsat([10, 8, 3], { scale: CSAT_TEN_POINT }));
} catch (error) {
  if (isCxError(error)) console.log(error.code, '-', error.message);
}
