import { describe, expect, it } from 'vitest';
import { compareEvents, placesByTicket } from '../../../../src/metrics/operational/eventLog.js';
import type { TicketEvent } from '../../../../src/metrics/operational/ticketEvent.js';

describe('placesByTicket', () => {
  it.each<[string, number[], number, number[], number[]]>([
    ['nothing', [], 0, [], [0]],
    ['a ticket without events', [], 1, [], [0, 0]],
    ['one ticket', [0, 0, 0], 1, [0, 1, 2], [0, 3]],
    ['mixed tickets, of which one has no events', [2, 0, 3, 2, 0], 4, [1, 4, 0, 3, 2], [0, 2, 2, 4, 5]],
  ])('gathers %s', (_, owners, tickets, places, starts) => {
    const found = placesByTicket(owners, tickets);
    expect([...found.places]).toEqual(places);
    expect([...found.starts]).toEqual(starts);
  });
});

describe('compareEvents', () => {
  const at = '2026-03-02T09:00:00Z';
  const status = (own: TicketEvent['status']): Partial<TicketEvent> => ({ type: 'status', status: own });
  const priority = (own: string): Partial<TicketEvent> => ({ type: 'priority', priority: own });
  const sign = (first: Partial<TicketEvent>, second: Partial<TicketEvent>, times = [0, 0]): number => {
    const events = [first, second].map((own): TicketEvent => ({ ticketId: 't', at, type: 'created', ...own }));
    return Math.sign(compareEvents({ events, times }, 0, 1));
  };

  it.each<[string, Partial<TicketEvent>, Partial<TicketEvent>, number[]]>([
    ['time, whatever the type', { type: 'merged' }, { type: 'created' }, [1, 2]],
    ['type, whatever the state', status('closed'), { type: 'merged', status: 'open' }, [5, 5]],
    ['the life of a ticket', status('on-hold'), status('solved'), [5, 5]],
    ['the life of a ticket, new without a state', {}, { status: 'open' }, [5, 5]],
    ['priorities in code units', priority('B'), priority('a'), [5, 5]],
    ['priorities, none first', {}, { priority: 'a' }, [5, 5]],
  ])('orders by %s', (_, first, second, times) => {
    expect(sign(first, second, times)).toBe(-1);
    expect(sign(second, first, [...times].reverse())).toBe(1);
    expect(sign(first, first)).toBe(0);
  });
});
