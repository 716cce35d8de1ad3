// The quarter as a document: the review is data, its Markdown and its page are written from it. Nothing is written to a file here.
import { csatMeasure, npsMeasure } from 'cx-scoring';
import { quarterlyReview, quarterlyReviewCharts, renderQuarterlyReview, toMeasuredRows } from 'cx-scoring/reviews';

interface Answer {
  readonly on: string;
  readonly dealer: string;
  readonly zone: string;
  readonly score: number;
}

function answers(on: string, good: number, bad: number, scores: readonly [number, number]): Answer[] {
  return Array.from({ length: good + bad }, (_, at) => ({
    on,
    dealer: `dealer-${at}`,
    zone: at % 3 === 0 ? 'north' : 'south',
    score: at < good ? scores[0] : scores[1],
  }));
}

const recommend = [...answers('2026-05-12', 70, 50, [9, 4]), ...answers('2026-08-12', 100, 30, [10, 5])];
const content = [...answers('2026-05-20', 40, 20, [5, 2]), ...answers('2026-08-20', 46, 18, [5, 2])];

const review = quarterlyReview({
  asOf: '2026-10-05',
  measures: [
    toMeasuredRows(recommend, {
      measure: npsMeasure<Answer>({ score: 'score' }),
      at: 'on',
      account: 'dealer',
      dimensions: ['zone'],
    }),
    toMeasuredRows(content, { measure: csatMeasure<Answer>({ score: 'score' }), at: 'on', account: 'dealer' }),
  ],
  targets: [
    { definition: { id: 'nps' }, period: null, green: 40, amber: 20, source: 'network contract' },
    { definition: { id: 'csat' }, period: null, green: 0.85, amber: 0.65, source: 'charter' },
  ],
});

// Without `renderChart` the page has tables only; with it, these are the pictures it asks for.
const { title, markdown, html } = renderQuarterlyReview(review);
console.log(
  `${title}: a page without scripts, ${html.includes('<script') ? 'or not' : 'to be opened without a server'}`,
);
console.log(
  `Charts: ${quarterlyReviewCharts(review)
    .map(({ id }) => id)
    .join(', ')}`,
);
console.log();
console.log(markdown.split('\n').slice(0, 32).join('\n'));

console.log();
const french = renderQuarterlyReview(review, { locale: 'fr', names: { zone: 'région' } });
console.log(french.markdown.split('\n').slice(0, 14).join('\n'));
