import { toEpochMilliseconds, type Instant } from '../../core/instant.js';
import type { Money } from '../../core/records.js';
import type { Pause, Stretch } from './pause.js';

/** A customer's request for a quote, and what became of it. */
export interface QuoteRequest {
  /** Id of the request. */
  readonly requestId: string;
  /** When it came in. */
  readonly requestedAt: Instant;
  /** When the first quote was sent that answers the request; `null` or left out while none was. */
  readonly firstCompliantQuoteAt?: Instant | null | undefined;
  /** When the customer withdrew the request. */
  readonly withdrawnAt?: Instant | null | undefined;
  /** When the customer accepted. */
  readonly acceptedAt?: Instant | null | undefined;
  /** Id of the request that this one asks for again, with other terms. */
  readonly requoteOf?: string | null | undefined;
  /** Amount of the quote. */
  readonly value?: Money | null | undefined;
  /** Stretches during which information of the customer was missing. */
  readonly pauses?: readonly Pause[] | undefined;
  /** Account of the customer. */
  readonly accountId?: string | undefined;
}

/** What can be wrong with a request. More codes may be added. */
export type QuoteFaultCode =
  | 'missing-id'
  | 'unreadable-time'
  | 'quoted-before-requested'
  | 'withdrawn-before-requested'
  | 'accepted-before-quoted'
  | 'accepted-without-quote'
  | 'ended-before-begun'
  | 'invalid-amount';

/** What is wrong with a request, and where. */
export interface QuoteFault {
  /** Code of the finding. */
  readonly code: QuoteFaultCode;
  /** Field at fault. */
  readonly field: keyof QuoteRequest;
}

/** A request with its instants in milliseconds; what has not happened is infinite. */
export interface TimedQuote {
  /** When it came in. */
  readonly requested: number;
  /** When it was quoted. */
  readonly quoted: number;
  /** When it was withdrawn. */
  readonly withdrawn: number;
  /** When it was accepted. */
  readonly accepted: number;
  /** Whether it asks for another request again. */
  readonly isRequote: boolean;
  /** Pauses in order of their start. */
  readonly pauses: readonly Stretch[];
}

function timeOf(instant: Instant | null | undefined): number {
  return instant === null || instant === undefined ? Infinity : toEpochMilliseconds(instant);
}

const TIMES = ['firstCompliantQuoteAt', 'withdrawnAt', 'acceptedAt'] as const;

/** Reads a request, or tells what is wrong with it: one rule for metrics and check. */
export function readQuote(request: QuoteRequest): TimedQuote | QuoteFault {
  const own = Object(request) as Partial<QuoteRequest>;
  if (typeof own.requestId !== 'string' || own.requestId === '') return { code: 'missing-id', field: 'requestId' };
  const requested = toEpochMilliseconds(own.requestedAt);
  if (Number.isNaN(requested)) return { code: 'unreadable-time', field: 'requestedAt' };
  const unreadable = TIMES.find((field) => Number.isNaN(timeOf(own[field])));
  if (unreadable !== undefined) return { code: 'unreadable-time', field: unreadable };
  const [quoted, withdrawn, accepted] = TIMES.map((field) => timeOf(own[field])) as [number, number, number];
  if (quoted < requested) return { code: 'quoted-before-requested', field: 'firstCompliantQuoteAt' };
  if (withdrawn < requested) return { code: 'withdrawn-before-requested', field: 'withdrawnAt' };
  if (accepted < Infinity && quoted === Infinity) return { code: 'accepted-without-quote', field: 'acceptedAt' };
  if (accepted < quoted) return { code: 'accepted-before-quoted', field: 'acceptedAt' };
  const { pauses = [], value = null } = own;
  if (!Array.isArray(pauses)) return { code: 'unreadable-time', field: 'pauses' };
  const stretches = (pauses as readonly Pause[]).map((pause): Stretch => [
    toEpochMilliseconds(pause?.start),
    timeOf(pause?.end),
  ]);
  if (stretches.some((ends) => ends.some(Number.isNaN))) return { code: 'unreadable-time', field: 'pauses' };
  if (stretches.some(([start, end]) => end < start)) return { code: 'ended-before-begun', field: 'pauses' };
  if (value !== null && !(Number.isSafeInteger(value.minorUnits) && value.minorUnits >= 0))
    return { code: 'invalid-amount', field: 'value' };
  const isRequote = (own.requoteOf ?? null) !== null;
  return { requested, quoted, withdrawn, accepted, isRequote, pauses: stretches.sort((a, b) => a[0] - b[0]) };
}
