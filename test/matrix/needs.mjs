// Which files of tests need what only some runtimes have, read from their imports and those of the helpers they use.
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What starts programs or asks for another realm: Node's own, which Bun and Deno only imitate. */
export const PROGRAMS = /^node:(?:child_process|vm|worker_threads)$/;

/** What does not exist without an operating system. Files are apart: the bundle carries those that tests read. */
export const MACHINE =
  /^(?:node:(?!fs$|path$|url$).*|esbuild|typescript|vite|vitest\/config|tinyglobby|@electric-sql\/pglite)$/;

/** The tests of the demonstration, which reads its answers as a stream from a file. */
const STREAMS = /^test\/unit\/examples\//;

/** The direct and indirect imports from packages and from Node of each file. */
export async function importsOf(files) {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: files,
    outdir: 'unwritten',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    tsconfig: 'tsconfig.test.json',
    logLevel: 'error',
  });
  const reached = (file, seen = new Set(), outside = new Set()) => {
    if (seen.has(file)) return outside;
    seen.add(file);
    for (const { path: target, external } of metafile.inputs[file]?.imports ?? []) {
      if (external) outside.add(target);
      else reached(target, seen, outside);
    }
    return outside;
  };
  return new Map(files.map((file) => [file, [...reached(file)].sort()]));
}

/** The files that import something of a kind, with what that is. */
export function needing(imports, kind) {
  return [...imports].flatMap(([file, outside]) => {
    const needs = outside.filter((name) => kind.test(name));
    if (kind === MACHINE && STREAMS.test(file)) needs.push('a file to read as a stream');
    return needs.length === 0 ? [] : [{ name: file, line: `needs ${needs.join(', ')}` }];
  });
}
