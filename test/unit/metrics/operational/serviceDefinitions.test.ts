import { expect, it } from 'vitest';
import { findMetric } from '../../../../src/metrics/catalogue/catalogue.js';
import { agentWaitMeasure } from '../../../../src/metrics/operational/agentWait.js';
import { backlogMeasure } from '../../../../src/metrics/operational/backlog.js';
import { backlogAgeMeasure } from '../../../../src/metrics/operational/backlogAge.js';
import { backlogByAgeMeasure } from '../../../../src/metrics/operational/backlogByAge.js';
import { backlogNetFlowMeasure } from '../../../../src/metrics/operational/backlogNetFlow.js';
import { callbackRateMeasure } from '../../../../src/metrics/operational/callbackRate.js';
import { costPerContactMeasure } from '../../../../src/metrics/operational/costPerContact.js';
import { costPerInterventionMeasure } from '../../../../src/metrics/operational/costPerIntervention.js';
import { firstResolutionTimeMeasure } from '../../../../src/metrics/operational/firstResolutionTime.js';
import { firstResponseTimeMeasure } from '../../../../src/metrics/operational/firstResponseTime.js';
import { firstTimeFixRateMeasure } from '../../../../src/metrics/operational/firstTimeFixRate.js';
import { fullResolutionTimeMeasure } from '../../../../src/metrics/operational/fullResolutionTime.js';
import { nextResponseTimeMeasure } from '../../../../src/metrics/operational/nextResponseTime.js';
import { oneTouchRateMeasure } from '../../../../src/metrics/operational/oneTouchRate.js';
import { quoteConversionMeasure } from '../../../../src/metrics/operational/quoteConversion.js';
import { quotesInTimeMeasure } from '../../../../src/metrics/operational/quotesInTime.js';
import { reopenRateMeasure } from '../../../../src/metrics/operational/reopenRate.js';
import { requesterWaitMeasure } from '../../../../src/metrics/operational/requesterWait.js';
import { slaAttainmentMeasure } from '../../../../src/metrics/operational/slaAttainment.js';
import { timeToQuoteMeasure } from '../../../../src/metrics/operational/timeToQuote.js';
import { hour } from './ticketTimeline.js';

const asOf = hour(9);
const none = (): null => null;

it.each(
  [
    slaAttainmentMeasure({ denominator: 'by-target' }),
    firstResponseTimeMeasure(),
    nextResponseTimeMeasure(),
    firstResolutionTimeMeasure(),
    fullResolutionTimeMeasure(),
    requesterWaitMeasure(),
    agentWaitMeasure(),
    backlogByAgeMeasure({ at: asOf, edges: [24] }),
    quotesInTimeMeasure({ targetHours: 8, asOf }),
    reopenRateMeasure(),
    oneTouchRateMeasure(),
    backlogMeasure({ at: asOf }),
    backlogAgeMeasure({ at: asOf }),
    backlogNetFlowMeasure({ from: hour(0), to: asOf }),
    firstTimeFixRateMeasure({ windowDays: 30 }),
    callbackRateMeasure({ endedAt: none, calledAt: none, windowHours: 48, asOf }),
    costPerInterventionMeasure({ cost: none, currency: 'EUR' }),
    costPerContactMeasure({ cost: none, currency: 'EUR' }),
    timeToQuoteMeasure({ asOf }),
    quoteConversionMeasure({ windowDays: 30, asOf }),
  ].map(({ definition }) => [definition.id, definition] as const),
)('the definition of %s agrees with the catalogue', (id, { family, statistic, unit, direction, range }) => {
  expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
});
