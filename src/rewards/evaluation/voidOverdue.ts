import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { voidEntries } from './awardSteps.js';
import { blankDecision } from './blankDecision.js';
import { append, type EvaluationState } from './evaluationState.js';

/** Voids what was not settled by its last day; it takes effect on the day after. */
export function voidOverdue(state: EvaluationState, before: string): void {
  const overdue = state.ledger.takeOverdue(before).flatMap((key) => {
    const award = state.ledger.find(key);
    const compiled = award?.rule ? state.rules.find(award.rule.id) : undefined;
    const settle = compiled?.rule.settle;
    if (award === undefined || compiled === undefined || settle?.mode !== 'two-phase') return [];
    const on = toCivilDate(toDayNumber(award.on) + settle.voidAfterDays + 1) ?? before;
    return [{ award, compiled, on }];
  });
  overdue.sort((a, b) => (a.on + a.award.key < b.on + b.award.key ? -1 : 1));
  for (const { compiled, award, on } of overdue) {
    const { subject, occurrence } = award;
    const entries = append(state, voidEntries(award, on, state.asOf, null));
    state.decisions.push(blankDecision(compiled, { id: '', on }, 'voided', { subject, occurrence, entries }));
  }
}
