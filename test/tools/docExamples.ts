import path from 'node:path';
import type { Plugin } from 'vite';
import { collectBlocks, isNotRun, isTypeScript, moduleOf, type Block } from './docBlocks.js';

const LIST = 'virtual:doc-examples';

/**
 * A Vite plugin whose module `virtual:doc-examples` holds one test for each TypeScript block of the documentation.
 * The test imports the block as a module, with its checks turned into assertions.
 */
export function docExamples(root: string): Plugin {
  let blocks: Block[] = [];
  // The name ends in `.ts` so that Vite strips the types; it carries the real file so that a failure says where it is.
  const idOf = (index: number): string => `${LIST}/${String(index)}/${blocks[index]?.file ?? ''}.ts`;
  return {
    name: 'doc-examples',
    enforce: 'pre',
    resolveId(id) {
      if (id === LIST) return `\0${LIST}`;
      return id.startsWith(`${LIST}/`) ? path.join(root, '.doc-examples', id.slice(LIST.length + 1)) : null;
    },
    async load(id) {
      if (id === `\0${LIST}`) {
        blocks = collectBlocks(root).filter((block) => isTypeScript(block) && !isNotRun(block));
        const tests = blocks.map(({ file, line }, index) => {
          const name = JSON.stringify(`${file}:${String(line)}`);
          return `test(${name}, async () => { await import(${JSON.stringify(idOf(index))}); });`;
        });
        return [`import { test } from 'vitest';`, `export const count = ${String(blocks.length)};`, ...tests].join(
          '\n',
        );
      }
      const index = /[\\/]\.doc-examples[\\/](\d+)[\\/]/.exec(id)?.[1];
      const block = index === undefined ? undefined : blocks[Number(index)];
      if (block === undefined) return null;
      // Loaded only here, because TypeScript takes half a second that other test runs need not pay.
      const { withAssertions } = await import('./docAssertions.js');
      try {
        return moduleOf(block, withAssertions(block.code), `import { expect as __expect } from 'vitest';`);
      } catch (error) {
        throw new Error(`${block.file}:${String(block.line)}: ${(error as Error).message}`, { cause: error });
      }
    },
  };
}
