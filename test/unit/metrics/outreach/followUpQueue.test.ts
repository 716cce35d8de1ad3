import { describe, expect, it } from 'vitest';
import { followUpQueue, type FollowUpOptions } from '../../../../src/metrics/outreach/followUpQueue.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

interface Row {
  readonly id?: string | null;
  readonly score?: number | null;
  readonly angry?: boolean | null;
  readonly at?: string | null;
  readonly called?: string | null;
  readonly sales?: string | null;
}
const at = '2026-03-02T09:00:00Z';
const OPTIONS = {
  id: 'id',
  score: 'score',
  isNegativeComment: 'angry',
  at: 'at',
  contactedAt: 'called',
  owner: 'sales',
  deadlineHours: 48,
  asOf: '2026-03-10T09:00:00Z',
} as const satisfies FollowUpOptions<Row>;

describe('followUpQueue', () => {
  it('holds detractors and negative comments, those due first first, and counts the rest', () => {
    const rows: Row[] = [
      { id: 'late', score: 6, at: '2026-03-09T09:00:00Z', sales: 'Lea' },
      { id: 'both', score: 0, angry: true, at },
      { id: 'angry', score: 9, angry: true, at: '2026-03-01T09:00:00Z', sales: '' },
      { id: 'done', score: 3, at, called: '2026-03-03T09:00:00Z', sales: 'Max' },
      { id: 'tardy', score: 3, at, called: '2026-03-05T09:00:00Z' },
      { id: 'happy', score: 9, angry: false, at },
      { id: 'calm', angry: false, at },
      { id: 'quiet', score: null, angry: null, at },
      { id: 'tomorrow', score: 3, at: '2026-03-11T09:00:00Z' },
      { id: 'odd', score: 11, angry: true, at },
      { id: 'when', score: 3, at: 'soon' },
      { id: 'before', score: 3, at, called: '2026-03-01' },
    ];
    const queue = expectSound(followUpQueue(readOnce(deepFreeze(rows)), OPTIONS));
    expect(queue).toEqual({
      open: [
        {
          id: 'angry',
          reason: 'negative-comment',
          at: '2026-03-01T09:00:00Z',
          dueAt: '2026-03-03T09:00:00Z',
          owner: null,
          contactedAt: null,
          state: 'overdue',
        },
        {
          id: 'both',
          reason: 'both',
          at,
          dueAt: '2026-03-04T09:00:00Z',
          owner: null,
          contactedAt: null,
          state: 'overdue',
        },
        {
          id: 'late',
          reason: 'detractor',
          at: '2026-03-09T09:00:00Z',
          dueAt: '2026-03-11T09:00:00Z',
          owner: 'Lea',
          contactedAt: null,
          state: 'not-yet-due',
        },
      ],
      contacted: [
        {
          id: 'done',
          reason: 'detractor',
          at,
          dueAt: '2026-03-04T09:00:00Z',
          owner: 'Max',
          contactedAt: '2026-03-03T09:00:00Z',
          state: 'in-time',
        },
        {
          id: 'tardy',
          reason: 'detractor',
          at,
          dueAt: '2026-03-04T09:00:00Z',
          owner: null,
          contactedAt: '2026-03-05T09:00:00Z',
          state: 'late',
        },
      ],
      overdue: 2,
      unassigned: 2,
      excluded: { noCause: 2, missing: 1, notYetAnswered: 1, invalid: 3 },
      findings: [
        { code: 'off-scale', index: 9, id: 'odd', field: 'score', value: 11 },
        { code: 'unreadable-time', index: 10, id: 'when', field: 'at', value: 'soon' },
        { code: 'contacted-before-answer', index: 11, id: 'before', field: 'contactedAt', value: '2026-03-01' },
      ],
    });
  });

  it('orders by the due moment, a civil date by the end of its day, then by id, those without last', () => {
    const rows: Row[] = [
      { id: 'b', score: 0, at },
      { id: null, score: 0, at },
      { id: 'a', score: 0, at: '2026-03-02T10:00:00+01:00' },
      { id: 'B', score: 0, at },
      { id: 'civil', score: 0, at: '2026-03-02' },
      { id: 'night', score: 0, at: '2026-03-02T23:59:59.998Z' },
      { id: 'next', score: 0, at: '2026-03-03T00:00:00Z' },
    ];
    const ids = (given: Row[]): unknown[] => followUpQueue(given, OPTIONS).open.map(({ id }) => id);
    const expected = ['B', 'a', 'b', null, 'night', 'civil', 'next'];
    expect(ids(rows)).toEqual(expected);
    expect(ids([...rows].reverse())).toEqual(expected);
  });

  it('does not let the order of rows tell two of one id apart', () => {
    const rows: Row[] = [
      { id: 'a', score: 0, at, sales: 'Max' },
      { id: 'a', score: 0, at, sales: 'Lea' },
      { score: 0, at, sales: 'Max' },
      { score: 0, at, sales: 'Lea' },
    ];
    const owners = (given: Row[]): unknown[] => followUpQueue(given, OPTIONS).open.map(({ owner }) => owner);
    expect(owners(rows)).toEqual(['Lea', 'Max', 'Lea', 'Max']);
    expect(owners([...rows].reverse())).toEqual(['Lea', 'Max', 'Lea', 'Max']);
  });

  it.each([
    ['2026-03-02', 48, '2026-03-04'],
    ['2026-03-02', 36, '2026-03-03'],
    ['2026-03-02', 12, '2026-03-02'],
    ['2026-03-02T10:00:00+01:00', 36, '2026-03-03T21:00:00Z'],
  ])('an answer of %s is due within %i hours on %s', (answered, deadlineHours, dueAt) => {
    const rows = [{ id: 'a', score: 0, at: answered }];
    expect(
      followUpQueue(rows, {
        ...OPTIONS,
        contactedAt: undefined,
        isNegativeComment: undefined,
        owner: undefined,
        deadlineHours,
      }).open[0]?.dueAt,
    ).toBe(dueAt);
  });

  it('is overdue after the due moment, not at it', () => {
    const rows: Row[] = [{ id: 'a', score: 0, at }];
    const state = (asOf: string): unknown => followUpQueue(rows, { ...OPTIONS, asOf }).open[0]?.state;
    expect(state('2026-03-04T09:00:00Z')).toBe('not-yet-due');
    expect(state('2026-03-04T09:00:00.001Z')).toBe('overdue');
  });

  it('takes a contact that is yet to come for none', () => {
    const rows: Row[] = [{ id: 'a', score: 0, at, called: '2026-03-11' }];
    expect(followUpQueue(rows, OPTIONS)).toMatchObject({ open: [{ contactedAt: null }], contacted: [] });
  });

  it('serves comments without scores, and scores without comments', () => {
    const comments = [
      { id: 'a', angry: true, at },
      { id: 'b', angry: null, at },
    ];
    const base = { id: 'id', at: 'at', deadlineHours: 24, asOf: '2026-03-10' } as const;
    expect(followUpQueue(comments, { ...base, isNegativeComment: 'angry' })).toMatchObject({
      open: [{ id: 'a', reason: 'negative-comment' }],
      excluded: { missing: 1, noCause: 0 },
    });
    const scores = [
      { id: 'a', score: 2, at },
      { id: 'b', score: 3, at },
      { id: 'c', score: null, at },
    ];
    const scale = { minimum: 1, maximum: 5, detractorUpTo: 2 };
    expect(followUpQueue(scores, { ...base, score: 'score', scale })).toMatchObject({
      open: [{ id: 'a', reason: 'detractor', owner: null }],
      unassigned: 1,
      excluded: { missing: 1, noCause: 1 },
    });
  });

  it('is empty without answers', () => {
    expect(followUpQueue<Row>([], OPTIONS)).toEqual({
      open: [],
      contacted: [],
      overdue: 0,
      unassigned: 0,
      excluded: { noCause: 0, missing: 0, notYetAnswered: 0, invalid: 0 },
      findings: [],
    });
  });

  it.each<[Partial<Record<keyof FollowUpOptions<Row>, unknown>>, string, string]>([
    [{ deadlineHours: 0 }, 'CX_INVALID_OPTION', 'option "deadlineHours" must be a finite number above 0, received 0'],
    [
      { asOf: 'now' },
      'CX_INVALID_DATE',
      'option "asOf" must be a civil date or an instant with its zone, received "now"',
    ],
    [
      { score: undefined, isNegativeComment: undefined },
      'CX_INVALID_OPTION',
      'option "score" must be given, or "isNegativeComment", received undefined',
    ],
    [
      { scale: { minimum: 5, maximum: 1, detractorUpTo: 2 } },
      'CX_INVALID_OPTION',
      'option "scale.maximum" must be a whole number above the minimum 5, received 1',
    ],
  ])('refuses %j', (wrong, code, message) => {
    const options = { ...OPTIONS, ...wrong } as FollowUpOptions<Row>;
    expect(thrownBy(() => followUpQueue<Row>([], options))).toMatchObject({
      code,
      message: `followUpQueue: ${message}`,
    });
  });
});
