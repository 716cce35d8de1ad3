import { fileURLToPath } from 'node:url';
import { toPeriod } from 'cx-scoring';
import { parseNumber } from './parseNumber.js';
import { readCsv } from './readCsv.js';

/** One answer of the embedded file, as far as the scorecard needs it. */
export interface Answer {
  /** Quarter it was given in, such as `2026-Q3`. */
  readonly quarter: string;
  /** Civil date it was given on. */
  readonly at: string;
  readonly accountId: string;
  readonly contactId: string;
  readonly role: string;
  readonly country: string;
  readonly sector: string;
  /** What the question is about; empty where it asks about the whole. */
  readonly journeyStage: string;
  readonly touchpoint: string;
  readonly metric: string;
  readonly value: number | null;
  /** Revenue of the account in a year, in euro cents. */
  readonly revenue: number | null;
}

const FILE = fileURLToPath(new URL('../data/answers.csv', import.meta.url));

/** Reads the answers of the invented company. */
export async function readAnswers(): Promise<Answer[]> {
  const answers: Answer[] = [];
  const texts = ['at', 'accountId', 'contactId', 'role', 'country', 'sector', 'journeyStage', 'touchpoint', 'metric'];
  const columns = [...texts, 'value', 'revenue'];
  await readCsv(FILE, columns, (cells, line) => {
    const [at = '', accountId = '', contactId = '', role = '', country = '', sector = ''] = cells;
    const [journeyStage = '', touchpoint = '', metric = '', value = '', revenue = ''] = cells.slice(6);
    const where = (): string => `${FILE}, line ${line}`;
    answers.push({
      quarter: toPeriod(at, { unit: 'quarter' }),
      at,
      accountId,
      contactId,
      role,
      country,
      sector,
      journeyStage,
      touchpoint,
      metric,
      value: parseNumber(value, where),
      revenue: parseNumber(revenue, where),
    });
  });
  return answers;
}
