import { tallyAs } from '../measures/computeMeasure.js';
import { npsMeasure } from '../metrics/perception/nps.js';
import { accountFigures, type AccountLine } from './accountLines.js';
import { accountNpsMeasure, type AccountNpsOptions } from './accountNps.js';

/**
 * Lists the accounts behind an account NPS: what each contributes, its lowest and highest answer, and whether it is divided.
 *
 * Use it to look behind the score: a divided account, promoters beside detractors, needs a talk before its average means anything.
 *
 * @param rows - One row per answer.
 * @param options - Those of {@link computeAccountNps}.
 * @returns One line for each account with an answer, in code-unit order of their keys; accounts without revenue are listed too.
 * @throws What {@link computeAccountNps} throws.
 * @remarks Account managers act on single accounts: Qualtrics, « Mesurer l’expérience de ses clients professionnels ».
 * @example
 * ```ts
 * import { listAccounts } from 'cx-scoring/accounts';
 *
 * const [first] = listAccounts([{ account: 'A', score: 9 }, { account: 'A', score: 3 }], { account: 'account', score: 'score' });
 * first; // => { account: 'A', answers: 2, value: 0, lowest: 3, highest: 9, isDivided: true, revenue: null }
 * ```
 */
export function listAccounts<Row>(rows: Iterable<Row>, options: AccountNpsOptions<NoInfer<Row>>): AccountLine[] {
  const tally = tallyAs('listAccounts', rows, accountNpsMeasure<Row>(options));
  return accountFigures(options.rollUp ?? 'mean', npsMeasure(), tally).map(
    ({ account, answers, value, lowest, highest, isDivided, revenue }) => {
      return { account, answers, value, lowest, highest, isDivided, revenue };
    },
  );
}
