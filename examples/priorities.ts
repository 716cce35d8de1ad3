// From a list of ideas to what comes first: scores on declared scales, the matrix, what the weights decide, and a portfolio within means.
import {
  evaluateFlipPoints,
  formatPriority,
  prioritize,
  rankAcceptability,
  scheduleInitiatives,
  selectPortfolio,
  type Initiative,
} from 'cx-scoring';

const initiatives: Initiative[] = [
  {
    id: 'delivery-slots',
    names: { en: 'Fixed delivery slots', fr: 'Créneaux de livraison fixes' },
    criteria: { impact: 4, reach: 0.8, complexity: 2, cost: 2 },
  },
  {
    id: 'dealer-portal',
    names: { en: 'Dealer portal', fr: 'Portail revendeurs' },
    criteria: { impact: 5, reach: 0.6, complexity: 4, cost: 4 },
  },
  {
    id: 'next-day-parts',
    names: { en: 'Critical parts the next day', fr: 'Pièces critiques le lendemain' },
    criteria: { impact: 4, reach: 0.3, complexity: 3, cost: 2 },
  },
  {
    id: 'short-videos',
    names: { en: 'Two-minute videos', fr: 'Vidéos de deux minutes' },
    criteria: { impact: 2, reach: 0.5, complexity: 1, cost: 1 },
  },
  {
    id: 'new-erp',
    names: { en: 'New ERP', fr: 'Nouvel ERP' },
    criteria: { impact: 3, reach: 0.35, complexity: 5, cost: 5 },
  },
  {
    id: 'chatbot',
    names: { en: 'Chatbot', fr: 'Agent conversationnel' },
    // Nobody has asked for a price yet: unknown, not free.
    criteria: { impact: 2, reach: 0.45, complexity: 4, cost: null },
  },
];

const { items } = prioritize(initiatives);
for (const locale of ['en', 'fr']) {
  for (const item of items) console.log(formatPriority(item, { locale }));
  console.log();
}

// How much of this order the weights decide: the share of all weights that put an initiative first, and among the first two.
const { items: robust } = rankAcceptability(initiatives, { top: 2 });
for (const { id, acceptability, topShare } of robust) {
  console.log(
    `${id}: first for ${Math.round(100 * (acceptability[0] ?? 0))} %, first two for ${Math.round(100 * topShare)} %`,
  );
}
// With what is known today, which weight would have to change by how much for another to lead?
const { leaders, items: flips } = evaluateFlipPoints(initiatives);
console.log(`in the lead: ${leaders.join(', ')}`);
for (const { criterion, weight, above, below } of flips) {
  const ways = [below, above].flatMap((flip) =>
    flip === null ? [] : [`${flip.overtakenBy.join(', ')} at ${flip.weight.toFixed(2)}`],
  );
  console.log(`  ${criterion} (${weight}): ${ways.join('; ') || 'no weight of it changes the lead'}`);
}

// What to do with 250,000 euros and 120 days of developers: value is the place on the axis of value, so that money is not counted twice.
const value = (id: string) => items.find((item) => item.id === id)?.value?.value ?? 0;
const candidates = [
  { id: 'delivery-slots', cost: 6_000_000, capacity: { developerDays: 20 } },
  { id: 'product-data', cost: 4_000_000, capacity: { developerDays: 30 }, quickWin: false },
  { id: 'dealer-portal', cost: 9_000_000, capacity: { developerDays: 60 }, quarters: 2, dependsOn: ['product-data'] },
  { id: 'next-day-parts', cost: 7_000_000, capacity: { developerDays: 5 } },
  { id: 'short-videos', cost: 1_500_000 },
  { id: 'new-erp', cost: 60_000_000, capacity: { developerDays: 400 }, quarters: 6 },
].map((candidate) => ({ ...candidate, value: value(candidate.id) }));
const portfolio = selectPortfolio(candidates, { budget: 25_000_000, capacity: { developerDays: 120 } });
console.log(`\nchosen: ${portfolio.chosen.join(', ')} (${portfolio.method}, at most ${portfolio.gap} from the best)`);
for (const { id, reasons } of portfolio.leftOut) {
  console.log(`  left out: ${id}, ${reasons.map(({ code }) => code).join(' and ')}`);
}
const chosen = candidates.filter(({ id }) => portfolio.chosen.includes(id));
const { quickWins, structuring } = scheduleInitiatives(chosen, { start: '2027-Q1', capacity: { developerDays: 40 } });
for (const { id, kind, from, to } of [...quickWins, ...structuring]) console.log(`  ${kind}: ${id}, ${from} to ${to}`);
