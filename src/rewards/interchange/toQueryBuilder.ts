import type { Condition, DateCondition } from '../conditions/condition.js';
import type { SharedConditions } from '../conditions/compileCondition.js';
import { sharedForExport, type ExportOptions } from './exportPair.js';
import type { FactPath } from '../conditions/factPath.js';
import type { ImportPath } from './importContext.js';
import type { Interchange, InterchangeLoss, InterchangeLossCode } from './interchange.js';
import { QUERY_OPERATORS, type QueryBuilderGroup, type QueryBuilderRule } from './queryBuilder.js';
import { resolved } from './twoValued.js';

type Part = QueryBuilderRule | QueryBuilderGroup;

interface Writer {
  readonly shared: SharedConditions;
  readonly tell: (path: ImportPath, code: InterchangeLossCode, message: string) => void;
}

const REFUSED: readonly InterchangeLossCode[] = ['operator', 'path-not-addressable'];

function fieldOf(fact: FactPath, path: ImportPath, { tell }: Writer): string {
  // A name made of digits would come back as the place in a list.
  if (fact.some((step) => step === '' || step.includes('.') || /^\d+$/.test(step)))
    tell(
      path,
      'path-not-addressable',
      'a field is written with dots, so a name that is empty, a number or holds one cannot be',
    );
  return fact.join('.');
}

function dateRule({ from, through }: DateCondition, field: string): QueryBuilderRule {
  if (from === undefined) return { field, operator: '<=', value: through as string };
  if (through === undefined) return { field, operator: '>=', value: from };
  return { field, operator: 'between', value: [from, through] };
}

function group(combinator: 'and' | 'or', rules: readonly Part[]): QueryBuilderGroup {
  return { combinator, rules };
}

function write(condition: Condition, path: ImportPath, writer: Writer): Part {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const rules = condition.of.map((own, at) => write(own, [...path, 'of', at], writer));
      return group(condition.op === 'all' ? 'and' : 'or', rules);
    }
    case 'not': {
      const part = write(condition.of, [...path, 'of'], writer);
      return 'rules' in part && part.not !== true ? { ...part, not: true } : { ...group('and', [part]), not: true };
    }
    case 'ref':
      writer.tell(path, 'inlined', `shared condition ${JSON.stringify(condition.id)} stands in its place`);
      return write(resolved(condition.id, writer.shared), [...path, 'shared', condition.id], writer);
    case 'known':
    case 'missing': {
      const operator = condition.op === 'known' ? 'notNull' : 'null';
      return { field: fieldOf(condition.fact, path, writer), operator, value: null };
    }
    case 'in':
    case 'not-in': {
      const operator = condition.op === 'in' ? 'in' : 'notIn';
      return { field: fieldOf(condition.fact, path, writer), operator, value: condition.values };
    }
    case 'date-in':
      return dateRule(condition, fieldOf(condition.fact, path, writer));
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const { op, fact, value } = condition;
      const field = fieldOf(fact, path, writer);
      const operator = QUERY_OPERATORS[op];
      if (typeof value !== 'object') return { field, operator, value };
      return { field, operator, value: fieldOf(value.fact, path, writer), valueSource: 'field' };
    }
    case 'at-least':
    case 'includes':
    case 'same-period':
    case 'some':
    case 'every':
    case 'none':
    case 'count':
    case 'sum':
    case 'metric':
      writer.tell(path, 'operator', `"${condition.op}" has no counterpart in react-querybuilder`);
      return group('and', []);
  }
}

/**
 * Writes a condition as the query of a visual editor: react-querybuilder's groups and rules.
 *
 * Use it to let people edit a condition, and `fromQueryBuilder` to take back what they made. It is for editing, not for evaluating: the
 * exports of that editor take what is missing for false or true.
 *
 * @param condition - The condition.
 * @param options - Shared conditions, which are written where they are used.
 * @returns A query, or what it cannot say: conditions on lists, counts, sums, metrics and periods, `at-least`, and names with dots.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` for a condition that is not written as the language says.
 * @remarks `RuleGroupType` and `RuleType` of react-querybuilder, with values as lists for `in` and `between`. What comes back means the
 * same; a single rule comes back in a group, and a reference as what it stood for.
 * @example
 * ```ts
 * import { toQueryBuilder } from 'cx-scoring/rewards';
 *
 * const written = toQueryBuilder({ op: 'all', of: [{ op: 'gte', fact: ['incident', 'severity'], value: 2 }] });
 * written.value; // => { combinator: 'and', rules: [{ field: 'incident.severity', operator: '>=', value: 2 }] }
 * toQueryBuilder({ op: 'includes', fact: ['tags'], value: 'late' }).ok; // => false
 * ```
 */
export function toQueryBuilder(condition: Condition, options: ExportOptions = {}): Interchange<QueryBuilderGroup> {
  const shared = sharedForExport('toQueryBuilder', condition, options);
  const losses: InterchangeLoss[] = [];
  const tell: Writer['tell'] = (path, code, message) => void losses.push({ path, code, message });
  const part = write(condition, [], { shared, tell });
  if (losses.some(({ code }) => REFUSED.includes(code))) return { ok: false, value: null, losses };
  return { ok: true, value: 'rules' in part ? part : group('and', [part]), losses };
}
