import type { ParameterValue } from '../../core/definition.js';
import { requireRule } from './compiledCondition.js';
import type { NumberTest } from './condition.js';
import { FALSE, TRUE, UNKNOWN, type TruthCode } from './truth.js';

/** A comparison by what it says of a number below, at and above another. */
export type Comparison = readonly [below: TruthCode, equal: TruthCode, above: TruthCode];

const COMPARISONS: Readonly<Record<NumberTest['op'], Comparison>> = {
  eq: [FALSE, TRUE, FALSE],
  ne: [TRUE, FALSE, TRUE],
  lt: [TRUE, FALSE, FALSE],
  lte: [TRUE, TRUE, FALSE],
  gt: [FALSE, FALSE, TRUE],
  gte: [FALSE, TRUE, TRUE],
};

/** A test of a number, ready to run. */
export interface CompiledTest {
  /** What it says. */
  readonly comparison: Comparison;
  /** The number it compares with. */
  readonly value: number;
  /** What a trace says was expected. */
  readonly expected: ParameterValue;
}

/** The comparison an operator stands for. */
export function comparisonOf(op: NumberTest['op']): Comparison {
  return COMPARISONS[op];
}

/** Compares two numbers that are finite. */
export function compareNumbers([below, equal, above]: Comparison, actual: number, value: number): TruthCode {
  return actual < value ? below : actual > value ? above : equal;
}

/** Compiles a test, after checking that it is written as the language says. */
export function compileTest(where: string, op: string, test: NumberTest): CompiledTest {
  const { op: own, value } = Object(test) as NumberTest;
  const isOperator = typeof own === 'string' && Object.hasOwn(COMPARISONS, own);
  requireRule(isOperator, where, `"test.op" of "${op}"`, Object.keys(COMPARISONS).join(', '), own);
  requireRule(Number.isFinite(value), where, `"test.value" of "${op}"`, 'a finite number', value);
  // Plus zero, since JSON has no -0.
  return { comparison: COMPARISONS[own], value: value + 0, expected: { op: own, value: value + 0 } };
}

/** Tests a known number. */
export function numberTruth({ comparison, value }: CompiledTest, actual: number): TruthCode {
  return compareNumbers(comparison, actual, value);
}

/** Tests a whole number of which only the ends of a range are known: decided where every whole number of the range agrees. */
export function rangeTruth(test: CompiledTest, low: number, high: number): TruthCode {
  const { comparison, value } = test;
  const found = numberTruth(test, low);
  if (found !== numberTruth(test, high)) return UNKNOWN;
  const isWithin = low < value && value < high && Number.isInteger(value);
  return isWithin && comparison[1] !== found ? UNKNOWN : found;
}
