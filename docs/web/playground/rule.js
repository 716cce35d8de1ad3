// Reward rules and facts to decisions. A bundle of its own, loaded when the reader opens this half: it is larger than the rest together.
import './noCodegen.js';
import { checkRules, describeRule, evaluateRewards, explainDecision, formatRuleFinding } from 'cx-scoring/rewards';
import { parseRewardRules, readRecords, rewardFactSchema } from 'cx-scoring/schemas';
import { byId, element, localeOptions, say, setText } from './page.js';

const OUTCOMES = {
  granted: { en: 'granted', fr: 'accordé' },
  clipped: { en: 'granted in part', fr: 'accordé en partie' },
  pending: { en: 'set aside', fr: 'réservé' },
  'awaiting-approval': { en: 'awaits approval', fr: 'en attente d’accord' },
  held: { en: 'held', fr: 'en suspens' },
  denied: { en: 'denied', fr: 'refusé' },
  capped: { en: 'cap reached', fr: 'plafond atteint' },
  'budget-exhausted': { en: 'budget used up', fr: 'budget épuisé' },
  duplicate: { en: 'paid before', fr: 'déjà payé' },
  'not-in-force': { en: 'not in force', fr: 'pas en vigueur' },
  excluded: { en: 'excluded', fr: 'exclu' },
};
const PAID = new Set(['granted', 'clipped', 'pending']);

/** The facts of a text, or why they cannot be read. */
function readFacts(text) {
  let rows;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    return { issues: [`${say({ en: 'Facts', fr: 'Faits' })}: ${error.message}`] };
  }
  if (!Array.isArray(rows)) {
    return { issues: [say({ en: 'Facts must be a list: [ … ]', fr: 'Les faits doivent former une liste : [ … ]' })] };
  }
  const { records, rejected } = readRecords(rewardFactSchema, rows);
  const issues = rejected.flatMap(({ index, issues: own }) => own.map(({ message }) => `facts[${index}]: ${message}`));
  return issues.length > 0 ? { issues: issues.slice(0, 20) } : { facts: records };
}

function placed({ message, place }) {
  if (place === null) return message;
  const { line, column } = place;
  return say({ en: `Line ${line}, column ${column}: ${message}`, fr: `Ligne ${line}, colonne ${column} : ${message}` });
}

function decide() {
  const parsed = parseRewardRules(byId('rules').value);
  const read = readFacts(byId('facts').value);
  const issues = [...(parsed.success ? [] : parsed.issues.slice(0, 20).map(placed)), ...(read.issues ?? [])];
  byId('rules').toggleAttribute('aria-invalid', !parsed.success);
  byId('facts').toggleAttribute('aria-invalid', read.issues !== undefined);
  if (issues.length > 0) return { issues };
  const { rules, shared, fiscalYearStart } = parsed;
  try {
    const asOf = byId('as-of').value.trim();
    const evaluation = evaluateRewards({ rules, shared, fiscalYearStart, facts: read.facts, asOf });
    return { rules, shared, evaluation };
  } catch (error) {
    return { issues: [`${error.message}${error.code === undefined ? '' : ` (${error.code})`}`] };
  }
}

function decisionItem(decision, { rules, shared }) {
  const { outcome, granted, unit } = decision;
  const { summary, reasons } = explainDecision(decision, { ...localeOptions(), rules, shared });
  const amount = granted > 0 ? ` ${granted} ${unit}` : '';
  const badge = element('strong', `${say(OUTCOMES[outcome] ?? { en: outcome, fr: outcome })}${amount}`, {
    class: PAID.has(outcome) ? 'paid' : 'unpaid',
  });
  const list = element(
    'ul',
    reasons.map((reason) => element('li', reason)),
  );
  return element('li', [badge, element('p', summary), ...(reasons.length > 0 ? [list] : [])]);
}

function showRules({ rules, shared }) {
  const words = rules.map((rule) =>
    element(
      'ul',
      describeRule(rule, localeOptions()).map((sentence) => element('li', sentence)),
    ),
  );
  byId('rule-words').replaceChildren(...words);
  const findings = checkRules(rules, { shared });
  byId('rule-findings').replaceChildren(
    ...findings.map((finding) => element('li', formatRuleFinding(finding, localeOptions()))),
  );
}

/** Decides on what the fields hold, and shows it. */
export function showRule() {
  const { issues = [], evaluation, ...known } = decide();
  byId('rule-issues').replaceChildren(...issues.map((issue) => element('li', issue)));
  byId('rule-output').hidden = issues.length > 0;
  if (issues.length > 0) {
    setText('rule-status', '');
    return;
  }
  const { decisions, entries } = evaluation;
  const grants = decisions.filter(({ outcome }) => PAID.has(outcome)).length;
  setText(
    'rule-status',
    say({
      en: `${decisions.length} ${decisions.length === 1 ? 'decision' : 'decisions'}, ${grants} with a grant.`,
      fr: `${decisions.length} ${decisions.length < 2 ? 'décision' : 'décisions'}, dont ${grants} avec une récompense.`,
    }),
  );
  byId('rule-decisions').replaceChildren(...decisions.map((decision) => decisionItem(decision, known)));
  showRules(known);
  setText('rule-json', JSON.stringify(entries, null, 2));
}

globalThis.showRewardRule = showRule;
