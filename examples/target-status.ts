// A target and its light: by the value, or only when even the unfavourable end of the interval deserves it.
import { CES_1, computeCes, computeNps, formatResult, statusOf, type MetricTarget } from 'cx-scoring';

const target: MetricTarget = {
  definition: { id: 'nps' },
  scope: { network: 'north' },
  period: '2026-Q3',
  green: 30,
  amber: 10,
  source: 'network contract 2026',
};
const networks = {
  'Small network': { promoters: 50, passives: 30, detractors: 20 },
  'Large network, same shares': { promoters: 5000, passives: 3000, detractors: 2000 },
  'Large network, better': { promoters: 5500, passives: 2500, detractors: 2000 },
  'No answer yet': { promoters: 0, passives: 0, detractors: 0 },
};
for (const [name, counts] of Object.entries(networks)) {
  const nps = computeNps({ counts });
  console.log(formatResult(nps, { name, digits: 1 }));
  console.log('  by value:', statusOf(nps, target), '- by bound:', statusOf(nps, target, { policy: 'bound' }));
}

// The direction is the metric's own: of this effort less is better.
const effort = computeCes([1, 2, 1, 3, 2, 2, 1, 2], { version: CES_1 });
const charter: MetricTarget = {
  definition: { id: 'ces-1' },
  period: null,
  green: 2,
  amber: 2.5,
  source: 'service charter',
};
console.log(formatResult(effort));
console.log('  by value:', statusOf(effort, charter), '- by bound:', statusOf(effort, charter, { policy: 'bound' }));
