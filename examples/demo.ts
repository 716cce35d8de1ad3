// The demonstration: `npm run demo` for the scorecard of an invented company, `npm run demo -- --help` for files of your own.
import { readAnswers } from './demo/answers.js';
import { USAGE, readArguments, type DemoArguments } from './demo/arguments.js';
import { isExpectedError } from './demo/expectedError.js';
import { describeResult, scorecard } from './demo/scorecard.js';
import { scoreFile } from './demo/scoreFile.js';
import { WORDS } from './demo/words.js';

async function linesFor({ locale, help, request }: DemoArguments): Promise<string[]> {
  if (help) return [USAGE];
  if (request === undefined) return scorecard(await readAnswers(), locale, process.stdout.isTTY);
  const { rows, chosen, result } = await scoreFile(request, process.stderr);
  const [all, some] = [rows, chosen].map((number) => number.toLocaleString(locale)) as [string, string];
  const { rows: rowsRead, chosen: rowsChosen } = WORDS[locale];
  const read = request.where.length > 0 ? rowsChosen(some, all) : rowsRead(all);
  return [`${request.file}: ${read}`, ...describeResult(result, locale)];
}

try {
  console.log((await linesFor(readArguments(process.argv.slice(2)))).join('\n'));
} catch (error) {
  if (!isExpectedError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
