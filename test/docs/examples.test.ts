import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { count } from 'virtual:doc-examples';
import { blocksOf, collectBlocks, isNotRun, isTypeScript, projectRoot, quotedFile } from '../tools/docBlocks.js';
import { withAssertions } from '../tools/docAssertions.js';

// The import above adds one test for each block of the documentation that runs.

describe('the blocks of the documentation', () => {
  const blocks = collectBlocks();

  it('are found', () => {
    expect(count).toBe(blocks.filter((block) => isTypeScript(block) && !isNotRun(block)).length);
    expect(count).toBeGreaterThan(0);
  });

  it('are TypeScript where they are code of this library, since JavaScript would be neither run nor type-checked', () => {
    const untested = blocks.filter(({ language }) => /^(?:js|javascript|mjs|cjs|jsx|tsx|mts|cts)$/.test(language));
    expect(untested.map(({ file, line }) => `${file}:${String(line)}`)).toEqual([]);
  });

  it('quote word for word where they quote a file', () => {
    const wrong = blocks.filter((block) => {
      const file = quotedFile(block);
      return file !== undefined && !readFileSync(path.join(projectRoot, file), 'utf8').includes(block.code);
    });
    expect(wrong.map(({ file, line }) => `${file}:${String(line)}`)).toEqual([]);
  });

  it('quote projects of their own only, since everything else can run here', () => {
    const quoted = blocks.flatMap((block) => quotedFile(block) ?? []);
    expect(quoted.filter((file) => !file.startsWith('examples/recipes/'))).toEqual([]);
  });

  it('carry no check where they are not run', () => {
    const idle = blocks.filter(
      (block) => (isNotRun(block) || quotedFile(block) !== undefined) && /\/\/ (?:=>|~>|throws\b)/.test(block.code),
    );
    expect(idle.map(({ file, line }) => `${file}:${String(line)}`)).toEqual([]);
  });
});

describe('blocksOf', () => {
  it('reads Markdown with the line of the first line of code', () => {
    expect(blocksOf('a.md', 'x\n\n```ts no-run\nf();\ng();\n```\n')).toEqual([
      { file: 'a.md', line: 4, language: 'ts', info: 'no-run', code: 'f();\ng();' },
    ]);
  });

  it('leaves a fence inside a longer fence alone', () => {
    expect(blocksOf('a.md', '````md\n```ts\nf();\n```\n````').map(({ language }) => language)).toEqual(['md']);
  });

  it('takes the indentation of a list away', () => {
    expect(blocksOf('a.md', '- x\n\n  ```ts\n  if (a) {\n    f();\n  }\n  ```')[0]?.code).toBe('if (a) {\n  f();\n}');
  });

  it('reads the documentation comments of TypeScript only', () => {
    const text =
      'const a = 1;\n/**\n * Text.\n * @example\n * ```ts\n * f( {\n *   b });\n * ```\n */\n/*\n```ts\ng();\n```\n*/';
    expect(blocksOf('a.ts', text)).toEqual([
      { file: 'a.ts', line: 6, language: 'ts', info: '', code: 'f( {\n  b });' },
    ]);
  });

  it('refuses a fence that is never closed', () => {
    expect(() => blocksOf('a.md', '```ts\nf();')).toThrow('a.md:1: this code fence is never closed');
  });
});

describe('withAssertions', () => {
  it.each([
    ['f(1); // => null', '__expect(f(1)).toEqual(null); // => null'],
    ['f(1) // => [1, 2]', '__expect(f(1)).toEqual([1, 2]); // => [1, 2]'],
    ["f('// => 1'); // => 2", "__expect(f('// => 1')).toEqual(2); // => 2"],
    ['console.log(f(1)); // => 3', '__expect(f(1)).toEqual(3); // => 3'],
    ['const a = f(1); // => 4', 'const a = f(1); __expect(a).toEqual(4); // => 4'],
    ['const a = f(1) // => 4', 'const a = f(1); __expect(a).toEqual(4); // => 4'],
    ['f({\n  a,\n}); // => 5', '__expect(f({\n  a,\n})).toEqual(5); // => 5'],
    ['f(1); // ~> 1.96', '__expect(f(1)).toEqual((__expect.closeTo(1.96, 2))); // ~> 1.96'],
    ['f(1); // ~> -2e-7', '__expect(f(1)).toEqual((__expect.closeTo(-2e-7, 7))); // ~> -2e-7'],
    [
      'f(1); // ~> { a: 1.5, b: [2, null] }',
      '__expect(f(1)).toEqual(({ a: __expect.closeTo(1.5, 1), b: [__expect.closeTo(2, 0), null] })); // ~> { a: 1.5, b: [2, null] }',
    ],
    ['f(1); // throws /no/', 'await __expect((async () => { f(1); })()).rejects.toThrow(/no/); // throws /no/'],
    [
      'f(1); // throws CX_RANGE',
      "await __expect((async () => { f(1); })()).rejects.toMatchObject({ code: 'CX_RANGE' }); // throws CX_RANGE",
    ],
    ['for (const a of b) {\n  f(a); // => 6\n}', 'for (const a of b) {\n  __expect(f(a)).toEqual(6); // => 6\n}'],
    ['f(1); // as a comment', 'f(1); // as a comment'],
  ])('turns %j into checks', (code, expected) => {
    expect(withAssertions(code)).toBe(expected);
  });

  it.each([
    ['// => 1\nf();', 'no statement ends before "// => 1"'],
    ['f(\n  a, // => 1\n);', 'no statement ends before "// => 1"'],
    ['const { a } = f(); // => 1', 'must follow an expression'],
    ['console.log(a, b); // => 1', 'must follow an expression'],
    ['f(); // =>', 'needs a value'],
    ["f(); // ~> 'text'", 'names no number'],
    ['f(); // throws it', 'must be followed by'],
  ])('refuses %j', (code, message) => {
    expect(() => withAssertions(code)).toThrow(message);
  });
});
