// From scores to a plan: what the numbers call for, a plan with one target, what is wrong with it, and how far it got.
import {
  compareResults,
  computeOtif,
  computePartnerNps,
  METRIC_CATALOGUE,
  statusOf,
  type MetricTarget,
  type OrderLine,
} from 'cx-scoring';
import {
  B2B_PLAYBOOK,
  checkActionPlan,
  formatPlanEffect,
  formatPlanFinding,
  recommendActions,
  reviewActionPlan,
  toComparisonFinding,
  toPlanBaseline,
  toSegmentFinding,
  toStatusFinding,
  type ActionPlan,
} from 'cx-scoring/prioritization';

const partnerNps = (promoters: number, passives: number, detractors: number) =>
  computePartnerNps({ counts: { promoters, passives, detractors } });
const otif = (delivered: number, late: number) => {
  const line = (at: number): OrderLine => ({
    orderId: `O${at}`,
    lineId: '1',
    orderedAt: '2026-07-01',
    promisedAt: '2026-07-10',
    quantityOrdered: 1,
    deliveries: [{ deliveredAt: at < delivered ? '2026-07-10' : '2026-07-13', quantity: 1 }],
  });
  return computeOtif(
    Array.from({ length: delivered + late }, (_, at) => line(at)),
    { asOf: '2026-09-30' },
  );
};

// The scores of the quarter, for the dealers of the north and for all others.
const north = partnerNps(60, 70, 70);
const others = partnerNps(140, 90, 70);
const spring = partnerNps(90, 60, 50);
const deliveries = otif(820, 180);
const contract: MetricTarget = {
  definition: { id: 'otif' },
  period: '2026-Q3',
  green: 0.95,
  amber: 0.9,
  source: 'network contract 2026',
};

const zone = { zone: 'north' };
const findings = [
  toStatusFinding(deliveries.definition, statusOf(deliveries, contract), zone),
  toComparisonFinding(compareResults(north, spring), zone),
  toSegmentFinding(compareResults(north, others), zone),
].filter((finding) => finding !== null);
for (const finding of findings) console.log(JSON.stringify(finding));
const { recommended } = recommendActions(findings, B2B_PLAYBOOK, { perSegment: 3 });
for (const { action, triggeredBy } of recommended) {
  console.log(`${action.id}: ${action.names.en} (called for by ${triggeredBy.length})`);
}

const plan: ActionPlan = {
  id: 'north-2027',
  objective: 'Dealers of the north recommend us again',
  target: { definition: { id: 'partner-nps' }, baseline: toPlanBaseline(north, '2026-Q3'), target: 5 },
  indicators: [{ definition: { id: 'otif' }, baseline: toPlanBaseline(deliveries, '2026-Q3'), target: 0.95 }],
  startsOn: '2026-11-02',
  dueOn: '2027-11-02',
  owner: null,
  resources: { budget: { minorUnits: 6_000_000, currency: 'EUR' }, teams: ['logistics'], tools: ['planning'] },
  checkpoints: ['2027-02-01', '2027-05-03'],
  initiatives: recommended.map(({ action }) => action.id),
  scope: zone,
  status: 'draft',
};
const names: Record<string, string> = { 'partner-nps': 'Partner NPS', otif: 'OTIF' };
const tell = (draft: ActionPlan, locale: string) => {
  const found = checkActionPlan(draft, { metrics: METRIC_CATALOGUE });
  if (found.length === 0) console.log('  nothing found');
  for (const finding of found) {
    const name = 'metric' in finding ? names[finding.metric] : undefined;
    console.log(`  [${finding.letter}, ${finding.severity}] ${formatPlanFinding(finding, { locale, name })}`);
  }
};
console.log('\nThe draft:');
tell(plan, 'en');
tell(plan, 'fr');
const agreed: ActionPlan = {
  ...plan,
  target: { ...plan.target, target: 20 },
  owner: 'Head of logistics',
  status: 'active',
};
console.log('With an owner, and a target that can be told from noise:');
tell(agreed, 'en');

// Half a year later: the north beside the others, who went without a plan.
const review = reviewActionPlan(agreed, [partnerNps(90, 70, 40), otif(940, 60)], {
  asOf: '2027-05-03',
  control: { before: others, after: partnerNps(145, 90, 65) },
});
for (const { definition, state, progress, reachedByBound, change } of [review.target, ...review.indicators]) {
  const way = Math.round(100 * (progress ?? 0));
  console.log(
    `${names[definition.id]}: ${state}, ${way} % of the way, reached beyond doubt: ${reachedByBound}, ${change.verdict}`,
  );
}
if (review.effect !== null) {
  console.log(formatPlanEffect(review.effect));
  console.log(formatPlanEffect(review.effect, { locale: 'fr' }));
}
console.log(`next checkpoint: ${review.nextCheckpoint ?? 'none'}, ${review.daysLeft} days left`);
