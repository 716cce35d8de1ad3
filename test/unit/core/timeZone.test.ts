import { describe, expect, it } from 'vitest';
import { toTimeZone } from '../../../src/core/timeZone.js';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

// From the IANA database. Each row: zone, first instant of the new offset, hours before, hours after.
const changes: [string, string, number, number][] = [
  ['Europe/Paris', '2026-03-29T01:00:00Z', 1, 2],
  ['Europe/Paris', '2026-10-25T01:00:00Z', 2, 1],
  ['America/New_York', '2026-03-08T07:00:00Z', -5, -4],
  ['America/New_York', '2026-11-01T06:00:00Z', -4, -5],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 11, 10.5],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', 10.5, 11],
  ['Asia/Kathmandu', '1985-12-31T18:30:00Z', 5.5, 5.75],
  // A day that was left out, and the shortest summer since 1970: a week.
  ['Pacific/Apia', '2011-12-30T10:00:00Z', -10, 14],
  ['America/Recife', '2000-10-08T03:00:00Z', -3, -2],
  ['America/Recife', '2000-10-15T02:00:00Z', -2, -3],
  // In the last days of what is read at once: blocks of 364 days from 1970.
  ['Africa/Khartoum', '2017-10-31T21:00:00Z', 3, 2],
  // Seconds, from the mean time of Paris.
  ['Europe/Paris', '1911-03-10T23:50:39Z', 561 / 3600, 0],
];

describe('toTimeZone', () => {
  it.each(changes)('knows how the clocks of %s change at %s', (name, instant, before, after) => {
    const zone = toTimeZone(name);
    const change = at(instant);
    const [earlier, later] = [zone.spanAt(change - 1), zone.spanAt(change)];
    expect([earlier.offset, later.offset]).toEqual([before * HOUR, after * HOUR]);
    expect([earlier.end, later.start]).toEqual([change, change]);
  });

  it('answers alike in whatever order it is asked', () => {
    const zone = toTimeZone('Europe/Paris');
    const instants = changes.filter(([name]) => name === 'Europe/Paris').map(([, instant]) => at(instant));
    const forward = instants.map((instant) => zone.spanAt(instant));
    expect(instants.reverse().map((instant) => zone.spanAt(instant))).toEqual(forward.reverse());
  });

  it('holds a stretch from its first millisecond to the one before its end', () => {
    const zone = toTimeZone('Europe/Paris');
    const summer = zone.spanAt(at('2026-07-01T00:00:00Z'));
    expect(zone.spanAt(summer.start)).toEqual(summer);
    expect(zone.spanAt(summer.end - 1)).toEqual(summer);
    expect(zone.spanAt(summer.end)).not.toEqual(summer);
    expect(zone.spanAt(summer.start - 1)).not.toEqual(summer);
  });

  it('cuts time into stretches without a gap, blocks of years included', () => {
    const zone = toTimeZone('Europe/Paris');
    const changed: string[] = [];
    for (let cursor = at('2024-01-01T00:00:00Z'); cursor < at('2027-01-01T00:00:00Z');) {
      const span = zone.spanAt(cursor);
      expect(span.start).toBeLessThanOrEqual(cursor);
      expect(span.end).toBeGreaterThan(cursor);
      const next = zone.spanAt(span.end);
      expect(next.start).toBe(span.end);
      if (next.offset !== span.offset) changed.push(new Date(span.end).toISOString().slice(0, 10));
      cursor = span.end;
    }
    expect(changed).toEqual([
      '2024-03-31',
      '2024-10-27',
      '2025-03-30',
      '2025-10-26',
      '2026-03-29',
      '2026-10-25',
      '2027-03-28',
    ]);
  });

  it.each(['UTC', 'Etc/GMT+12', 'GB-Eire', 'America/Argentina/Buenos_Aires'])('knows %s', (name) => {
    expect(toTimeZone(name).name).toBe(name);
  });

  it('has no offset in UTC', () => {
    expect(toTimeZone('UTC').spanAt(0).offset).toBe(0);
  });

  it.each([['Europe/Atlantis'], ['+01:00'], [''], ['Europe/Paris '], [null], [undefined], [1]])(
    'refuses %j',
    (name) => {
      const shown = typeof name === 'string' ? JSON.stringify(name) : String(name);
      const message = `toTimeZone: "name" must be the name of an IANA time zone such as "Europe/Paris", received ${shown}`;
      expect(() => toTimeZone(name as string)).toThrow(expect.objectContaining({ code: 'CX_INVALID_OPTION', message }));
    },
  );
});
