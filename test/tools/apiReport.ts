// Holds the public interface against the reports under test/api, one for each entry point, as API Extractor writes them:
// `npm run api` fails where they differ and says how; `npm run api -- --update` keeps what the package offers now.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompilerState, Extractor, ExtractorConfig, type ExtractorMessage } from '@microsoft/api-extractor';
import { globSync } from 'tinyglobby';
import type ts from 'typescript';
import { ensureBuilt } from './build.js';
import { projectRoot } from './docBlocks.js';
import { entries } from './entries.js';

/** Folder of the reports, from the project's root. */
export const REPORT_FOLDER = 'test/api';

/** One entry point whose declarations are reported. */
export interface Door {
  /** What a user imports. */
  readonly specifier: string;
  /** Name of the report's file, before `.api.md`. */
  readonly name: string;
  /** Path of its declarations. */
  readonly declarations: string;
}

const COMPILER_OPTIONS = {
  target: 'es2022',
  lib: ['es2022'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  types: [],
  strict: true,
  // What ships is checked by the tests of the package, as a user's compiler reads it.
  skipLibCheck: true,
};

function configOf(root: string, door: Door, doors: readonly Door[], folder: string): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: path.join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: door.declarations,
      compiler: {
        overrideTsconfig: {
          compilerOptions: COMPILER_OPTIONS,
          files: doors.map(({ declarations }) => declarations),
        },
      },
      apiReport: {
        enabled: true,
        reportFolder: folder,
        reportTempFolder: path.join(folder, 'new'),
        reportFileName: `${door.name}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      // TypeDoc and the linter judge comments and names that are used without being exported. A type of another room
      // is exported by that room's door, which has a report of its own.
      messages: { extractorMessageReporting: { default: { logLevel: 'none' as ExtractorMessage['logLevel'] } } },
    },
  });
}

const page = (specifier: string, code: string): string =>
  [
    `# What \`${specifier}\` exports`,
    '> Written by `npm run api -- --update`: change the source, not this page.',
    `\`\`\`ts\n${code.trim()}\n\`\`\`\n`,
  ].join('\n\n');

/** The front door tells of names that the rooms tell in full: of each, the room it comes from. */
function frontDoor(program: ts.Program, front: Door, rooms: readonly Door[]): string {
  const checker = program.getTypeChecker();
  const exportsOf = ({ declarations }: Door): [string, ts.Symbol][] => {
    const source = program.getSourceFile(declarations);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${declarations} exports nothing`);
    return checker.getExportsOfModule(module).map((symbol) => {
      // The compiler of API Extractor is not ours; this flag has the same value in both.
      const alias = 2097152;
      return [symbol.name, symbol.flags & alias ? checker.getAliasedSymbol(symbol) : symbol];
    });
  };
  const homes = new Map<string, { specifier: string; symbol: ts.Symbol }>();
  for (const room of rooms) {
    for (const [name, symbol] of exportsOf(room)) {
      if (!homes.has(name)) homes.set(name, { specifier: room.specifier, symbol });
    }
  }
  const lines = exportsOf(front).map(([name, symbol]) => {
    const home = homes.get(name);
    if (home?.symbol !== symbol) throw new Error(`${front.specifier} exports ${name}, which no room exports`);
    return `export { ${name} } from '${home.specifier}';`;
  });
  return page(front.specifier, lines.sort().join('\n'));
}

/** The report of each entry point by the name of its file; `front` is told by the rooms its names come from. */
export function reportsOf(root: string, doors: readonly Door[], front?: Door): Map<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cx-scoring-api-'));
  const reports = new Map<string, string>();
  const mistakes: string[] = [];
  try {
    mkdirSync(path.join(folder, 'new'));
    const all = front === undefined ? doors : [front, ...doors];
    const configs = doors.map((door) => ({ door, config: configOf(root, door, all, folder) }));
    const [first] = configs;
    if (first === undefined) return reports;
    const compilerState = CompilerState.create(first.config, {
      additionalEntryPoints: all.map(({ declarations }) => declarations),
    });
    if (front !== undefined) {
      reports.set(`${front.name}.api.md`, frontDoor(compilerState.program as ts.Program, front, doors));
    }
    for (const { door, config } of configs) {
      Extractor.invoke(config, {
        compilerState,
        localBuild: true,
        messageCallback: (message) => {
          message.handled = true;
          if (message.messageId.startsWith('TS')) mistakes.push(message.formatMessageWithLocation(root));
        },
      });
      const text = readFileSync(path.join(folder, `${door.name}.api.md`), 'utf8');
      const code = text.slice(text.indexOf('```ts') + 5, text.lastIndexOf('```'));
      reports.set(
        `${door.name}.api.md`,
        page(door.specifier, code.replace('// (No @packageDocumentation comment for this package)', '')),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return reports;
}

/** The lines of each declaration, or import, by what it declares. */
function declarationsOf(report: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const block of report.slice(report.indexOf('```ts') + 5, report.lastIndexOf('```')).split(/\n{2,}/)) {
    const lines = block.split('\n').filter((line) => line !== '' && line !== '// @public');
    for (const [index, line] of lines.entries()) {
      const own = /^(?:export |declare )+(?:function|const|interface|type|class) ([\w$]+)/.exec(line)?.[1];
      const from = /^(?:import|export \{).*/.exec(line)?.[0];
      const key = own ?? from ?? (index === 0 ? line : undefined);
      if (key !== undefined) found.set(key, [...(found.get(key) ?? []), ...(from === undefined ? lines : [line])]);
      if (key !== undefined && from === undefined) break;
    }
  }
  return found;
}

/** What differs between two reports, declaration by declaration: lines that went after `-`, lines that came after `+`. */
export function changesBetween(before: string, after: string): string[] {
  const [old, current] = [declarationsOf(before), declarationsOf(after)];
  const changes = [...new Set([...old.keys(), ...current.keys()])].flatMap((key) => {
    const [gone, come] = [old.get(key) ?? [], current.get(key) ?? []];
    if (gone.join('\n') === come.join('\n')) return [];
    const lost = gone.filter((line) => !come.includes(line)).map((line) => `- ${line}`);
    const won = come.filter((line) => !gone.includes(line)).map((line) => `+ ${line}`);
    const [head] = come;
    const kept = head !== undefined && gone.includes(head) && come.length > 1 ? [`  ${head}`] : [];
    if (lost.length + won.length === 0) return [`  ${key}: the same lines in another order`];
    return [...kept, ...lost, ...won];
  });
  return changes.length > 0 || before === after ? changes : ['  what surrounds the declarations differs'];
}

function main(update: boolean): void {
  ensureBuilt(projectRoot);
  const doors = entries.map(({ specifier, name, output }) => {
    return { specifier, name, declarations: path.join(projectRoot, 'dist', `${output}.d.ts`) };
  });
  const reports = reportsOf(
    projectRoot,
    doors.filter(({ name }) => name !== 'index'),
    doors.find(({ name }) => name === 'index'),
  );
  const folder = path.join(projectRoot, REPORT_FOLDER);
  const left = globSync('*.api.md', { cwd: folder }).filter((file) => !reports.has(file));
  if (update) {
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of reports) writeFileSync(path.join(folder, file), text);
    for (const file of left) rmSync(path.join(folder, file));
    console.log(`${String(reports.size)} reports of the public interface written to ${REPORT_FOLDER}`);
    return;
  }
  const changed = [...reports].flatMap(([file, text]) => {
    const kept = path.join(folder, file);
    if (!existsSync(kept)) return [`${REPORT_FOLDER}/${file} is missing`];
    const changes = changesBetween(readFileSync(kept, 'utf8').replaceAll('\r\n', '\n'), text);
    return changes.length === 0 ? [] : [`${REPORT_FOLDER}/${file}`, ...changes.map((line) => `  ${line}`)];
  });
  changed.push(...left.map((file) => `${REPORT_FOLDER}/${file} tells of an entry point that is gone`));
  if (changed.length === 0) {
    console.log(`${String(reports.size)} reports of the public interface agree with the package`);
    return;
  }
  console.error(`The public interface differs from its reports:\n\n${changed.join('\n')}\n`);
  console.error('If that is meant: npm run api -- --update, and tell the user of it: npm run changeset');
  process.exitCode = 1;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.includes('--update'));
}
