import { describe, expect, it } from 'vitest';
import type { AlertAnswer, AlertDelivery, AlertSlaOutcome } from '../../../src/reviews/alertRecords.js';
import type { AlertRule } from '../../../src/reviews/alertRule.js';
import { B2B_ALERT_RULES } from '../../../src/reviews/b2bAlertRules.js';
import { weeklyAlerts } from '../../../src/reviews/weeklyAlerts.js';
import type { WeeklyAlertsInput } from '../../../src/reviews/weeklyAlertsInput.js';

const ASOF = '2026-11-22';
const SCALES = {
  nps: { minimum: 0, maximum: 10, higherIsBetter: true },
  'partner-nps': { minimum: 0, maximum: 10, higherIsBetter: true },
  ces: { minimum: 1, maximum: 7, higherIsBetter: true },
  'ces-2': { minimum: 1, maximum: 7, higherIsBetter: true },
  'ces-1': { minimum: 1, maximum: 5, higherIsBetter: false },
  'review-rating': { minimum: 1, maximum: 5, higherIsBetter: true },
};

function answer(id: string, value: number | null, changes: Partial<AlertAnswer> = {}): AlertAnswer {
  const { metric = 'nps' } = changes;
  const scale = SCALES[metric as keyof typeof SCALES];
  return { id, at: '2026-11-18', metric, value, scale, accountId: 'acme', contactId: 'ana', ...changes };
}

function breach(ticketId: string, changes: Partial<AlertSlaOutcome> = {}): AlertSlaOutcome {
  const own = { policyId: null, metric: 'first-reply', priority: 'high', state: 'breached' } as const;
  return { ticketId, ...own, breachedAt: '2026-11-18T10:00:00Z', accountId: 'acme', ...changes };
}

function delivery(orderId: string, changes: Partial<AlertDelivery> = {}): AlertDelivery {
  const own = { level: 'line', lineId: '1', accountId: 'acme', dueOn: '2026-11-18' } as const;
  return { orderId, ...own, otif: false, onTime: false, inFull: true, ...changes };
}

function rule(id: string, changes: object = {}): AlertRule {
  const found = B2B_ALERT_RULES.find((own) => own.id === id);
  if (!found) throw new Error(id);
  return { ...found, ...changes };
}

function run(input: Partial<WeeklyAlertsInput>) {
  return weeklyAlerts({ asOf: ASOF, ...input });
}

/** Rules and evidence ids of the alerts raised. */
function raised(input: Partial<WeeklyAlertsInput>): unknown {
  return run(input).alerts.map(({ rule: id, evidence }) => [id, ...evidence.map((own) => own.id)]);
}

describe('the levels of answers', () => {
  it.each<[string, number, string | null]>([
    ['nps', 0, 'detractor'],
    ['nps', 6, 'detractor'],
    ['nps', 7, null],
    ['partner-nps', 6, 'detractor'],
    ['ces', 1, 'hard-to-deal-with'],
    ['ces', 3, 'hard-to-deal-with'],
    ['ces', 4, null],
    ['ces-2', 3, 'hard-to-deal-with'],
    ['ces-1', 3, null],
    ['ces-1', 4, 'much-effort'],
    ['ces-1', 5, 'much-effort'],
    ['ces-1', 1, null],
    ['review-rating', 1, 'bad-review'],
    ['review-rating', 2, 'bad-review'],
    ['review-rating', 3, null],
  ])('of %s: %i raises %j', (metric, value, expected) => {
    expect(raised({ answers: [answer('r', value, { metric })] })).toEqual(expected === null ? [] : [[expected, 'r']]);
  });

  it('reads reviews of a list of their own', () => {
    const reviews = [
      { id: 'v2', at: '2026-11-18', stars: 2, source: 'maps' },
      { id: 'v3', at: '2026-11-18', stars: 3 },
      { id: 'v0', at: '2026-11-18', stars: null },
    ];
    const { alerts } = run({ reviews });
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.evidence).toEqual([
      { record: 'review', id: 'v2', at: '2026-11-18', fields: { metric: 'review-rating', value: 2, source: 'maps' } },
    ]);
  });

  it.each(['skipped', 'not-shown', 'test', 'spam', 'excluded'] as const)('leaves out answers that are %s', (status) => {
    expect(raised({ answers: [answer('r', 3, { status })] })).toEqual([]);
  });

  it.each(['complete', 'partial'] as const)('reads answers that are %s', (status) => {
    expect(raised({ answers: [answer('r', 3, { status })] })).toEqual([['detractor', 'r']]);
  });

  it.each([
    { minimum: 1, maximum: 10, higherIsBetter: true },
    { minimum: 0, maximum: 5, higherIsBetter: true },
    { minimum: 0, maximum: 10, higherIsBetter: false },
  ])('does not judge answers on %j, and says so', (scale) => {
    const { alerts, warnings } = run({ rules: [rule('detractor')], answers: [answer('r', 3, { scale })] });
    expect(alerts).toEqual([]);
    expect(warnings).toEqual([{ code: 'other-scale', rule: 'detractor', count: 1 }]);
  });

  it('does not hold a threshold of effort against a scale of ease', () => {
    const own = { ...rule('much-effort'), metrics: ['ces'], scale: { minimum: 1, maximum: 7 } } as AlertRule;
    const { alerts, warnings } = run({ rules: [own], answers: [answer('r', 7, { metric: 'ces' })] });
    expect(alerts).toEqual([]);
    expect(warnings).toEqual([{ code: 'other-scale', rule: 'much-effort', count: 1 }]);
  });
});

describe('the week', () => {
  it.each<[string, boolean]>([
    ['2026-11-15', false],
    ['2026-11-16', true],
    ['2026-11-22', true],
    ['2026-11-22T23:59:59+01:00', true],
    ['2026-11-23', false],
  ])('of an answer on %s', (at, isWithin) => {
    expect(raised({ answers: [answer('r', 3, { at })] })).toEqual(isWithin ? [['detractor', 'r']] : []);
  });

  it('is seven days up to the review unless asked otherwise', () => {
    const { from, through, since } = run({});
    expect({ from, through, since }).toEqual({ from: '2026-11-16', through: ASOF, since: '2026-11-16' });
    expect(run({ days: 1 }).from).toBe(ASOF);
    expect(run({ days: 366 }).from).toBe('2025-11-22');
  });

  it('looks back for what became known late', () => {
    const deliveries = [delivery('o1', { dueOn: '2026-11-14' }), delivery('o2', { dueOn: '2026-11-13' })];
    const accounts = [{ id: 'acme', accountClass: 'A' }];
    expect(raised({ deliveries, accounts })).toEqual([]);
    expect(raised({ deliveries, accounts, since: '2026-11-14' })).toEqual([['key-account-delivery', 'o1']]);
  });

  it.each(['', '2026-11-17T00:00:00Z', 'soon'])('names records dated %j', (at) => {
    const { warnings, alerts } = run({ rules: [rule('detractor')], answers: [answer('r', 3, { at }), answer('s', 3)] });
    expect(warnings[0]).toEqual(
      at.startsWith('2026') ? { code: 'no-owner', count: 1 } : { code: 'undated-records', record: 'answer', count: 1 },
    );
    expect(alerts[0]?.evidence).toHaveLength(at.startsWith('2026') ? 2 : 1);
  });
});

describe('service levels and deliveries', () => {
  it('raises breaches of the week and those whose time is not told', () => {
    const slaOutcomes = [
      breach('t1'),
      breach('t2', { accountId: 'bolt', breachedAt: null }),
      breach('t3', { accountId: 'cora', breachedAt: '2026-11-10T10:00:00Z' }),
      breach('t4', { accountId: 'dora', state: 'met' }),
    ];
    const { alerts } = run({ slaOutcomes });
    expect(alerts.map(({ account, firstSeen }) => [account, firstSeen])).toEqual([
      ['acme', '2026-11-18'],
      ['bolt', null],
    ]);
  });

  it('keeps to the priorities of a rule', () => {
    const slaOutcomes = [breach('t1'), breach('t2', { priority: 'low', accountId: 'bolt' })];
    expect(raised({ rules: [rule('sla-breached', { priorities: ['low'] })], slaOutcomes })).toEqual([
      ['sla-breached', 't2'],
    ]);
  });

  it('raises misses at accounts of the classes of a rule, and says where the class is unknown', () => {
    const deliveries = [
      delivery('o1'),
      delivery('o2', { accountId: 'bolt' }),
      delivery('o3', { accountId: 'cora' }),
      delivery('o4', { accountId: null }),
      delivery('o5', { otif: true }),
      delivery('o6', { otif: null }),
    ];
    const accounts = [{ id: 'acme', accountClass: 'A' }, { id: 'bolt', accountClass: 'B' }, { id: 'cora' }];
    const own = rule('key-account-delivery');
    const { alerts, warnings } = run({ rules: [own], deliveries, accounts });
    expect(alerts.map(({ account, contact, evidence }) => [account, contact, evidence[0]?.fields])).toEqual([
      ['acme', null, { level: 'line', lineId: '1', onTime: false, inFull: true }],
    ]);
    expect(warnings).toEqual([
      { code: 'unknown-class', rule: own.id, count: 2 },
      { code: 'no-owner', count: 1 },
    ]);
  });
});

describe('dates that cannot be read', () => {
  it('of each kind of record are counted', () => {
    const { alerts, warnings } = run({
      rules: B2B_ALERT_RULES.filter(({ id }) => ['bad-review', 'sla-breached', 'key-account-delivery'].includes(id)),
      reviews: [{ id: 'v', at: 'x', stars: 1 }],
      slaOutcomes: [breach('t1', { breachedAt: '2026-11-18T10:00' }), breach('t2', { breachedAt: 'x' })],
      deliveries: [delivery('o1', { dueOn: null })],
      accounts: [{ id: 'acme', accountClass: 'A' }],
    });
    expect(alerts).toEqual([]);
    expect(warnings).toEqual([
      { code: 'undated-records', record: 'review', count: 1 },
      { code: 'undated-records', record: 'sla-outcome', count: 2 },
      { code: 'undated-records', record: 'delivery', count: 1 },
    ]);
  });
});

describe('silence', () => {
  const contacts = [{ id: 'ana', accountId: 'acme', role: 'buyer' }];
  const rules = [rule('silent-contact')];

  it.each<[string, number | null]>([
    ['2026-08-24', 90],
    ['2026-08-25', null],
    ['2026-08-23', 91],
    ['2026-11-23', null],
  ])('counts from an answer on %s', (at, daysSince) => {
    const { alerts } = run({ rules, contacts, answers: [answer('r', 9, { at })] });
    expect(alerts.map(({ evidence }) => evidence[0]?.fields['daysSince'])).toEqual(
      daysSince === null ? [] : [daysSince],
    );
  });

  it('tells last answer, role and the day on which silence became an alert', () => {
    const answers = [answer('r1', 9, { at: '2026-06-01' }), answer('r2', 3, { at: '2026-08-01T08:00:00Z' })];
    const { alerts } = run({ rules, contacts, answers });
    expect(alerts).toEqual([
      {
        rule: 'silent-contact',
        kind: 'contact-silent',
        severity: 'low',
        threshold: 90,
        account: 'acme',
        contact: 'ana',
        owner: null,
        raisedOn: ASOF,
        firstSeen: '2026-10-30',
        evidence: [
          {
            record: 'contact',
            id: 'ana',
            at: '2026-08-01T08:00:00Z',
            fields: { role: 'buyer', daysSince: 113, state: 'silent' },
          },
        ],
      },
    ]);
  });

  it('is not broken by a question that was skipped, nor by an answer of the future', () => {
    const answers = [
      answer('r1', 9, { at: '2026-08-01' }),
      answer('r2', null, { at: '2026-11-01' }),
      answer('r3', 9, { at: '2026-11-01', status: 'test' }),
      answer('r4', 9, { at: '2026-12-01' }),
    ];
    expect(raised({ rules, contacts, answers })).toEqual([['silent-contact', 'ana']]);
  });

  it('leaves out those who left or opted out, and other roles', () => {
    const answers = [answer('r', 9, { at: '2026-01-01' })];
    const of = (changes: object) => raised({ rules, contacts: [{ ...contacts[0]!, ...changes }], answers });
    expect(of({ active: false })).toEqual([]);
    expect(of({ optedOut: true })).toEqual([]);
    const only = [rule('silent-contact', { roles: ['user'] })];
    expect(raised({ rules: only, contacts, answers })).toEqual([]);
    expect(raised({ rules: only, contacts: [{ ...contacts[0]!, role: 'user' }], answers })).toEqual([
      ['silent-contact', 'ana'],
    ]);
  });

  it('counts from the day a contact is known who never answered', () => {
    const of = (knownSince: string | null) => run({ rules, contacts: [{ ...contacts[0]!, knownSince }], answers: [] });
    expect(of('2026-08-24').alerts[0]?.evidence[0]).toEqual({
      record: 'contact',
      id: 'ana',
      at: null,
      fields: { role: 'buyer', daysSince: 90, state: 'never-heard' },
    });
    expect(of('2026-08-25').alerts).toEqual([]);
    expect(of(null).alerts).toEqual([]);
    expect(of(null).warnings).toEqual([{ code: 'never-heard', rule: 'silent-contact', count: 1 }]);
  });
});

describe('putting records together', () => {
  it('makes one alert of the records of a contact, in order of time, copies once', () => {
    const answers = [answer('r2', 5, { at: '2026-11-20' }), answer('r1', 6), answer('r1', 6), answer('r3', 9)];
    const { alerts, rules } = run({ rules: [rule('detractor')], answers });
    expect(alerts.map(({ evidence, firstSeen }) => [firstSeen, ...evidence.map(({ id }) => id)])).toEqual([
      ['2026-11-18', 'r1', 'r2'],
    ]);
    expect(rules).toEqual([{ rule: 'detractor', records: 3, raised: 1, suppressed: 0 }]);
  });

  it('keeps contacts of an account apart, and records of nobody', () => {
    const answers = [
      answer('r1', 3),
      answer('r2', 3, { contactId: 'ben' }),
      answer('r3', 3, { contactId: null }),
      answer('r4', 3, { contactId: null, accountId: null }),
      answer('r5', 3, { contactId: null, accountId: null }),
    ];
    const { alerts } = run({ rules: [rule('detractor')], answers });
    expect(alerts.map(({ account, contact, evidence }) => [account, contact, evidence[0]?.id])).toEqual([
      ['acme', 'ana', 'r1'],
      ['acme', 'ben', 'r2'],
      ['acme', null, 'r3'],
      [null, null, 'r4'],
      [null, null, 'r5'],
    ]);
  });

  it('takes the account of a contact where the record has none', () => {
    const contacts = [{ id: 'ana', accountId: 'bolt' }];
    const { alerts } = run({
      contacts,
      answers: [answer('r1', 3, { accountId: null })],
      slaOutcomes: [breach('t1', { accountId: null, contactId: 'ana' })],
    });
    expect(alerts.map(({ account }) => account)).toEqual(['bolt', 'bolt']);
  });

  it('finds the owner', () => {
    const owner = (changes: object, accounts: WeeklyAlertsInput['accounts']) =>
      run({ rules: [rule('detractor', changes)], answers: [answer('r', 3)], accounts }).alerts[0]?.owner;
    expect(owner({}, [{ id: 'acme', owner: 'jane' }])).toBe('jane');
    expect(owner({}, [{ id: 'bolt', owner: 'jane' }])).toBeNull();
    expect(owner({ owner: { from: 'account', otherwise: 'desk' } }, [{ id: 'acme', owner: '' }])).toBe('desk');
    expect(owner({ owner: { from: 'name', owner: 'head' } }, [{ id: 'acme', owner: 'jane' }])).toBe('head');
  });

  it('orders by severity, account, rule and contact in code units, the unknown last', () => {
    const answers = [
      answer('1', 3, { accountId: 'b', contactId: 'x' }),
      answer('2', 2, { accountId: 'a', metric: 'ces' }),
      answer('3', 3, { accountId: null, contactId: null }),
      answer('4', 3, { accountId: 'B', contactId: 'x' }),
      answer('5', 3, { accountId: 'b', contactId: 'X' }),
      answer('6', 1, { accountId: 'a', metric: 'review-rating' }),
    ];
    expect(run({ answers }).alerts.map(({ evidence }) => evidence[0]?.id)).toEqual(['4', '5', '1', '3', '6', '2']);
  });
});

describe('cooldown', () => {
  const answers = [answer('r', 3)];
  const rules = [rule('detractor', { cooldownDays: 7 })];
  const former = (raisedOn: string, changes: object = {}) => [
    { rule: 'detractor', account: 'acme', contact: 'ana', raisedOn, evidence: [], ...changes },
  ];

  it.each<[string, string | null]>([
    ['2026-11-16', '2026-11-23'],
    ['2026-11-15', null],
    ['2026-11-22', '2026-11-29'],
    ['2026-11-23', null],
  ])('after an alert of %s', (raisedOn, quietUntil) => {
    const { alerts, suppressed } = run({ rules, answers, formerAlerts: former(raisedOn) });
    expect(alerts).toHaveLength(quietUntil === null ? 1 : 0);
    expect(suppressed.map((own) => [own.reason, own.quietUntil, own.evidence[0]?.id])).toEqual(
      quietUntil === null ? [] : [['cooldown', quietUntil, 'r']],
    );
  });

  it('counts from the latest of several alerts, whatever their order', () => {
    const formerAlerts = [...former('2026-11-20'), ...former('2026-11-01')];
    expect(run({ rules, answers, formerAlerts }).suppressed[0]?.quietUntil).toBe('2026-11-27');
    expect(run({ rules, answers, formerAlerts: formerAlerts.reverse() }).suppressed[0]?.quietUntil).toBe('2026-11-27');
  });

  it.each([{ rule: 'other' }, { account: 'bolt' }, { contact: 'ben' }, { contact: null }])(
    'does not come from an alert of %j',
    (changes) => {
      expect(run({ rules, answers, formerAlerts: former(ASOF, changes) }).alerts).toHaveLength(1);
    },
  );

  it('is none for records of nobody', () => {
    const nobody = { account: null, contact: null };
    const own = [answer('r', 3, { accountId: null, contactId: null })];
    expect(run({ rules, answers: own, formerAlerts: former(ASOF, nobody) }).alerts).toHaveLength(1);
  });

  it('never raises a record twice, even without cooldown', () => {
    const own = [rule('detractor', { cooldownDays: 0 })];
    const first = run({ rules: own, answers });
    const again = weeklyAlerts({ asOf: '2026-11-23', rules: own, answers, formerAlerts: first.alerts });
    expect(again.alerts).toEqual([]);
    expect(again.suppressed.map(({ reason, quietUntil }) => [reason, quietUntil])).toEqual([['already-raised', null]]);
    expect(again.rules).toEqual([{ rule: 'detractor', records: 1, raised: 0, suppressed: 1 }]);
  });

  it('raises what is new beside what was raised', () => {
    const own = [rule('detractor', { cooldownDays: 0 })];
    const first = run({ rules: own, answers });
    const more = [...answers, answer('s', 2)];
    expect(raised({ rules: own, answers: more, formerAlerts: first.alerts })).toEqual([['detractor', 's']]);
  });

  it('tells the ids of two sources apart, the lines of an order and the breaches of a ticket', () => {
    const own = B2B_ALERT_RULES.map((one) => ({ ...one, cooldownDays: 0 }));
    const accounts = [{ id: 'acme', accountClass: 'A' }];
    const before = {
      answers: [answer('r', 3, { source: 'one' })],
      deliveries: [delivery('o1')],
      slaOutcomes: [breach('t1')],
    };
    const after = {
      answers: [answer('r', 3, { source: 'two' })],
      deliveries: [delivery('o1', { lineId: '2' })],
      slaOutcomes: [breach('t1', { breachedAt: '2026-11-19T10:00:00Z' })],
    };
    const { alerts } = run({ rules: own, accounts, ...before });
    expect(alerts).toHaveLength(3);
    expect(run({ rules: own, accounts, ...before, formerAlerts: alerts }).alerts).toEqual([]);
    expect(run({ rules: own, accounts, ...after, formerAlerts: alerts }).alerts).toHaveLength(3);
  });

  it('lets silence be told of again once it is over', () => {
    const input = {
      rules: [rule('silent-contact')],
      contacts: [{ id: 'ana', accountId: 'acme' }],
      answers: [answer('r', 9, { at: '2026-01-01' })],
    };
    const { alerts } = weeklyAlerts({ ...input, asOf: '2026-08-01' });
    const on = (asOf: string) => weeklyAlerts({ ...input, asOf, formerAlerts: alerts });
    expect(on('2026-10-29').suppressed.map(({ quietUntil }) => quietUntil)).toEqual(['2026-10-30']);
    expect(on('2026-10-30').alerts).toHaveLength(1);
  });
});

describe('what is not known', () => {
  it('names the lists that rules miss', () => {
    expect(run({}).warnings).toEqual([
      {
        code: 'missing-input',
        input: 'answers',
        rules: ['detractor', 'hard-to-deal-with', 'much-effort', 'silent-contact'],
      },
      { code: 'missing-input', input: 'reviews', rules: ['bad-review'] },
      { code: 'missing-input', input: 'slaOutcomes', rules: ['sla-breached'] },
      { code: 'missing-input', input: 'deliveries', rules: ['key-account-delivery'] },
      { code: 'missing-input', input: 'accounts', rules: ['key-account-delivery'] },
      { code: 'missing-input', input: 'contacts', rules: ['silent-contact'] },
    ]);
  });

  it('takes an empty list for what it is', () => {
    const input = { answers: [], slaOutcomes: [], deliveries: [], accounts: [], contacts: [] };
    expect(run(input)).toEqual({
      asOf: ASOF,
      from: '2026-11-16',
      through: ASOF,
      since: '2026-11-16',
      alerts: [],
      suppressed: [],
      rules: B2B_ALERT_RULES.map(({ id }) => ({ rule: id, records: 0, raised: 0, suppressed: 0 })),
      warnings: [],
    });
  });
});

describe('mistakes', () => {
  const bad = (changes: object) => () => run({ rules: [rule('detractor', changes)] });
  it.each<[string, () => unknown, string]>([
    ['no input', () => weeklyAlerts(null as never), 'weeklyAlerts: options must be an object, received null'],
    ['asOf', () => run({ asOf: '2026-11-31' }), 'weeklyAlerts: option "asOf" must be a civil date'],
    ['days', () => run({ days: 0 }), 'weeklyAlerts: option "days" must be a whole number from 1 to 366, received 0'],
    ['days', () => run({ days: 367 }), 'weeklyAlerts: option "days" must be'],
    ['days', () => run({ days: 1.5 }), 'weeklyAlerts: option "days" must be'],
    [
      'since',
      () => run({ since: '2026-11-17' }),
      'weeklyAlerts: option "since" must be a civil date, 2026-11-16 at the latest',
    ],
    ['since', () => run({ since: 'early' }), 'weeklyAlerts: option "since" must be'],
    ['answers', () => run({ answers: 5 as never }), 'weeklyAlerts: option "answers" must be an iterable of records'],
    ['contacts', () => run({ contacts: [null] as never }), 'weeklyAlerts: contacts[0] must be a record, received null'],
    [
      'former',
      () => run({ formerAlerts: {} as never }),
      'weeklyAlerts: option "formerAlerts" must be a list of alerts',
    ],
    [
      'former',
      () => run({ formerAlerts: [{ rule: 'x', raisedOn: 'x', evidence: [] }] as never }),
      'weeklyAlerts: option "formerAlerts"',
    ],
    [
      'former',
      () => run({ formerAlerts: [{ rule: 'x', raisedOn: ASOF }] as never }),
      'weeklyAlerts: option "formerAlerts"',
    ],
    ['rules', () => run({ rules: 'all' as never }), 'weeklyAlerts: option "rules" must be a list of rules'],
    ['rule', () => run({ rules: [null] as never }), 'weeklyAlerts: rules[0] must be an alert rule, received null'],
    ['id', bad({ id: '' }), 'weeklyAlerts: rules[0].id must be a text that no other rule has'],
    ['id', () => run({ rules: [rule('detractor'), rule('detractor')] }), 'weeklyAlerts: rules[1].id must be'],
    ['kind', bad({ kind: 'mood' }), 'weeklyAlerts: rules[0].kind must be one of score-at-most, effort-at-most'],
    ['severity', bad({ severity: 'huge' }), 'weeklyAlerts: rules[0].severity must be "high", "medium" or "low"'],
    ['owner', bad({ owner: 'jane' }), 'weeklyAlerts: rules[0].owner must be'],
    ['owner', bad({ owner: { from: 'name', owner: '' } }), 'weeklyAlerts: rules[0].owner must be'],
    ['owner', bad({ owner: { from: 'account' } }), 'weeklyAlerts: rules[0].owner must be'],
    ['owner', bad({ owner: { from: 'sky', otherwise: null } }), 'weeklyAlerts: rules[0].owner must be'],
    [
      'cooldown',
      bad({ cooldownDays: -1 }),
      'weeklyAlerts: rules[0].cooldownDays must be a whole number from 0, received -1',
    ],
    ['source', bad({ source: '' }), 'weeklyAlerts: rules[0].source must be a text'],
    ['metrics', bad({ metrics: [] }), 'weeklyAlerts: rules[0].metrics must be a list of metric ids'],
    ['scale', bad({ scale: { minimum: 10, maximum: 0 } }), 'weeklyAlerts: rules[0].scale must be'],
    ['scale', bad({ scale: null }), 'weeklyAlerts: rules[0].scale must be'],
    ['most', bad({ most: 11 }), 'weeklyAlerts: rules[0].most must be a number on the scale from 0 to 10, received 11'],
    ['most', bad({ most: -1 }), 'weeklyAlerts: rules[0].most must be'],
    ['least', () => run({ rules: [rule('much-effort', { least: 6 })] }), 'weeklyAlerts: rules[0].least must be'],
    [
      'priorities',
      () => run({ rules: [rule('sla-breached', { priorities: [] })] }),
      'weeklyAlerts: rules[0].priorities must be',
    ],
    [
      'classes',
      () => run({ rules: [rule('key-account-delivery', { accountClasses: [1] })] }),
      'weeklyAlerts: rules[0].accountClasses',
    ],
    [
      'days',
      () => run({ rules: [rule('silent-contact', { days: 0 })] }),
      'weeklyAlerts: rules[0].days must be a whole number from 1',
    ],
    [
      'roles',
      () => run({ rules: [rule('silent-contact', { roles: 'user' })] }),
      'weeklyAlerts: rules[0].roles must be a list of words, or left out',
    ],
  ])('%s: a coded error', (_, make, message) => {
    expect(make).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), code: expect.stringMatching(/^CX_/) }),
    );
  });

  it('takes the limits of the scale as thresholds', () => {
    expect(raised({ rules: [rule('detractor', { most: 0 })], answers: [answer('r', 0)] })).toEqual([
      ['detractor', 'r'],
    ]);
    expect(raised({ rules: [rule('detractor', { most: 10 })], answers: [answer('r', 10)] })).toEqual([
      ['detractor', 'r'],
    ]);
  });
});
