import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

/** The project's folder, with a slash at its end. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/** Every place whose code blocks are promises to the reader. */
const DOCUMENTED: readonly string[] = ['README.md', 'CHANGELOG.md', 'docs/**/*.md', 'src/**/*.ts'];

/** One fenced block of code in Markdown or in a documentation comment. */
export interface Block {
  /** Path of the file, from the project's root. */
  readonly file: string;
  /** Line of the first line of code in that file, from 1. */
  readonly line: number;
  /** Language of the fence, in lower case: `ts`, `sh`, or empty. */
  readonly language: string;
  /** What follows the language on the fence, such as `no-run`. */
  readonly info: string;
  /** The code, without the comment's stars and the fence's indentation. */
  readonly code: string;
}

/** The file that a block quotes word for word, as in `ts from examples/a.ts`: it is checked where it stands. */
export function quotedFile(block: Block): string | undefined {
  return /^from (\S+)$/.exec(block.info)?.[1];
}

/** True for a block of TypeScript: it is type-checked and, unless marked `no-run`, run. A quotation is neither. */
export function isTypeScript(block: Block): boolean {
  return (block.language === 'ts' || block.language === 'typescript') && quotedFile(block) === undefined;
}

/** True for a block that is only type-checked. */
export function isNotRun(block: Block): boolean {
  return /\bno-run\b/.test(block.info);
}

const OPENING = /^(\s*)(`{3,}|~{3,})\s*([^\s`]*)(.*)$/;

function fencedBlocks(file: string, lines: readonly string[], firstLine: number): Block[] {
  const blocks: Block[] = [];
  let open: { indent: string; fence: string; language: string; info: string; line: number; code: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    if (open === undefined) {
      const [, indent, fence, language, info] = OPENING.exec(line) ?? [];
      if (indent === undefined || fence === undefined) continue;
      open = {
        indent,
        fence,
        language: (language ?? '').toLowerCase(),
        info: (info ?? '').trim(),
        line: firstLine + index + 1,
        code: [],
      };
      continue;
    }
    const text = line.trim();
    if (text.startsWith(open.fence) && text === open.fence.charAt(0).repeat(text.length)) {
      const { language, info, line: at, code } = open;
      blocks.push({ file, line: at, language, info, code: code.join('\n') });
      open = undefined;
      continue;
    }
    open.code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trimStart());
  }
  if (open !== undefined) throw new Error(`${file}:${String(open.line - 1)}: this code fence is never closed`);
  return blocks;
}

/** The fenced blocks of a file: of the whole text of Markdown, of the documentation comments of TypeScript. */
export function blocksOf(file: string, text: string): Block[] {
  if (file.endsWith('.md')) return fencedBlocks(file, text.split('\n'), 1);
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const before = text.slice(0, comment.index).split('\n').length;
    const lines = comment[0].split('\n').map((line) => line.replace(/^\s*\/?\*+(?:\/$| ?)/, ''));
    return fencedBlocks(file, lines, before);
  });
}

/** Every fenced block of the README, the changelog, the documentation and the comments of the source, in a fixed order. */
export function collectBlocks(root: string = projectRoot): Block[] {
  return globSync([...DOCUMENTED], { cwd: root })
    .sort()
    .flatMap((file) => blocksOf(file, readFileSync(path.join(root, file), 'utf8')));
}

/**
 * A block as a module of its own, padded so that its lines have the numbers they have in the documentation.
 * `first` is put on line one.
 */
export function moduleOf(block: Block, code: string = block.code, first = ''): string {
  return `${first}${'\n'.repeat(block.line - 1)}${code}\nexport {};\n`;
}
