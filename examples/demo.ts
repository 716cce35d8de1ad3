// The demonstration: `npm run demo` for the scorecard of an invented company and its quarterly review as a page, `npm run demo -- --help` for
// files of your own.
import { USAGE, readArguments, type FileRequest, type Locale } from './demo/arguments.js';
import { isExpectedError } from './demo/expectedError.js';
import { describeResult } from './demo/describeResult.js';
import { scoreFile } from './demo/scoreFile.js';
import { WORDS } from './demo/words.js';

async function fileLines(request: FileRequest, locale: Locale): Promise<string[]> {
  const { rows, chosen, result } = await scoreFile(request, process.stderr);
  const [all, some] = [rows, chosen].map((number) => number.toLocaleString(locale)) as [string, string];
  const { rows: rowsRead, chosen: rowsChosen } = WORDS[locale];
  const read = request.where.length > 0 ? rowsChosen(some, all) : rowsRead(all);
  return [`${request.file}: ${read}`, ...describeResult(result, locale)];
}

try {
  const { locale, help, review, request } = readArguments(process.argv.slice(2));
  if (help) console.log(USAGE);
  else if (request === undefined) {
    // Only here, since Vega takes its time to load.
    const { showCompany } = await import('./demo/company.js');
    await showCompany(locale, review);
  } else console.log((await fileLines(request, locale)).join('\n'));
} catch (error) {
  if (!isExpectedError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
