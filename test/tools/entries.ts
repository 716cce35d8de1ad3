import { readFileSync } from 'node:fs';

/** One public entry point of the package: its import path and the source file behind it. */
export interface Entry {
  /** What a user writes: `cx-scoring` or `cx-scoring/metrics`. */
  readonly specifier: string;
  /** The room's folder name, or `index` for the root. */
  readonly name: string;
  /** Path of the built file inside `dist`, without its extension. */
  readonly output: string;
  /** Path of the source file from the project's root. */
  readonly source: string;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  name: string;
  exports: Record<string, unknown>;
};

/** Every entry point that is code, read from `exports` in package.json: the one list that the build, the tests and the docs share. */
export const entries: readonly Entry[] = Object.keys(manifest.exports)
  .filter((key) => !key.endsWith('.json'))
  .map((key) => {
    const room = key.slice(2);
    return room === ''
      ? { specifier: manifest.name, name: 'index', output: 'index', source: 'src/index.ts' }
      : { specifier: `${manifest.name}/${room}`, name: room, output: `${room}/index`, source: `src/${room}/index.ts` };
  });
