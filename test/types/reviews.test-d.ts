// Fields are checked against the rows, metrics of different rows stand in one list, and rules are a closed union.
import { expectTypeOf } from 'vitest';
import type { Contact, SurveyAnswer } from '../../src/core/records.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { otifMeasure } from '../../src/metrics/operational/otif.js';
import { toDeliveryUnits, type DeliveryUnit } from '../../src/metrics/operational/deliveryUnits.js';
import { toSlaOutcomes } from '../../src/metrics/operational/slaOutcomes.js';
import type { AlertRule } from '../../src/reviews/alertRule.js';
import type { MeasuredRows } from '../../src/reviews/measuredRows.js';
import { monthlyReview } from '../../src/reviews/monthlyReview.js';
import { toMeasuredRows } from '../../src/reviews/toMeasuredRows.js';
import { weeklyAlerts } from '../../src/reviews/weeklyAlerts.js';

interface Row {
  readonly on: string;
  readonly client: string;
  readonly score: number | null;
  readonly revenue: number;
  readonly tags: string[];
}
declare const rows: readonly Row[];
declare const units: readonly DeliveryUnit[];
declare const answers: readonly SurveyAnswer[];
declare const contacts: readonly Contact[];
const measure = npsMeasure<Row>({ score: 'score' });

const nps = toMeasuredRows(rows, {
  measure,
  at: 'on',
  account: 'client',
  dimensions: ['client'],
  scopes: { client: (row) => row.client },
});
expectTypeOf(nps).toEqualTypeOf<MeasuredRows>();
const otif = toMeasuredRows(units, { measure: otifMeasure(), at: 'dueOn', account: 'accountId' });
monthlyReview({ asOf: '2026-11-05', measures: [nps, otif] });

// @ts-expect-error a date is text
toMeasuredRows(rows, { measure, at: 'revenue' });
// @ts-expect-error a list is no account
toMeasuredRows(rows, { measure, account: 'tags' });
// @ts-expect-error there is no such field
toMeasuredRows(rows, { measure, dimensions: ['zone'] });
// @ts-expect-error the measure reads other rows
toMeasuredRows(units, { measure });

// The library's own records are what alerts read.
weeklyAlerts({
  asOf: '2026-11-22',
  answers,
  contacts,
  deliveries: toDeliveryUnits([], { asOf: '2026-11-22' }),
  slaOutcomes: toSlaOutcomes([], { denominator: 'by-target', asOf: '2026-11-22T00:00:00Z' }),
});

expectTypeOf<AlertRule['kind']>().toEqualTypeOf<
  | 'score-at-most'
  | 'effort-at-most'
  | 'effort-at-least'
  | 'stars-at-most'
  | 'sla-breached'
  | 'otif-missed'
  | 'contact-silent'
>();
