import * as z from 'zod/mini';
import type {
  AlertOwnerRule,
  AlertRule,
  AlertRuleBase,
  AlertRuleKind,
  AlertScale,
  AlertSeverity,
} from '../reviews/alertRule.js';
import { count, list, metricId, number, text, word, wordOf } from './fields.js';
import { findings, type Finding, issueMessage } from './issues.js';

const SEVERITIES: Readonly<Record<AlertSeverity, true>> = { high: true, medium: true, low: true };

type Fields<One> = { [Name in keyof One]-?: unknown };
type OfKind<Kind extends AlertRuleKind> = Extract<AlertRule, { readonly kind: Kind }>;
type Own<Kind extends AlertRuleKind> = Omit<Fields<OfKind<Kind>>, keyof AlertRuleBase<Kind>>;

function createOwnerSchema(): z.ZodMiniType<AlertOwnerRule> {
  const account = z.strictObject(
    {
      from: word(['account'], 'The owner that the account names.'),
      otherwise: z.nullable(text('Who answers where no owner is known, null for nobody.')),
    },
    { error: issueMessage },
  );
  const named = z.strictObject(
    { from: word(['name'], 'Always the same.'), owner: text('A person or a team.') },
    { error: issueMessage },
  );
  return z
    .discriminatedUnion('from', [account, named], { error: issueMessage })
    .check(z.describe('Who answers for its alerts.'));
}

function scaleFindings({ minimum, maximum }: AlertScale): Finding[] {
  if (maximum > minimum) return [];
  return [{ code: 'bad-scale', rule: `above the minimum ${minimum}`, input: maximum, path: ['maximum'] }];
}

function createScaleSchema(): z.ZodMiniType<AlertScale> {
  return z
    .strictObject(
      { minimum: number('Lowest point.'), maximum: number('Highest point. Rule: above minimum.') },
      { error: issueMessage },
    )
    .check(findings(scaleFindings), z.describe('The scale that its threshold is set on.'));
}

/** What every rule has. */
function base<const Kind extends AlertRuleKind>(kind: Kind, description: string) {
  return {
    kind: word([kind], description),
    id: text('Id of the rule, each once in a list.'),
    severity: wordOf<AlertSeverity>(SEVERITIES, 'How much its alerts matter.'),
    owner: createOwnerSchema(),
    cooldownDays: count('Days during which it stays quiet on the same contact or account, 0 for none.'),
    source: text('Where the threshold comes from.'),
  } satisfies Fields<AlertRuleBase<Kind>>;
}

function level() {
  return {
    metrics: list(metricId('Id of a metric.'), 'Metrics whose answers it reads.', 1),
    scale: createScaleSchema(),
  };
}

function most() {
  return { ...level(), most: number('Highest answer that raises an alert. Rule: on the scale.') };
}

/** A threshold off its scale would be met always, or never. */
function ruleFindings(rule: AlertRule): Finding[] {
  if (!('scale' in rule)) return [];
  const { minimum, maximum } = rule.scale;
  const [field, limit] =
    rule.kind === 'effort-at-least' ? (['least', rule.least] as const) : (['most', rule.most] as const);
  if (limit >= minimum && limit <= maximum) return [];
  return [{ code: 'off-scale', rule: `on the scale from ${minimum} to ${maximum}`, input: limit, path: [field] }];
}

function createAlertRuleSchema(): z.ZodMiniType<AlertRule> {
  const days = z.int({ error: issueMessage }).check(z.positive(), z.describe('Days without an answer, from 1.'));
  const words = (description: string): z.ZodMiniType<string[]> => list(text('A word.'), description, 1);
  const strict = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape, { error: issueMessage });
  const rules = [
    strict({ ...base('score-at-most', 'A low score.'), ...(most() satisfies Own<'score-at-most'>) }),
    strict({ ...base('effort-at-most', 'Much effort where low is bad.'), ...(most() satisfies Own<'effort-at-most'>) }),
    strict({
      ...base('effort-at-least', 'Much effort where high is bad.'),
      ...({
        ...level(),
        least: number('Lowest answer that raises an alert. Rule: on the scale.'),
      } satisfies Own<'effort-at-least'>),
    }),
    strict({ ...base('stars-at-most', 'A review of few stars.'), ...(most() satisfies Own<'stars-at-most'>) }),
    strict({
      ...base('sla-breached', 'A service level that was breached.'),
      ...({ priorities: z.exactOptional(words('Priorities that it looks at.')) } satisfies Own<'sla-breached'>),
    }),
    strict({
      ...base('otif-missed', 'A delivery that was not on time and in full.'),
      ...({ accountClasses: words('Classes of the accounts that it looks at.') } satisfies Own<'otif-missed'>),
    }),
    strict({
      ...base('contact-silent', 'A contact who has not answered for a while.'),
      ...({ days, roles: z.exactOptional(words('Roles that it looks at.')) } satisfies Own<'contact-silent'>),
    }),
  ] as const;
  return z
    .discriminatedUnion('kind', rules, { error: issueMessage })
    .check(
      findings(ruleFindings),
      z.meta({ title: 'Alert rule', description: 'When a single event calls for somebody.' }),
    );
}

/**
 * The schema of an {@link AlertRule}, strict.
 *
 * Use it with {@link readRecords} for rules kept as JSON. That no id stands twice in a list is for `weeklyAlerts` to say.
 *
 * @example
 * ```ts
 * import { B2B_ALERT_RULES } from 'cx-scoring/reviews';
 * import { alertRuleSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const [detractor] = B2B_ALERT_RULES;
 * readRecord(alertRuleSchema, detractor).success; // => true
 * readRecord(alertRuleSchema, { ...detractor, most: 11 }).success; // => false
 * ```
 */
export const alertRuleSchema: z.ZodMiniType<AlertRule> = /* @__PURE__ */ createAlertRuleSchema();
