// Times several ways to one result against each other, in one process: ratios are the outcome, milliseconds are for orientation.

/** Milliseconds for which each case runs before it is timed, and twice at least, so that it has been optimised. */
const WARM_UP = 400;

/** Milliseconds after which a case is not timed again in the same round. */
const LONG = 300;

const median = (values) => {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

async function check({ name, run, read = Number, expected, tolerance = 1e-9 }) {
  const got = read(await run());
  if (!(Math.abs(got - expected) <= tolerance)) throw new Error(`${name}: got ${got}, expected ${expected}`);
}

/**
 * Starts a clock that a busy machine disturbs less: the time on the wall or the time on processors, whichever is shorter. The
 * wall also counts the turns of other programs, the processors also count the threads that collect garbage at the same time.
 */
export function startClock() {
  const wall = performance.now();
  const before = process.cpuUsage();
  return () => {
    const passed = performance.now() - wall;
    const { user, system } = process.cpuUsage(before);
    // Where the system counts in ticks, short times on processors mean nothing.
    const worked = (user + system) / 1000;
    return worked > passed / 20 ? Math.min(passed, worked) : passed;
  };
}

async function timeOnce({ run, repeat = 1 }) {
  const stop = startClock();
  for (let turn = 0; turn < repeat; turn++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  return stop();
}

/** The best of three times, or of as many as fit into `LONG` milliseconds: other programs also sweep the caches. */
async function time(entry) {
  globalThis.gc?.();
  let [best, spent] = [Infinity, 0];
  for (let sample = 0; sample < 3 && spent < LONG; sample++) {
    const own = await timeOnce(entry);
    best = Math.min(best, own);
    spent += own;
  }
  return best / (entry.repeat ?? 1);
}

/**
 * Runs the cases round by round. All results are compared before anything is timed, the order is reversed every other
 * round, garbage is collected between cases (`--expose-gc`). A slow case says in how many `rounds` it takes part.
 *
 * A case is `{ name, run, read, expected, tolerance, repeat, rounds }`: `read` takes the number to be compared from what `run` returns.
 */
export async function race(cases, { rounds = 15 } = {}) {
  for (const entry of cases) await check(entry);
  for (const entry of cases) {
    const until = performance.now() + WARM_UP;
    for (let turn = 0; turn < 2 || performance.now() < until; turn++) await time(entry);
  }
  const times = new Map(cases.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const entry of round % 2 === 0 ? cases : cases.toReversed()) {
      if (round < (entry.rounds ?? rounds)) times.get(entry.name).push(await time(entry));
    }
  }
  return {
    names: cases.map(({ name }) => name),
    /** Best time of a case in milliseconds. */
    best: (name) => Math.min(...times.get(name)),
    /** Median over the rounds of the ratio of two cases. */
    ratio: (name, base) => {
      const bases = times.get(base);
      const own = times.get(name);
      return median(own.slice(0, bases.length).map((value, round) => value / bases[round]));
    },
  };
}
