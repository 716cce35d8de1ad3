import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale } from './arguments.js';
import { expectedError } from './expectedError.js';

/** Where the page goes unless told: a folder of the project that git ignores. */
const FOLDER = fileURLToPath(new URL('../../reports/', import.meta.url));
const NAMES = { en: 'quarterly-review.html', fr: 'bilan-trimestriel.html' } as const;

/** Writes the page to a file and gives its name, as seen from the current folder. */
export async function writeReview(html: string, locale: Locale, given?: string): Promise<string> {
  const file = path.resolve(given ?? path.join(FOLDER, NAMES[locale]));
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, html);
  } catch (error) {
    throw expectedError(`The review cannot be written: ${(error as Error).message}`, { cause: error });
  }
  const shown = path.relative(process.cwd(), file);
  return shown.startsWith('..') ? file : shown.split(path.sep).join('/');
}
