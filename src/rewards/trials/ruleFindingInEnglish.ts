import { countPhrase, localCount, type ResolvedLocale } from '../../core/locale.js';
import type { FactPath } from '../conditions/factPath.js';
import type { RuleFinding } from './ruleFinding.js';

function pathText(path: FactPath | null): string {
  return (path ?? []).join(' › ');
}

/** Which condition of a rule a place means. */
function conditionAt([part, phase]: RuleFinding['path']): string {
  if (part === 'settle') return phase === 'void' ? 'condition that voids' : 'condition that posts';
  return part === 'reversal' ? 'condition that takes back' : 'condition';
}

function span(from: string | null, through: string | null): string {
  if (through === null) return `from ${from ?? ''}`;
  return from === null ? `through ${through}` : `from ${from} through ${through}`;
}

function joined(ids: readonly string[]): string {
  const quoted = ids.map((id) => `‘${id}’`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** The sentence in British English. */
export function ruleFindingInEnglish(locale: ResolvedLocale, finding: RuleFinding, name: string): string {
  const rule = `the rule ‘${name}’`;
  const start = `The rule ‘${name}’`;
  const count = (value: number): string => localCount(locale, value);
  switch (finding.code) {
    case 'unreachable':
      return `The ${conditionAt(finding.path)} of ${rule} can never hold: its parts contradict each other.`;
    case 'always-true':
      return `The condition of ${rule} never fails: it holds whenever its facts are known.`;
    case 'never-capped':
      return `Nothing limits what ${rule} grants: it has neither a cap nor a budget.`;
    case 'no-void':
      return `Nothing voids what ${rule} sets aside but the passing of time.`;
    case 'cap-zero':
      return `A cap of ${rule} is zero, so that it grants nothing.`;
    case 'negative-balance':
      return `Taking all back, as ${rule} does, may leave a member with less than nothing.`;
    case 'outside-validity':
      return `On ${finding.asOf} ${rule} is not in force: it is ${span(finding.from, finding.through)}.`;
    case 'unknown-event':
      return `No system sends the event ‘${finding.event}’, for which ${rule} waits.`;
    case 'unknown-budget':
      return `The budget ‘${finding.budget}’, from which ${rule} is paid, does not exist.`;
    case 'cap-above-budget':
      return `A cap of ${rule}, ${count(finding.limit)}, is larger than its budget ‘${finding.budget}’, ${count(finding.budgetLimit)}, and so protects nothing.`;
    case 'shared-cap-missing': {
      const others = joined(finding.others);
      return `A cap of ${rule} counts what all rules grant in ${finding.unit}, but limits this rule only: ${others} ${finding.others.length === 1 ? 'lacks' : 'lack'} it. Write it into each rule.`;
    }
    case 'overlapping':
      return `The rules ‘${name}’ and ‘${finding.other}’ may both grant ${finding.unit} for the same fact to the same person: put them in one exclusive group, or make their conditions exclude each other.`;
    case 'shadowed':
      return `Whenever the condition of ${rule} holds, so does that of ‘${finding.other}’, which goes first in the group ‘${finding.group}’.`;
    case 'rewards-score':
      return `${start} rewards a score that people give, ‘${finding.metric ?? pathText(finding.fact)}’: who is rewarded for it begs for it. Reward what moves it.`;
    case 'table-without-otherwise':
      return `The table of ${rule} has no amount for other values of ‘${pathText(finding.fact)}’, and what is unknown is denied.`;
    case 'unused-correction-window':
      return `The correction window of ${rule}, ${countPhrase(locale, finding.days, '# day', '# days')}, has no effect: the programme is never rebuilt.`;
    case 'no-minimum-sample':
      return `${start} takes the metric ${finding.metric} whatever it rests on: ask for a minimum sample.`;
    case 'point-status':
      return `${start} judges the metric ${finding.metric} by its value, on a sample that may be as small as ${count(finding.minimumSample)}, where luck pays: judge it by its bound, or ask for a larger sample.`;
    default:
      return `${start} has a problem of the kind ‘${(finding satisfies never as RuleFinding).code}’, for which this version has no words.`;
  }
}
