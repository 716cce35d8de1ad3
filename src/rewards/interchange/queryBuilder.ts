import type { ParameterValue } from '../../core/definition.js';

/** A rule of react-querybuilder: a field, an operator and a value. */
export interface QueryBuilderRule {
  /** Name of the field: the path with dots. */
  readonly field: string;
  /** Name of the operator. */
  readonly operator: string;
  /** The value, or the name of the other field. */
  readonly value: ParameterValue;
  /** Whether the value is one or names another field. */
  readonly valueSource?: 'value' | 'field' | undefined;
}

/** A group of rules of react-querybuilder. */
export interface QueryBuilderGroup {
  /** Whether all of them hold or any. */
  readonly combinator: 'and' | 'or';
  /** Rules and groups. */
  readonly rules: readonly (QueryBuilderRule | QueryBuilderGroup)[];
  /** Whether the group is negated. */
  readonly not?: boolean | undefined;
}

/** Operators of comparison, theirs by ours. */
export const QUERY_OPERATORS = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
