// The rules of the race, and its facts. Amounts are such that totals do not depend on who comes first: caps and the budget clip.

/** What is raced for: visits have no limit, sales hot caps, gestures one budget that runs out, insights a verdict. */
export const rulesFor = (grants) => [
  {
    format: 1,
    id: 'visit-report',
    version: 1,
    state: 'active',
    trigger: { kind: 'event', event: 'visit.reported' },
    subject: ['person'],
    occurrence: ['id'],
    when: { op: 'gte', fact: ['words'], value: 20 },
    grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 10 } },
    onUnknown: 'hold',
  },
  {
    format: 1,
    id: 'sale',
    version: 1,
    state: 'active',
    trigger: { kind: 'event', event: 'sale.closed' },
    subject: ['person'],
    occurrence: ['id'],
    network: ['network'],
    when: { op: 'known', fact: ['network'] },
    grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 30 } },
    caps: [
      { scope: 'subject', period: 'month', limit: 1_000, overflow: 'clip' },
      { scope: 'network', period: 'month', limit: Math.round(grants * 0.3), overflow: 'clip' },
    ],
    onUnknown: 'hold',
  },
  {
    format: 1,
    id: 'gesture',
    version: 1,
    state: 'active',
    trigger: { kind: 'event', event: 'incident.closed' },
    subject: ['customer'],
    occurrence: ['id'],
    when: { op: 'gte', fact: ['severity'], value: 2 },
    grant: { kind: 'money', unit: 'EUR', amount: { kind: 'fixed', amount: 2_500 } },
    budget: 'goodwill',
    onUnknown: 'hold',
  },
  {
    format: 1,
    id: 'insight',
    version: 1,
    state: 'active',
    trigger: { kind: 'event', event: 'insight.submitted' },
    subject: ['person'],
    occurrence: ['id'],
    when: { op: 'known', fact: ['person'] },
    grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 20 } },
    settle: {
      mode: 'two-phase',
      on: ['insight.reviewed'],
      post: { op: 'eq', fact: ['verdict'], value: 'good' },
      void: { op: 'eq', fact: ['verdict'], value: 'bad' },
      voidAfterDays: 60,
    },
    onUnknown: 'hold',
  },
];

/** Sales come in as many queues as there are networks, so that the caps of one are not everybody's. */
export const NETWORKS = 12;

/** How many facts of which kind there are for so many grants, and the budget that runs out. */
export function sizesFor(grants) {
  const [visits, sales, gestures] = [Math.round(grants * 0.84), Math.round(grants * 0.28), Math.round(grants * 0.12)];
  // Two thirds of the gestures can be paid, and of one more a part.
  const budget = { id: 'goodwill', unit: 'EUR', limit: Math.floor((gestures * 2) / 3) * 2_500 + 900, overflow: 'clip' };
  return { visits, sales, gestures, insights: Math.round(grants * 0.1), budget };
}

/** A whole number that looks drawn, always the same for the same place. */
function mixed(at, below) {
  let bits = Math.imul(at + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits ^= bits >>> 13;
  return (bits >>> 0) % below;
}

/** Hot members: half of all that happens is theirs. */
const personOf = (at) => (at % 2 === 0 ? mixed(at, 24) : 24 + mixed(at, 1_000));

function fact(kind, event, at, data) {
  const on = `2026-10-${String(1 + mixed(at, 28)).padStart(2, '0')}`;
  return { id: `${kind}${at}`, trigger: { kind: 'event', event }, on, data: { id: `${kind}${at}`, ...data } };
}

/** The queues of facts: a service has a topic for each event, and for sales one for each network. */
export function queuesOf({ visits, sales, gestures, insights }) {
  const sold = Array.from({ length: NETWORKS }, () => []);
  for (let at = 0; at < sales; at++) {
    // A person works for one network.
    const person = personOf(at);
    const network = person % NETWORKS;
    sold[network].push(fact('s', 'sale.closed', at, { person: `p${person}`, network: `n${network}` }));
  }
  const list = (count, make) => Array.from({ length: count }, (_, at) => make(at));
  return [
    list(insights, (at) => fact('n', 'insight.reviewed', at, { person: `p${personOf(at)}`, verdict: 'good' })),
    list(visits, (at) => fact('v', 'visit.reported', at, { person: `p${personOf(at)}`, words: 30 })),
    ...sold,
    list(gestures, (at) => fact('i', 'incident.closed', at, { customer: `c${mixed(at, 3_000)}`, severity: 3 })),
  ];
}

/** The insights that wait for a verdict when the race begins. */
export function submissionsOf({ insights }) {
  return Array.from({ length: insights }, (_, at) =>
    fact('n', 'insight.submitted', at, { person: `p${personOf(at)}` }),
  );
}

/** What a second delivery says: the same, but of an insight somebody else judges otherwise. */
function secondDelivery(own) {
  if (own.trigger.event !== 'insight.reviewed') return own;
  return { ...own, id: `${own.id}-bad`, data: { ...own.data, verdict: 'bad' } };
}

/**
 * The batches of all lanes: each fact is somebody's, and every second batch is somebody else's as well, moved by half, as where a queue
 * delivers again; of insights every batch, with another verdict. What is delivered twice is delivered at about the same time.
 */
export function batchesOf(queues, lanes, size) {
  const own = Array.from({ length: lanes }, () => []);
  let turn = 0;
  for (const queue of queues)
    for (let from = 0, at = 0; from < queue.length; from += size, at++, turn++) {
      own[turn % lanes].push([turn, queue.slice(from, from + size)]);
      const isReview = queue[0].trigger.event === 'insight.reviewed';
      const again = isReview ? from : from + (size >> 1);
      const facts = isReview || at % 2 === 0 ? queue.slice(again, again + size).map(secondDelivery) : [];
      // Verdicts come in pairs of lanes, so that both are given at the same time.
      const lane = (isReview ? (turn % lanes) ^ 1 : turn + 1) % lanes;
      if (facts.length > 0) own[lane].push([turn, facts]);
    }
  // Kinds are mixed over time, the same way in all lanes; verdicts come first, when all lanes start together.
  const placeOf = ([own, [first]]) => (first.trigger.event === 'insight.reviewed' ? -1 : mixed(own, turn));
  for (const lane of own) lane.sort((a, b) => placeOf(a) - placeOf(b) || a[0] - b[0]);
  return own.map((lane) => lane.map(([, facts]) => facts));
}
