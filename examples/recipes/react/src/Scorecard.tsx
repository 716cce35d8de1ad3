import { formatResult, formatWarning } from 'cx-scoring';
import { useState, type ReactElement } from 'react';
import { useNps } from './useNps.js';

/** Ten answers of ten contacts, of which six are promoters and two detractors. */
export const ANSWERS: readonly (number | null)[] = [10, 9, 9, 8, 7, 10, 6, 9, 3, 10, null];

/** A score with its interval and its warnings, that follows the answers. */
export function Scorecard({
  answers: first = ANSWERS,
}: {
  readonly answers?: readonly (number | null)[];
}): ReactElement {
  const [answers, setAnswers] = useState(first);
  const result = useNps(answers);
  return (
    <section>
      <h1>NPS</h1>
      <output>{formatResult(result, { locale: 'en', digits: 1 })}</output>
      <ul>
        {result.warnings.map((warning) => (
          <li key={warning.code}>{formatWarning(warning, { locale: 'en' })}</li>
        ))}
      </ul>
      <button type="button" onClick={() => setAnswers([...answers, 10])}>
        One more promoter
      </button>
    </section>
  );
}
