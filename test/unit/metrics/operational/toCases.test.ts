import { describe, expect, it } from 'vitest';
import { checkTicketEvents } from '../../../../src/metrics/operational/checkTicketEvents.js';
import type { TicketEvent } from '../../../../src/metrics/operational/ticketEvent.js';
import { toCases } from '../../../../src/metrics/operational/toCases.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { caseOf, hour, timeline } from './ticketTimeline.js';

const EXCLUDED = {
  accountId: null,
  asOf: hour(99),
  createdAt: null,
  createdByAgent: false,
  firstReplyAt: null,
  nextReplies: [],
  firstSolvedAt: null,
  lastSolvedAt: null,
  reopens: 0,
  replies: 0,
  autoReplies: 0,
  statuses: [],
  priorities: [],
  isOpen: false,
};

describe('toCases', () => {
  it('tells the whole life of a ticket', () => {
    const own = caseOf(
      100,
      [1, { type: 'created', accountId: 'A', priority: 'normal' }],
      [1, 'auto-reply'],
      [2, 'assigned'],
      [2, { type: 'priority', priority: 'urgent' }],
      [3, 'agent-note'],
      [4, 'public-agent-reply'],
      [4, 'pending'],
      [10, 'requester-reply'],
      [10, 'open'],
      [11, 'requester-reply'],
      [12, 'on-hold'],
      [20, 'public-agent-reply'],
      [20, 'solved'],
      [30, 'requester-reply'],
      [30, 'open'],
      [31, 'solved'],
      [40, 'closed'],
    );
    expect(expectSound(own)).toEqual({
      ticketId: 't',
      accountId: 'A',
      exclusion: null,
      asOf: hour(100),
      createdAt: hour(1),
      createdByAgent: false,
      firstReplyAt: hour(4),
      nextReplies: [
        { askedAt: hour(10), endedAt: hour(20), ended: 'replied' },
        { askedAt: hour(30), endedAt: hour(31), ended: 'solved' },
      ],
      firstSolvedAt: hour(20),
      lastSolvedAt: hour(31),
      reopens: 1,
      replies: 2,
      autoReplies: 1,
      statuses: [
        { status: 'new', from: hour(1), to: hour(4) },
        { status: 'pending', from: hour(4), to: hour(10) },
        { status: 'open', from: hour(10), to: hour(12) },
        { status: 'on-hold', from: hour(12), to: hour(20) },
        { status: 'solved', from: hour(20), to: hour(30) },
        { status: 'open', from: hour(30), to: hour(31) },
        { status: 'solved', from: hour(31), to: hour(40) },
        { status: 'closed', from: hour(40), to: null },
      ],
      priorities: [
        { at: hour(1), priority: 'normal' },
        { at: hour(2), priority: 'urgent' },
      ],
      isOpen: false,
    });
  });

  it('has not seen what happened after asOf', () => {
    const steps = [
      [0, 'created'],
      [5, 'public-agent-reply'],
      [6, 'requester-reply'],
      [8, 'public-agent-reply'],
      [8, 'solved'],
    ] as const;
    expect(caseOf(8, ...steps)).toMatchObject({ replies: 2, firstSolvedAt: hour(8), isOpen: false });
    expect(caseOf(7.99, ...steps)).toMatchObject({
      replies: 1,
      firstSolvedAt: null,
      isOpen: true,
      nextReplies: [{ askedAt: hour(6), endedAt: null, ended: null }],
    });
    expect(caseOf(4.99, ...steps)).toMatchObject({ firstReplyAt: null, replies: 0 });
    expect(toCases(timeline('t', ...steps), { asOf: hour(-1) })).toEqual([]);
  });

  it.each<[string, Partial<TicketEvent>, number[], string | null]>([
    ['a customer', {}, [0, 3], hour(0)],
    ['an agent, in public', { byAgent: true }, [0, 3], hour(3)],
    ['an agent, in public, whose message is not listed', { byAgent: true }, [3, 5], hour(3)],
    ['an agent, in public, who never wrote again', { byAgent: true }, [0], null],
    ['an agent, in private', { byAgent: true, isPublic: false }, [0, 3], hour(0)],
  ])('takes as first reply to a ticket opened by %s the right comment', (_, created, replies, expected) => {
    const comments = replies.map((at) => [at, 'public-agent-reply'] as const);
    const own = caseOf(99, [0, { type: 'created', ...created }], ...comments);
    expect(own.firstReplyAt).toBe(expected);
    expect(own.createdByAgent).toBe(created.byAgent ?? false);
    expect(own.replies).toBe(replies.filter((at) => at > 0 || expected === hour(0)).length);
  });

  it('does not wait for a next reply before there was a first', () => {
    expect(caseOf(9, [0, 'created'], [1, 'requester-reply'], [2, 'public-agent-reply']).nextReplies).toEqual([]);
  });

  it('ends no wait with a machine or a note', () => {
    const own = caseOf(
      9,
      [0, 'created'],
      [1, 'public-agent-reply'],
      [2, 'requester-reply'],
      [3, 'auto-reply'],
      [4, 'agent-note'],
    );
    expect(own.nextReplies).toEqual([{ askedAt: hour(2), endedAt: null, ended: null }]);
  });

  it('takes events of one instant in the order of life, whatever the order of rows', () => {
    const events = timeline(
      't',
      [5, 'solved'],
      [5, 'public-agent-reply'],
      [5, 'open'],
      [0, 'public-agent-reply'],
      [0, 'created'],
      [4, 'requester-reply'],
    );
    const [own] = toCases(events, { asOf: hour(9) });
    expect(own?.nextReplies).toEqual([{ askedAt: hour(4), endedAt: hour(5), ended: 'replied' }]);
    expect(own?.statuses.map(({ status }) => status)).toEqual(['new', 'open', 'solved']);
    expect(toCases([...events].reverse(), { asOf: hour(9) })).toEqual([own]);
    const twice = (first: string, second: string): TicketEvent[] =>
      timeline(
        't',
        [0, 'created'],
        [1, { type: 'priority', priority: first }],
        [1, { type: 'priority', priority: second }],
      );
    expect(toCases(twice('a', 'b'), { asOf: 1e13 })).toEqual(toCases(twice('b', 'a'), { asOf: 1e13 }));
  });

  it('skips a state that is no change, and counts a solution once', () => {
    const own = caseOf(9, [0, 'created'], [1, 'new'], [2, 'solved'], [3, 'closed'], [4, 'pending'], [5, 'closed']);
    expect(own.statuses.map(({ status }) => status)).toEqual(['new', 'solved', 'closed', 'pending', 'closed']);
    expect(own).toMatchObject({ firstSolvedAt: hour(2), lastSolvedAt: hour(5), reopens: 1 });
  });

  it('knows tickets that are solved from the start', () => {
    expect(caseOf(9, [0, { type: 'created', status: 'solved' }])).toMatchObject({
      firstSolvedAt: hour(0),
      isOpen: false,
      statuses: [{ status: 'solved', from: hour(0), to: null }],
    });
  });

  it('names no account when there are several', () => {
    const events = timeline('t', [0, { type: 'created', accountId: 'A' }], [1, { status: 'open', accountId: 'B' }]);
    expect(toCases(events, { asOf: hour(9) })[0]?.accountId).toBeNull();
    expect(toCases(events, { asOf: hour(0) })[0]?.accountId).toBe('A');
  });

  it('leaves out whole tickets for what cannot be, with the reason', () => {
    const events = [
      ...timeline('merged', [0, { type: 'created', accountId: 'A' }], [1, 'merged']),
      ...timeline('no-creation', [1, 'solved']),
      ...timeline('early', [1, 'created'], [0.5, 'solved']),
      ...timeline('twice', [1, 'created'], [1, 'created']),
      ...timeline('', [1, 'created']),
      { ...timeline('no-time', [1, 'created'])[0], at: '2026-03-02' },
      ...timeline('word', [1, 'created'], [2, { status: 'done' as 'solved' }]),
      null,
      ...timeline('fine', [1, 'created'], [1, 'solved']),
    ] as TicketEvent[];
    const cases = toCases(readOnce(deepFreeze(events)), { asOf: hour(99) });
    expect(cases.slice(0, -1)).toEqual([
      { ...EXCLUDED, ticketId: 'merged', exclusion: 'merged', accountId: 'A' },
      { ...EXCLUDED, ticketId: 'no-creation', exclusion: 'notCreated' },
      { ...EXCLUDED, ticketId: 'early', exclusion: 'invalid' },
      { ...EXCLUDED, ticketId: 'twice', exclusion: 'invalid' },
      { ...EXCLUDED, ticketId: '', exclusion: 'invalid' },
      { ...EXCLUDED, ticketId: 'no-time', exclusion: 'invalid' },
      { ...EXCLUDED, ticketId: 'word', exclusion: 'invalid' },
    ]);
    expect(cases.at(-1)).toMatchObject({ ticketId: 'fine', exclusion: null });
  });

  it.each<[TicketEvent['at'], string]>([
    ['2026-03-02T01:00:00Z', hour(1)],
    ['2026-03-02T01:00Z', hour(1)],
    ['2026-03-02T01:00:00.000Z', hour(1)],
    ['2026-03-02T02:00:00+01:00', hour(1)],
    ['2026-03-01T20:00-05:00', hour(1)],
    [Date.parse(hour(1)), hour(1)],
    ['2026-03-02T01:00:00.250Z', '2026-03-02T01:00:00.250Z'],
    ['2026-03-02T02:00:00.25+01:00', '2026-03-02T01:00:00.250Z'],
  ])('writes the instant %j in UTC, wherever it stands', (at, text) => {
    const events: TicketEvent[] = [
      { ticketId: 't', at, type: 'created', priority: 'low' },
      { ticketId: 't', at, type: 'priority', priority: 'urgent' },
      { ticketId: 't', at, type: 'public-agent-reply' },
      { ticketId: 't', at, type: 'status', status: 'solved' },
    ];
    expect(toCases(events, { asOf: at })).toEqual([
      {
        ...EXCLUDED,
        ticketId: 't',
        exclusion: null,
        asOf: text,
        createdAt: text,
        firstReplyAt: text,
        firstSolvedAt: text,
        lastSolvedAt: text,
        replies: 1,
        statuses: [
          { status: 'new', from: text, to: text },
          { status: 'solved', from: text, to: null },
        ],
        priorities: [
          { at: text, priority: 'low' },
          { at: text, priority: 'urgent' },
        ],
      },
    ]);
  });

  it('gathers the tickets of a mixed history, in the order in which they first occur', () => {
    const own = [
      timeline('b', [0, 'created'], [3, 'solved'], [5, 'open']),
      timeline('a', [1, 'created'], [2, 'requester-reply'], [4, 'closed']),
      timeline('c', [2, 'created']),
    ];
    const options = { asOf: hour(9) };
    const alone = own.flatMap((events) => toCases(events, options));
    const [b = [], a = [], c = []] = own;
    const mixed = [b[2], a[2], b[0], c[0], a[0], b[1], a[1]] as TicketEvent[];
    expect(toCases(mixed, options)).toEqual(alone);
  });

  it('refuses an asOf without a zone', () => {
    expect(thrownBy(() => toCases([], { asOf: '2026-03-02' }))).toMatchObject({
      code: 'CX_INVALID_DATE',
      message: expect.stringContaining('toCases: "asOf"') as string,
    });
  });
});

describe('checkTicketEvents', () => {
  const check = (...events: unknown[]): unknown =>
    checkTicketEvents(events as TicketEvent[]).map(({ code, index, id, field }) => [code, index, id, field]);
  const created = { ticketId: 't', at: hour(1), type: 'created' };

  it.each<[string, unknown[], unknown[]]>([
    ['nothing on sound events', [created, { ...created, type: 'status', status: 'solved' }], []],
    ['a missing ticket', [{ ...created, ticketId: '' }], [['missing-id', 0, '', 'ticketId']]],
    ['a ticket that is no text', [{ ...created, ticketId: 7 }], [['missing-id', 0, null, 'ticketId']]],
    ['a row that is none', [null], [['missing-id', 0, null, 'ticketId']]],
    ['a time without zone', [{ ...created, at: '2026-03-02T09:00:00' }], [['unreadable-time', 0, 't', 'at']]],
    ['an unknown type', [{ ...created, type: 'opened' }], [['unknown-value', 0, 't', 'type']]],
    ['an unknown first state', [{ ...created, status: 'done' }], [['unknown-value', 0, 't', 'status']]],
    ['a missing state', [created, { ...created, type: 'status' }], [['unknown-value', 1, 't', 'status']]],
    ['a missing priority', [created, { ...created, type: 'priority' }], [['unknown-value', 1, 't', 'priority']]],
    [
      'an empty priority',
      [created, { ...created, type: 'priority', priority: '' }],
      [['unknown-value', 1, 't', 'priority']],
    ],
    [
      'a second creation',
      [created, created, created],
      [
        ['created-twice', 1, 't', 'type'],
        ['created-twice', 2, 't', 'type'],
      ],
    ],
    [
      'no creation',
      [
        { ...created, type: 'merged' },
        { ...created, type: 'assigned' },
      ],
      [['not-created', 0, 't', 'type']],
    ],
    [
      'what happened before, in the order of rows',
      [
        { ticketId: 'u', at: 'soon', type: 'created' },
        { ...created, at: hour(0), type: 'status', status: 'closed' },
        { ...created, at: hour(0), type: 'status', status: 'open' },
        { ...created, at: hour(1), type: 'merged' },
        created,
        { ...created, at: hour(0.5), type: 'merged' },
      ],
      [
        ['unreadable-time', 0, 'u', 'at'],
        ['solved-before-created', 1, 't', 'at'],
        ['before-created', 2, 't', 'at'],
        ['before-created', 5, 't', 'at'],
      ],
    ],
  ])('finds %s', (_, events, expected) => {
    expect(check(...events)).toEqual(expected);
  });

  it('shows the value at fault', () => {
    expect(checkTicketEvents([{ ...created, at: 'soon' } as TicketEvent])).toEqual([
      { code: 'unreadable-time', index: 0, id: 't', field: 'at', value: 'soon' },
    ]);
  });
});
