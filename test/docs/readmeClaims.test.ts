import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';

interface Manifest {
  readonly engines: { readonly node: string };
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<
    Record<string, { readonly import?: { readonly types: string }; readonly require?: object }>
  >;
}
const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const claims = read('README.md').split('\n')[2]?.split(' · ') ?? [];
const manifest = JSON.parse(read('package.json')) as Manifest;
const doors = Object.entries(manifest.exports).filter(([key]) => !key.endsWith('.json'));

describe('what the README claims at its head', () => {
  it('is the runtime of the manifest', () => {
    expect(`>=${claims[0]?.replace('Node ≥ ', '') ?? ''}.0`).toBe(manifest.engines.node);
  });
  it('is what each entry point offers', () => {
    expect(claims.slice(2, 4)).toEqual(['ESM and CommonJS', 'types included']);
    for (const [, door] of doors)
      expect([typeof door.import?.types, typeof door.require]).toEqual(['string', 'object']);
  });
  it('is the one dependency', () => {
    expect(claims[4]).toBe('1 runtime dependency (zod, behind `cx-scoring/schemas`)');
    expect(Object.keys(manifest.dependencies)).toEqual(['zod']);
  });
  it('is the licence', () => {
    expect(claims.at(-1)).toBe(manifest.license);
    expect(read('LICENSE')).toContain('MIT License');
  });
});
