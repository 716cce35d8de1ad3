import { compileRules, evaluateRewards } from '../../../dist/rewards/index.js';
import { startClock } from '../race.mjs';
import { atMost, figure } from '../report.mjs';

const FACTS = 1000;
const ASOF = '2026-12-31';

const dayOf = (at) => `2026-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;

/** Rules of one trigger each, with a cap. */
const drawRules = (size) =>
  Array.from({ length: size }, (_, at) => ({
    format: 1,
    id: `rule-${String(at).padStart(6, '0')}`,
    version: 1,
    state: 'active',
    trigger: { kind: 'event', event: `event-${at}` },
    subject: ['author', 'id'],
    occurrence: ['insight', 'id'],
    when: { op: 'eq', fact: ['insight', 'actionable'], value: true },
    grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
    caps: [{ scope: 'subject', period: 'quarter', limit: 500, overflow: 'clip' }],
    onUnknown: 'hold',
  }));

const drawFacts = (size, events, prefix) =>
  Array.from({ length: size }, (_, at) => ({
    id: `${prefix}-${at}`,
    trigger: { kind: 'event', event: `event-${at % events}` },
    on: dayOf(at),
    data: {
      author: { id: `author-${at % Math.ceil(size / 5)}` },
      insight: { id: `${prefix}-${at}`, actionable: true },
    },
  }));

/** Best milliseconds of a few runs. */
function time(run) {
  let best = Infinity;
  const until = performance.now() + 2000;
  for (let turn = 0; turn < 3 || (turn < 30 && performance.now() < until); turn++) {
    globalThis.gc?.();
    const stop = startClock();
    run();
    best = Math.min(best, stop());
  }
  return best;
}

/** A thousand facts, with rules in growing number that other events trigger. */
function growthWithRules() {
  const facts = drawFacts(FACTS, 10, 'fact');
  return [10, 100, 1000, 10_000].map((size) => {
    const rules = compileRules(drawRules(size));
    const run = () => evaluateRewards({ rules, facts, asOf: ASOF });
    const granted = run().entries.length;
    if (granted !== FACTS) throw new Error(`${size} rules: ${granted} entries`);
    return { size, ms: time(run) };
  });
}

/** The entries of as many facts as it takes, granted by ten rules. */
function drawLedger(rules, size) {
  return evaluateRewards({ rules, facts: drawFacts(size, 10, 'past'), asOf: ASOF }).entries;
}

/** A thousand new facts on ledgers of growing length. */
function growthWithLedger(largest) {
  const rules = compileRules(drawRules(10));
  const facts = drawFacts(FACTS, 10, 'new');
  const ledger = drawLedger(rules, largest);
  return [1e3, 1e4, 1e5, 1e6]
    .filter((size) => size <= largest)
    .map((size) => {
      const own = ledger.slice(0, size);
      const run = () => evaluateRewards({ rules, facts, ledger: own, asOf: ASOF });
      if (own.length !== size || run().decisions.length !== FACTS) throw new Error(`ledger of ${size}`);
      return { size, ms: time(run) };
    });
}

export async function table(largest) {
  const rules = growthWithRules();
  const ledger = growthWithLedger(largest);
  const toRow =
    (what, base) =>
    ({ size, ms }) => [what, size.toLocaleString('en'), figure(ms), figure(ms / base.ms)];
  const [few, many] = [rules[0], rules.at(-1)];
  const perEntry = ({ size, ms }) => ms / size;
  const [middle, last] = [ledger.at(-2), ledger.at(-1)];
  return {
    title: `evaluateRewards on ${FACTS.toLocaleString('en')} facts, as rules and ledger grow`,
    columns: ['what grows', 'size', 'ms', 'x of the smallest'],
    rows: [
      ...rules.map(toRow('rules, ten of them triggered', few)),
      ...ledger.map(toRow('entries of the ledger', ledger[0])),
    ],
    goals: [
      atMost('rules', `${many.size.toLocaleString('en')} rules / ${few.size}`, many.ms / few.ms, 2),
      atMost(
        'rules',
        `time per entry, ledger of ${last.size.toLocaleString('en')} / ${middle.size.toLocaleString('en')}`,
        perEntry(last) / perEntry(middle),
        2,
      ),
    ],
  };
}
