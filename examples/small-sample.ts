// Few customers: what a score from a handful of answers can and cannot say.
import {
  B2B_NPS_SAMPLE_POLICY,
  computeNps,
  formatResult,
  formatWarnings,
  requiredAnswers,
  type NpsResult,
} from 'cx-scoring';

const answers = [10, 9, 8, 9, 6, 10, 7, 9, 3];
function show(name: string, result: NpsResult): void {
  console.log(formatResult(result, { name, digits: 1 }));
  for (const sentence of formatWarnings(result)) console.log(`  ${sentence}`);
}

show('Nine answers from a large market', computeNps(answers));
// The warnings are those of the data; the rule on the sample is yours to replace or to leave out.
const samplePolicy = null;
// Below ten answers the score interval keeps its promise better.
show('By the score interval', computeNps(answers, { interval: 'score', samplePolicy }));
// The three dealers of twelve who stayed silent can move the score only so far, and no interval says more than that.
show('Nine of twelve dealers', computeNps(answers, { population: 12, samplePolicy }));
// Everybody was asked and everybody answered: nothing is left to chance.
show('Nine of nine dealers', computeNps(answers, { population: 9, samplePolicy }));
// Nobody disagrees, yet three answers are no certainty.
show('Three promoters', computeNps([9, 10, 10], { samplePolicy }));
show('One promoter, by the plain Wald method', computeNps([9], { interval: 'wald', samplePolicy }));

const required = requiredAnswers(B2B_NPS_SAMPLE_POLICY);
console.log(
  `The sample policy asks for ${required} answers, of 180 contacts for ${requiredAnswers(B2B_NPS_SAMPLE_POLICY, 180)}`,
);
