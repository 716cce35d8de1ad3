// Writes what assistants and editors read: `tsx --tsconfig tsconfig.test.json test/tools/apiIndex.ts site` puts api.json and llms.txt into a
// built site, `… dist --package` the short llms.txt that the package carries. Fails where a link leads nowhere.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { readApi, type ApiName } from './apiIndexNames.js';
import { keyFunctions, llmsText, readGuide, type Guide } from './apiIndexText.js';
import { projectRoot } from './docBlocks.js';
import { entries } from './entries.js';

const FOLDERS: Readonly<Record<ApiName['kind'], string>> = {
  function: 'functions',
  constant: 'variables',
  interface: 'interfaces',
  type: 'types',
};

const pagePart = (specifier: string): string => specifier.replaceAll('/', '_');

/** Finds the page of a name in a built site: TypeDoc makes one, under the first entry point that exports it. */
export function pageOf({ name, kind, entries: from }: ApiName, pages: ReadonlySet<string>): string | undefined {
  // A constant that can be called has its page among the functions.
  const folders = [FOLDERS[kind], ...Object.values(FOLDERS)];
  return from
    .flatMap((specifier) => folders.map((folder) => `${folder}/${pagePart(specifier)}.${name}.html`))
    .find((page) => pages.has(page));
}

/** Links of a text or of an index that lead to no file of its folder. */
export function brokenLinks(folder: string, text: string): string[] {
  const inText = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((found) => found[1] ?? '');
  const inIndex = [...text.matchAll(/"url":"([^"]*)"/g)].map((found) => found[1] ?? '');
  return [...inText, ...inIndex].filter((link) => !existsSync(path.join(folder, decodeURIComponent(link))));
}

function write(folder: string, file: string, text: string): void {
  const broken = brokenLinks(folder, text);
  if (broken.length > 0) throw new Error(`${file}: nothing is at ${broken.join(', ')}`);
  writeFileSync(path.join(folder, file), text);
}

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&(?:#39|apos);/g, "'")
    .replaceAll('&amp;', '&');

/** The page of each guide by its title, read from the pages themselves. */
function guidePages(site: string): Map<string, string> {
  return new Map(
    globSync('documents/*.html', { cwd: site }).map((file) => {
      const title = /<title>([^<]*)<\/title>/.exec(readFileSync(path.join(site, file), 'utf8'))?.[1] ?? '';
      return [decoded(title.slice(0, Math.max(0, title.lastIndexOf(' | ')))), file];
    }),
  );
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`${what} has no page`);
  return value;
}

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

async function main(folder: string, inPackage: boolean): Promise<void> {
  const manifest = JSON.parse(read('package.json')) as { name: string; version: string; description: string };
  const api = readApi(projectRoot);
  const key = keyFunctions(read('README.md'), api.names);
  if (inPackage) {
    const output = new Map(entries.map((entry) => [entry.specifier, `${entry.output}.d.ts`]));
    const entry = (specifier: string): string => found(output.get(specifier), specifier);
    const text = llmsText(manifest.description, api, key, [], {
      metrics: false,
      entry,
      name: (one) => entry(one.import),
    });
    write(folder, 'llms.txt', text);
    console.log(`llms.txt: ${String(key.length)} functions, ${String(text.length)} characters`);
    return;
  }
  const pages = new Set(globSync('**/*.html', { cwd: folder }));
  const documents = guidePages(folder);
  const config = (await import(pathToFileURL(path.join(projectRoot, 'typedoc.config.mjs')).href)) as {
    default: { projectDocuments: readonly string[] };
  };
  const guides = config.default.projectDocuments
    .filter((file) => file.startsWith('docs/guides/'))
    .map((file) => readGuide(read(file)));
  const urls = new Map(api.names.map((one) => [one, found(pageOf(one, pages), `${one.import}: ${one.name}`)]));
  const index = {
    package: manifest.name,
    version: manifest.version,
    entries: api.entries.map((entry) => ({ ...entry, url: `modules/${pagePart(entry.import)}.html` })),
    names: api.names.map((one) => ({ ...one, url: urls.get(one) })),
  };
  // One name a line, so that it can be searched line by line.
  const head = JSON.stringify({ ...index, names: [] }).slice(0, -2);
  const lines = index.names.map((one) => JSON.stringify(one)).join(',\n');
  write(folder, 'api.json', `${head}\n${lines}\n]}\n`);
  write(
    folder,
    'llms.txt',
    llmsText(manifest.description, api, key, guides, {
      metrics: true,
      entry: (specifier) => `modules/${pagePart(specifier)}.html`,
      name: (one) => found(urls.get(one), one.name),
      guide: ({ title }: Guide) => found(documents.get(title), `the guide "${title}"`),
      index: 'api.json',
    }),
  );
  console.log(`api.json and llms.txt: ${String(api.names.length)} names, ${String(guides.length)} guides`);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder = 'site', ...flags] = process.argv.slice(2);
  await main(path.resolve(folder), flags.includes('--package'));
}
