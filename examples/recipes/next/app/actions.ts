'use server';

import { computeNps, formatResult, isCxError } from 'cx-scoring';

/** What the form shows: the score in words, or why there is none. */
export interface Scored {
  readonly words?: string;
  readonly problem?: string;
}

/** Scores the answers of the form. Results are plain JSON, so an action may return them whole as well. */
export async function scoreAnswers(_before: Scored, form: FormData): Promise<Scored> {
  const text = String(form.get('answers') ?? '');
  // Nothing is coerced by the library: an empty field is a missing answer, and words stay words and are refused.
  const answers = text.split(',').map((part) => (part.trim() === '' ? null : Number(part)));
  try {
    return { words: formatResult(computeNps(answers), { locale: 'en', digits: 1 }) };
  } catch (error) {
    if (isCxError(error)) return { problem: `${error.code}: ${error.message}` };
    throw error;
  }
}
