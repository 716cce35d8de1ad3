import { pick, randomCondition, type Draw } from './randomConditions.js';

/** A rule that is in order, to be spoilt. */
export function goodRule(draw: Draw, id: string): Record<string, unknown> {
  const settle = {
    mode: 'two-phase',
    on: ['gift.chosen'],
    post: randomCondition(draw, 2),
    postAmount: ['choice', 'price'],
    voidAfterDays: 1 + draw(90),
  };
  const grants = [
    { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: draw(100) } },
    {
      kind: 'money',
      unit: 'EUR',
      amount: { kind: 'table', fact: ['severity'], rows: { 1: 100, 2: 200 }, otherwise: 0 },
    },
    { kind: 'gift-choice', unit: 'EUR', catalogue: 'main', amount: { kind: 'fixed', amount: 5000 } },
    {
      kind: 'points',
      unit: 'pt',
      amount: { kind: 'proportional', fact: ['total'], basisPoints: 250, rounding: 'floor', minimum: 1, maximum: 9 },
      split: { over: ['members'], id: ['id'] },
    },
    { kind: 'badge', unit: 'star' },
  ];
  return {
    format: 1,
    id,
    version: 1 + draw(3),
    state: pick(draw, ['draft', 'active', 'paused', 'ended']),
    validity: { from: '2026-01-01', through: '2026-12-31' },
    trigger: pick<unknown>(draw, [
      { kind: 'event', event: 'insight.submitted' },
      { kind: 'period-close', period: 'quarter' },
      { kind: 'metric-result', metric: 'otif' },
    ]),
    subject: ['author', 'id'],
    occurrence: ['insight', 'id'],
    network: ['network'],
    when: draw(3) === 0 ? { op: 'ref', id: 'common' } : randomCondition(draw, 3),
    grant: pick<unknown>(draw, grants),
    settle,
    caps: [{ scope: 'network', period: 'quarter', limit: draw(1000), overflow: 'clip' }],
    reversal: { on: ['insight.invalidated'], when: randomCondition(draw, 2), policy: 'within-balance' },
    expiry: pick<unknown>(draw, [{ afterDays: 365 }, { endOf: 'civil-year', plusYears: 1 }]),
    onUnknown: pick(draw, ['hold', 'deny']),
  };
}

/** A document that is in order. */
export function goodDocument(draw: Draw): Record<string, unknown> {
  const rules = Array.from({ length: 1 + draw(3) }, (_, at) => goodRule(draw, `rule-${at}`));
  return { format: 1, rules, shared: { common: randomCondition(draw, 2) }, fiscalYearStart: 1 + draw(12) };
}

function nested(levels: number, step: 'not' | 'list' | 'object'): unknown {
  let value: unknown = { op: 'known', fact: ['a'] };
  for (let level = 0; level < levels; level++)
    value = step === 'not' ? { op: 'not', of: value } : step === 'list' ? [value] : { a: value };
  return value;
}

function throwing(): unknown {
  return Object.defineProperty({}, 'op', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** A proxy that answers with itself, for ever. */
function endless(): unknown {
  const proxy: unknown = new Proxy(
    {},
    {
      get: () => proxy,
      ownKeys: () => ['op', 'of'],
      getOwnPropertyDescriptor: (_, name) => ({
        value: proxy,
        enumerable: true,
        configurable: true,
        writable: true,
        name,
      }),
    },
  );
  return proxy;
}

/** A getter that makes a new object each time, so that no circle can be seen. */
function growing(): unknown {
  return {
    get of() {
      return growing();
    },
    get op() {
      return growing();
    },
  };
}

function own(name: string, value: unknown): unknown {
  return Object.defineProperty({}, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Something that has no place in a document. */
export function hostileValue(draw: Draw): unknown {
  const circle: Record<string, unknown> = { op: 'not' };
  circle['of'] = circle;
  return pick<() => unknown>(draw, [
    () => nested(10 + draw(3000), 'not'),
    () => nested(10 + draw(3000), 'list'),
    () => nested(10 + draw(3000), 'object'),
    () => circle,
    () => own('__proto__', { polluted: true }),
    () => own('constructor', { prototype: { polluted: true } }),
    () => own('prototype', 1),
    () => pick<unknown>(draw, [Number.NaN, Infinity, -Infinity, -0, 2 ** 53, -(2 ** 53), 1e300, 1.5, 0, -1]),
    () => pick<unknown>(draw, [undefined, null, '', 'x'.repeat(20_000), Symbol('s'), 10n, () => 1, true]),
    throwing,
    revoked,
    endless,
    growing,
    () => new Map([['op', 'known']]),
    () => new Date(0),
    () => Array.from({ length: draw(300) }, () => ({ op: 'known', fact: ['a'] })),
    () => new Array<unknown>(4_000_000_000),
    () => Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at])),
    () => ({ op: 'ref', id: pick(draw, ['common', 'nobody', 'toString', '__proto__']) }),
    () => ({ op: pick(draw, ['all', 'any', 'eq', 'toString', 'metric']), of: [] }),
    () => Object.create(null) as unknown,
    () => '2026-02-30',
  ])();
}

/** Puts something into a document, at a place that is drawn. */
export function spoil(draw: Draw, document: Record<string, unknown>, value: unknown): void {
  let at = document;
  for (;;) {
    const names = Object.keys(at);
    const name = pick(draw, [...names, 'extra']);
    const inner = at[name];
    const isEnd = typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0 || draw(4) === 0;
    if (isEnd) {
      at[name] = value;
      return;
    }
    at = inner as Record<string, unknown>;
  }
}

/** Breaks a text of JSON: cuts it, doubles a part of it, or puts something into it. */
export function spoilText(draw: Draw, text: string): string {
  const at = draw(text.length);
  const until = at + draw(40);
  return pick<() => string>(draw, [
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(until),
    () => text.slice(0, until) + text.slice(at),
    () =>
      text.slice(0, at) +
      pick(draw, ['"', '{', ']', '\\', ',', ':', '\u0000', '1e999', '-0', '"__proto__":1,', '\ud800']) +
      text.slice(at),
    () => '['.repeat(1 + draw(100_000)),
    () => '{"a":'.repeat(1 + draw(20_000)),
    () => `"${'\\u0041'.repeat(draw(5000))}`,
    () => text.replaceAll('"format":1', '"format":1,"format":1'),
    () => `\ufeff ${text}\n`,
  ])();
}
