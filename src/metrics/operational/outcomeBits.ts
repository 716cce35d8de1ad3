/** Why an order, a line or a piece is left out. */
export type DeliveryExclusion =
  'missing' | 'notDue' | 'cancelled' | 'customerCaused' | 'forceMajeure' | 'otherExcuse' | 'duplicate' | 'invalid';

/**
 * How a line ended, as bits: for each thing asked for one that says "no" and one that says "not known". The outcome of an order is what
 * the outcomes of its lines hold together.
 */
export const OUTCOME = {
  offTime: 1,
  timeUnknown: 2,
  offQuantity: 4,
  quantityUnknown: 8,
  documentsWrong: 16,
  documentsUnknown: 32,
  damaged: 64,
  conditionUnknown: 128,
  judged: 256,
  notDue: 512,
  invalid: 1024,
  cancelled: 2048,
  customerCaused: 4096,
  forceMajeure: 8192,
  otherExcuse: 16384,
  duplicate: 32768,
} as const;

/** What is asked of a delivery, as the bits that say "no"; the bits that say "not known" are the next higher ones. */
export const ASKED = {
  onTime: 1,
  inFull: 4,
  documentsOk: 16,
  undamaged: 64,
  otif: 5,
  perfect: 85,
} as const;

/** Reasons to leave something out where none of its lines counts, the one that is named first. */
const ASIDE = ['customerCaused', 'forceMajeure', 'otherExcuse', 'cancelled', 'duplicate'] as const;

/** The bit that says "no", unless it is so. */
export function bitOf(isSo: boolean, bit: number): number {
  return isSo ? 0 : bit;
}

/** Whether everything asked for was so: one "no" decides, before anything that is not known. */
export function stateOf(outcome: number, asked: number): boolean | null {
  if ((outcome & asked) > 0) return false;
  return (outcome & (asked << 1)) > 0 ? null : true;
}

/** Why an outcome does not count; `null` when it does. */
export function exclusionOf(outcome: number): Exclude<DeliveryExclusion, 'missing'> | null {
  if ((outcome & OUTCOME.invalid) > 0) return 'invalid';
  if ((outcome & OUTCOME.notDue) > 0) return 'notDue';
  if ((outcome & OUTCOME.judged) > 0) return null;
  return ASIDE.find((reason) => (outcome & OUTCOME[reason]) > 0) as (typeof ASIDE)[number];
}
