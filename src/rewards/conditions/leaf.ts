import type { ParameterValue } from '../../core/definition.js';
import type { CompiledCondition } from './compiledCondition.js';
import type { Scalar } from './condition.js';
import { shownFact, type ConditionTrace, type UnknownReason } from './conditionTrace.js';
import type { FactPath, FactReader } from './factPath.js';
import { truthName, UNKNOWN, type TruthCode } from './truth.js';

/** What the trace of a condition on one fact always says. */
export interface LeafHead {
  /** The operator. */
  readonly op: ConditionTrace['op'];
  /** Where the fact is. */
  readonly fact: FactPath;
  /** What is expected. */
  readonly expected: ParameterValue;
}

/** Tells whether something is plain and comparable. */
export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** Why a plain value cannot be compared: it is missing, not finite, or of another type. */
export function scalarFault(actual: unknown): UnknownReason {
  if (actual === undefined || actual === null) return 'missing';
  return typeof actual === 'number' && !Number.isFinite(actual) ? 'invalid' : 'wrong-type';
}

/** Makes a condition on one fact. A trace looks for the reason only where the judgement is unknown. */
export function leaf(
  { op, fact, expected }: LeafHead,
  read: FactReader,
  judge: (actual: unknown) => TruthCode,
  reasonOf: (actual: unknown) => UnknownReason,
): CompiledCondition {
  return {
    test: ({ data }) => judge(read(data)),
    explain: ({ data }) => {
      const actual = read(data);
      const truth = judge(actual);
      // Two literals instead of a spread, which costs ten times as much here.
      if (truth !== UNKNOWN) return { op, truth: truthName(truth), fact, expected, actual: shownFact(actual) };
      return { op, truth: 'unknown', fact, expected, actual: shownFact(actual), reason: reasonOf(actual) };
    },
  };
}

/** What a condition on two facts is made of. */
export interface PairParts {
  /** The operator. */
  readonly op: ConditionTrace['op'];
  /** Where the first fact is. */
  readonly fact: FactPath;
  /** Reads the first fact. */
  readonly read: FactReader;
  /** Reads the second fact. */
  readonly readOther: FactReader;
  /** Says how the two come out. */
  readonly judge: (actual: unknown, other: unknown) => TruthCode;
  /** Says why one alone is unfit; `null` when it is not. */
  readonly faultOf: (value: unknown) => UnknownReason | null;
  /** What is expected of the first, given the second. */
  readonly expectedOf: (other: ParameterValue) => ParameterValue;
}

/** Makes a condition on two facts: its trace shows both. */
export function pairLeaf({ op, fact, read, readOther, judge, faultOf, expectedOf }: PairParts): CompiledCondition {
  return {
    test: ({ data }) => judge(read(data), readOther(data)),
    explain: ({ data }) => {
      const actual = read(data);
      const other = readOther(data);
      const truth = judge(actual, other);
      const told = {
        op,
        truth: truthName(truth),
        fact,
        expected: expectedOf(shownFact(other)),
        actual: shownFact(actual),
      };
      // Both fit by themselves and yet not together: one is text and the other a number.
      return truth === UNKNOWN ? { ...told, reason: faultOf(actual) ?? faultOf(other) ?? 'wrong-type' } : told;
    },
  };
}
