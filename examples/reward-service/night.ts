import type { PGlite, Transaction } from '@electric-sql/pglite';
import {
  compileRules,
  evaluateRewards,
  type CompiledRules,
  type LedgerEntry,
  type RewardBudget,
  type RewardEvaluation,
  type RewardFact,
  type RewardRule,
} from 'cx-scoring/rewards';
import { parseRewardRules } from 'cx-scoring/schemas';
import { LEDGER_PART, ledgerPartOf } from './ledgerPart.js';

/** Rules that were read and compiled once, with the version they are. */
export interface Programme {
  readonly id: string;
  readonly version: number;
  readonly rules: readonly RewardRule[];
  readonly compiled: CompiledRules;
}

/** What a night is asked for. */
export interface NightRequest {
  readonly programme: Programme;
  readonly asOf: string;
  /** Decides all from this day on anew. */
  readonly rebuildFrom?: string;
  /** What happens elsewhere between reading and writing. */
  readonly meanwhile?: (attempt: number) => Promise<void>;
}

/** What a night came to. */
export interface NightReport extends RewardEvaluation {
  readonly attempts: number;
  /** Entries of the ledger that were read. */
  readonly read: number;
}

/** A night that was not alone: nothing was written. */
const CONFLICT = 'conflict';

/** Unique violation, serialisation failure, deadlock. */
const RETRIED = ['23505', '40001', '40P01'];

/** Decisions of these outcomes are taken again the next night. */
const OPEN = ['held', 'awaiting-approval'];

/** A `bigint` of the database as a number, or nothing: an amount is never rounded. */
function toSafe(value: number | bigint | string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${value.toString()}`);
  return number;
}

/** Reads the rules of a programme, checks them and compiles them. */
export async function openProgramme(db: PGlite, id: string): Promise<Programme> {
  const { rows } = await db.query<{ rules: unknown; rules_version: number }>(
    'select rules, rules_version from programmes where id = $1',
    [id],
  );
  const parsed = parseRewardRules(rows[0]?.rules);
  if (!parsed.success) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  const { rules, shared, fiscalYearStart } = parsed;
  return {
    ...{ id, rules, version: rows[0]?.rules_version ?? 0 },
    compiled: compileRules(rules, { shared, fiscalYearStart }),
  };
}

interface NightInput {
  readonly ledgerVersion: bigint | number;
  readonly versions: ReadonlyMap<string, bigint | number>;
  readonly facts: readonly RewardFact[];
  readonly ledger: readonly LedgerEntry[];
  readonly budgets: readonly RewardBudget[];
}

/** Reads in one snapshot: versions, facts, the part of the ledger that matters, budgets. */
async function readNight(tx: Transaction, { programme, asOf, rebuildFrom }: NightRequest): Promise<NightInput> {
  await tx.query('set transaction isolation level repeatable read, read only');
  const own = await tx.query<{ ledger_version: number }>('select ledger_version from programmes where id = $1', [
    programme.id,
  ]);
  const facts = await tx.query<RewardFact>(
    `select id, trigger, day as "on", data from facts where ${rebuildFrom === undefined ? 'not decided and day <= $1' : 'day >= $1'}`,
    [rebuildFrom ?? asOf],
  );
  const part = JSON.stringify(ledgerPartOf(programme.rules, facts.rows, asOf));
  // A rebuild corrects what was decided before: it reads the whole.
  const ledger = await (rebuildFrom === undefined
    ? tx.query<{ entry: LedgerEntry }>(LEDGER_PART, [part])
    : tx.query<{ entry: LedgerEntry }>('select entry from ledger'));
  const budgets = await tx.query<RewardBudget & { version: number }>(
    'select id, unit, "limit", overflow, posted, reserved, version from budgets',
  );
  return {
    ledgerVersion: own.rows[0]?.ledger_version ?? 0,
    versions: new Map(budgets.rows.map(({ id, version }) => [id, version])),
    facts: facts.rows,
    ledger: ledger.rows.map(({ entry }) => entry),
    budgets: budgets.rows.map(({ version: _, limit, posted, reserved, ...budget }) => ({
      ...{ ...budget, limit: toSafe(limit), posted: toSafe(posted), reserved: toSafe(reserved) },
    })),
  };
}

/** Writes all or nothing, and nothing where somebody was faster. */
async function writeNight(tx: Transaction, programme: Programme, input: NightInput, night: RewardEvaluation) {
  const requireOne = ({ affectedRows }: { affectedRows?: number | undefined }): void => {
    if (affectedRows !== 1) throw new Error(CONFLICT);
  };
  if (night.entries.length > 0)
    requireOne(
      await tx.query(
        `update programmes set ledger_version = ledger_version + 1
          where id = $1 and ledger_version = $2 and rules_version = $3`,
        [programme.id, input.ledgerVersion, programme.version],
      ),
    );
  const before = new Map(input.budgets.map((budget) => [budget.id, budget]));
  for (const { id, posted, reserved } of night.budgets) {
    if (before.get(id)?.posted === posted && before.get(id)?.reserved === reserved) continue;
    requireOne(
      await tx.query(
        'update budgets set posted = $1, reserved = $2, version = version + 1 where id = $3 and version = $4',
        [posted, reserved, id, input.versions.get(id)],
      ),
    );
  }
  await tx.query(`insert into ledger (key, entry) select e ->> 'key', e from jsonb_array_elements($1::jsonb) as e`, [
    JSON.stringify(night.entries),
  ]);
  // A fact that no rule decided on, such as a choice before its gift, is looked at again.
  const open = new Set(night.decisions.filter(({ outcome }) => OPEN.includes(outcome)).map(({ fact }) => fact));
  const decided = night.decisions.map(({ fact }) => fact).filter((fact) => !open.has(fact));
  await tx.query('update facts set decided = true where id = any($1)', [decided]);
}

/** Runs one night: reads, evaluates, writes, and begins again where somebody was faster. */
export async function runNight(db: PGlite, request: NightRequest): Promise<NightReport> {
  const { programme, asOf, rebuildFrom } = request;
  for (let attempt = 1; ; attempt++) {
    const input = await db.transaction((tx) => readNight(tx, request));
    const { facts, ledger, budgets } = input;
    const night = evaluateRewards({
      ...{ rules: programme.compiled, facts, ledger, budgets, asOf },
      ...(rebuildFrom === undefined ? {} : { mode: 'rebuild', rebuildFrom }),
    });
    await request.meanwhile?.(attempt);
    try {
      await db.transaction((tx) => writeNight(tx, programme, input, night));
      return { ...night, attempts: attempt, read: ledger.length };
    } catch (error) {
      const { message, code = '' } = error as { message: string; code?: string };
      if ((message !== CONFLICT && !RETRIED.includes(code)) || attempt === 5) throw error;
    }
  }
}
