'use client';

import { useActionState, type ReactElement } from 'react';
import { scoreAnswers, type Scored } from './actions';

const NOTHING_YET: Scored = {};

/** A form of the server action: it works before, and without, the script of the page. */
export function ScoreForm(): ReactElement {
  const [scored, submit, pending] = useActionState(scoreAnswers, NOTHING_YET);
  return (
    <form action={submit}>
      <label>
        Answers from 0 to 10, separated by commas{' '}
        <input name="answers" defaultValue="10, 9, 9, 8, 7, 10, 6, 9, 3, 10" />
      </label>
      <button disabled={pending}>Score</button>
      {scored.words === undefined ? null : <output>{scored.words}</output>}
      {scored.problem === undefined ? null : <p role="alert">{scored.problem}</p>}
    </form>
  );
}
