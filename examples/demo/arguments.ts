import { parseArgs } from 'node:util';
import { expectedError } from './expectedError.js';

/** Languages of the scorecard. */
export type Locale = 'en' | 'fr';

/** What to compute from a file. */
export type FileMetric = 'nps' | 'csat' | 'ces';

/** What to do off the scale. */
export type OffScale = 'throw' | 'exclude';

/** A request to score one column of a CSV file. */
export interface FileRequest {
  readonly file: string;
  readonly score: string;
  readonly weight: string | undefined;
  readonly metric: FileMetric;
  readonly offScale: OffScale;
  /** Only rows whose cell in this column is this text. */
  readonly where: readonly { readonly column: string; readonly text: string }[];
}

/** What the command line asks for. */
export interface DemoArguments {
  readonly locale: Locale;
  readonly help: boolean;
  /** Where the quarterly review is written; `undefined` for its usual place. */
  readonly review: string | undefined;
  /** `undefined` for the scorecard of the embedded answers. */
  readonly request: FileRequest | undefined;
}

/** How to call the demonstration. */
export const USAGE = `Usage:
  npm run demo                        the scorecard of an invented company, and its quarterly review as a page
  npm run demo -- --locale fr         the same in French
  npm run demo -- --review page.html  the page in a file of your own
  npm run demo -- --file answers.csv --score nps [--weight weight] [--metric nps|csat|ces]
                  [--where column=text] [--off-scale exclude]
                                      the score of one column of a CSV file with a header line

  --score      column of the answers; an empty cell is a missing answer
  --weight     column of the weights, numbers from 0
  --metric     nps (0 to 10, the default), csat (1 to 5) or ces (ease, 1 to 7)
  --where      only rows whose cell is this text; may be given several times
  --off-scale  exclude: leave answers off the scale out, counted; without it they are an error`;

const OPTIONS = {
  file: { type: 'string' },
  score: { type: 'string' },
  weight: { type: 'string' },
  metric: { type: 'string' },
  where: { type: 'string', multiple: true },
  'off-scale': { type: 'string' },
  review: { type: 'string' },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Only meaningful beside `--file`. */
const FILE_OPTIONS = ['score', 'weight', 'metric', 'where', 'off-scale'] as const;

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw expectedError(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}

function oneOf<Choice extends string>(
  name: string,
  given: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const found = choices.find((choice) => choice === (given ?? choices[0]));
  if (found === undefined) throw expectedError(`--${name} must be ${choices.join(' or ')}, received "${given ?? ''}"`);
  return found;
}

/** Reads the command line, without the name of the program. */
export function readArguments(args: readonly string[]): DemoArguments {
  const values = parse(args);
  const locale = oneOf('locale', values.locale, ['en', 'fr']);
  const help = values.help ?? false;
  const { file, score, weight, review } = values;
  if (review === '') throw expectedError('--review needs the name of a file');
  if (review !== undefined && file !== undefined)
    throw expectedError('--review goes with the scorecard of the invented company, not with --file');
  if (file === undefined) {
    const idle = FILE_OPTIONS.find((name) => values[name] !== undefined);
    if (idle !== undefined && !help)
      throw expectedError(`--${idle} needs --file: which file holds the answers?\n\n${USAGE}`);
    return { locale, help, review, request: undefined };
  }
  if (score === undefined) throw expectedError(`--file needs --score: which column holds the answers?\n\n${USAGE}`);
  const where = (values.where ?? []).map((condition) => {
    const at = condition.indexOf('=');
    if (at < 1) throw expectedError(`--where must look like column=text, received "${condition}"`);
    return { column: condition.slice(0, at), text: condition.slice(at + 1) };
  });
  const metric = oneOf('metric', values.metric, ['nps', 'csat', 'ces']);
  const offScale = oneOf('off-scale', values['off-scale'], ['throw', 'exclude']);
  return { locale, help, review, request: { file, score, weight, metric, offScale, where } };
}
