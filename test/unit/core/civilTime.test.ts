import { describe, expect, it } from 'vitest';
import { civilTimeAt, instantsAt } from '../../../src/core/civilTime.js';
import { LAST_INSTANT } from '../../../src/core/instant.js';
import { toTimeZone } from '../../../src/core/timeZone.js';

const zones = Object.fromEntries(
  ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Manila', 'UTC'].map((name) => [
    name,
    toTimeZone(name),
  ]),
);
const zone = (name: string) => zones[name]!;

// Zone, civil time, instants.
const times: [string, string, string[]][] = [
  ['UTC', '2026-11-21T09:30:00', ['2026-11-21T09:30:00Z']],
  ['Europe/Paris', '2026-01-01T00:00:00', ['2025-12-31T23:00:00Z']],
  ['Europe/Paris', '2026-07-01T00:15:30.250', ['2026-06-30T22:15:30.250Z']],
  // Forward: 02:00 to 03:00 is left out.
  ['Europe/Paris', '2026-03-29T01:59:59.999', ['2026-03-29T00:59:59.999Z']],
  ['Europe/Paris', '2026-03-29T02:00:00', []],
  ['Europe/Paris', '2026-03-29T02:59:59.999', []],
  ['Europe/Paris', '2026-03-29T03:00:00', ['2026-03-29T01:00:00Z']],
  // Back: 02:00 to 03:00 comes twice.
  ['Europe/Paris', '2026-10-25T01:59:59.999', ['2026-10-24T23:59:59.999Z']],
  ['Europe/Paris', '2026-10-25T02:00:00', ['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z']],
  ['Europe/Paris', '2026-10-25T02:59:59.999', ['2026-10-25T00:59:59.999Z', '2026-10-25T01:59:59.999Z']],
  ['Europe/Paris', '2026-10-25T03:00:00', ['2026-10-25T02:00:00Z']],
  ['America/New_York', '2026-03-08T02:30:00', []],
  ['America/New_York', '2026-11-01T01:30:00', ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']],
  // Half an hour.
  ['Australia/Lord_Howe', '2026-10-04T02:29:00', []],
  ['Australia/Lord_Howe', '2026-10-04T02:30:00', ['2026-10-03T15:30:00Z']],
  ['Australia/Lord_Howe', '2026-04-05T01:30:00', ['2026-04-04T14:30:00Z', '2026-04-04T15:00:00Z']],
  ['Australia/Lord_Howe', '2026-04-05T02:00:00', ['2026-04-04T15:30:00Z']],
  // A whole day left out.
  ['Pacific/Apia', '2011-12-30T12:00:00', []],
  ['Pacific/Apia', '2011-12-31T00:00:00', ['2011-12-30T10:00:00Z']],
];

describe('instantsAt', () => {
  it.each(times)('finds in %s the instants of %s', (name, civil, instants) => {
    expect(instantsAt(zone(name), civil)).toEqual(instants);
  });

  it('takes a time without seconds', () => {
    expect(instantsAt(zone('UTC'), '2026-11-21T09:30')).toEqual(['2026-11-21T09:30:00Z']);
  });

  it('looks as far as clocks have ever been from UTC', () => {
    // Manila kept the date of America until 1844: 15:56:08 behind (IANA: 15:56 before 2024b).
    const [instant] = instantsAt(zone('Asia/Manila'), '1840-01-01T00:00:00');
    expect(instant?.slice(0, 16)).toBe('1840-01-01T15:56');
  });

  it('leaves out instants beyond the year 9999', () => {
    expect(instantsAt(zone('America/New_York'), '9999-12-31T23:00:00')).toEqual([]);
  });

  it('refuses what only looks like text', () => {
    const text = new String('2026-11-21T09:30') as string;
    expect(() => instantsAt(zone('UTC'), text)).toThrow(expect.objectContaining({ code: 'CX_INVALID_DATE' }));
  });

  it.each([['2026-11-21'], ['2026-11-21T09:30Z'], ['2026-02-29T09:30'], ['2026-11-21T24:00'], [''], [0], [null]])(
    'refuses %j',
    (civil) => {
      const shown = typeof civil === 'string' ? JSON.stringify(civil) : String(civil);
      const message = `instantsAt: "civilTime" must be a date and time without zone such as "2026-11-21T09:30", received ${shown}`;
      const error: unknown = expect.objectContaining({ code: 'CX_INVALID_DATE', message });
      expect(() => instantsAt(zone('UTC'), civil as string)).toThrow(error);
    },
  );
});

describe('civilTimeAt', () => {
  const pairs = times.flatMap(([name, civil, instants]) => instants.map((instant) => [name, civil, instant] as const));
  it.each(pairs)('shows in %s %s at %s', (name, civil, instant) => {
    expect(civilTimeAt(zone(name), instant)).toBe(civil);
  });

  it('takes milliseconds', () => {
    expect(civilTimeAt(zone('Europe/Paris'), 0)).toBe('1970-01-01T01:00:00');
  });

  it('refuses what is no instant', () => {
    const message =
      'civilTimeAt: "instant" must be an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds, received "2026-11-21"';
    const error: unknown = expect.objectContaining({ code: 'CX_INVALID_DATE', message });
    expect(() => civilTimeAt(zone('UTC'), '2026-11-21')).toThrow(error);
  });

  it('refuses an instant that falls in the year 10000', () => {
    const message = 'civilTimeAt: "instant" must be within the years 0001 to 9999, received 253402300799999';
    const error: unknown = expect.objectContaining({ code: 'CX_INVALID_DATE', message });
    expect(() => civilTimeAt(zone('Europe/Paris'), LAST_INSTANT)).toThrow(error);
    expect(civilTimeAt(zone('UTC'), LAST_INSTANT)).toBe('9999-12-31T23:59:59.999');
  });
});
