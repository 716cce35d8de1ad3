import { describe, expect, it } from 'vitest';
import { findMetric } from '../../../../src/metrics/catalogue/catalogue.js';
import { availabilityAccuracyMeasure } from '../../../../src/metrics/operational/availabilityAccuracy.js';
import { toBusinessCalendar } from '../../../../src/metrics/operational/businessCalendar.js';
import { creditNoteRateMeasure } from '../../../../src/metrics/operational/creditNoteRate.js';
import { criticalPartsNextDayMeasure } from '../../../../src/metrics/operational/criticalPartsNextDay.js';
import { deliverySlotAdherenceMeasure } from '../../../../src/metrics/operational/deliverySlotAdherence.js';
import { disputeRateMeasure } from '../../../../src/metrics/operational/disputeRate.js';
import { inFullMeasure } from '../../../../src/metrics/operational/inFull.js';
import { itemAvailabilityMeasure } from '../../../../src/metrics/operational/itemAvailability.js';
import { onTimeMeasure } from '../../../../src/metrics/operational/onTime.js';
import { otifMeasure } from '../../../../src/metrics/operational/otif.js';
import { perfectOrderMeasure } from '../../../../src/metrics/operational/perfectOrder.js';
import { proactiveAlertRateMeasure } from '../../../../src/metrics/operational/proactiveAlertRate.js';
import { sampleUptakeMeasure } from '../../../../src/metrics/operational/sampleUptake.js';

const asOf = '2026-11-30';
const calendar = toBusinessCalendar({ zone: 'UTC', weeks: [{ hours: {} }] });
const none = (): null => null;

const DEFINITIONS = [
  otifMeasure(),
  onTimeMeasure(),
  inFullMeasure(),
  perfectOrderMeasure(),
  disputeRateMeasure({ asOf, maturityDays: 60 }),
  creditNoteRateMeasure({ asOf, maturityDays: 60 }),
  itemAvailabilityMeasure({ inStock: none, itemClass: none }),
  availabilityAccuracyMeasure({ shown: none, available: none }),
  criticalPartsNextDayMeasure({ orderedAt: none, deliveredAt: none, calendar, asOf }),
  deliverySlotAdherenceMeasure({ slotStart: none, slotEnd: none, deliveredAt: none, asOf }),
  proactiveAlertRateMeasure({ alertedAt: none, askedAt: none, promisedAt: none, asOf }),
  sampleUptakeMeasure({ givenAt: none, orderedAt: none, windowDays: 30, asOf }),
].map(({ definition }) => definition);

describe('the definitions of deliveries, invoices and availability', () => {
  it('are all there', () => {
    expect(DEFINITIONS.map(({ id }) => id)).toEqual([
      'otif',
      'on-time',
      'in-full',
      'perfect-order',
      'dispute-rate',
      'credit-note-rate',
      'item-availability',
      'availability-accuracy',
      'critical-parts-next-day',
      'delivery-slot-adherence',
      'proactive-alert-rate',
      'sample-uptake',
    ]);
  });

  it.each(DEFINITIONS.map((definition) => [definition.id, definition] as const))(
    'agree with the catalogue: %s',
    (id, { family, statistic, unit, direction, range }) => {
      expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
    },
  );
});
