import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesBetween, reportsOf, type Door } from '../tools/apiReport.js';

const SHARED = `
/** A cap. */
interface Cap {
  /** The most. */
  readonly limit: number;
  /** Of what. */
  readonly unit?: string;
}
/** Adds. */
declare function add(a: number, b: number): Cap;
export { type Cap as C, add as a };
`;
const ROOM = `
import { C as Cap } from '../shared-Ab12.js';
export { C as Cap, a as add } from '../shared-Ab12.js';
/** Takes away. */
declare const less: (cap: Cap) => Cap;
export { less };
`;

describe('the report of the public interface', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'cx-scoring-report-'));
  const door = (name: string, file: string): Door => {
    return { specifier: `sample${name === 'index' ? '' : `/${name}`}`, name, declarations: path.join(root, file) };
  };
  const front = door('index', 'index.d.ts');
  const room = door('room', 'room/index.d.ts');
  const write = (shared: string, index = "export { a as add } from './shared-Ab12.js';\n"): void => {
    writeFileSync(path.join(root, 'shared-Ab12.d.ts'), shared);
    writeFileSync(path.join(root, 'index.d.ts'), index);
  };
  let reports = new Map<string, string>();

  beforeAll(() => {
    mkdirSync(path.join(root, 'room'));
    writeFileSync(path.join(root, 'package.json'), '{ "name": "sample", "type": "module" }\n');
    writeFileSync(path.join(root, 'room/index.d.ts'), ROOM);
    write(SHARED);
    reports = reportsOf(root, [room], front);
  }, 60_000);

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('tells of each room in full, whatever file shares its parts', () => {
    expect(reports.get('room.api.md')).toBe(
      [
        '# What `sample/room` exports',
        '',
        '> Written by `npm run api -- --update`: change the source, not this page.',
        '',
        '```ts',
        '// @public',
        'export function add(a: number, b: number): Cap;',
        '',
        '// @public',
        'export interface Cap {',
        '    readonly limit: number;',
        '    readonly unit?: string;',
        '}',
        '',
        '// @public',
        'export const less: (cap: Cap) => Cap;',
        '```',
        '',
      ].join('\n'),
    );
  });

  it('tells of the front door where each name comes from', () => {
    expect(reports.get('index.api.md')).toContain("```ts\nexport { add } from 'sample/room';\n```");
    expect([...reports.keys()]).toEqual(['index.api.md', 'room.api.md']);
  });

  it('sees a changed signature', () => {
    write(SHARED.replace('b: number', 'b?: number'));
    const changed = reportsOf(root, [room], front);
    expect(changesBetween(reports.get('room.api.md') ?? '', changed.get('room.api.md') ?? '')).toEqual([
      '- export function add(a: number, b: number): Cap;',
      '+ export function add(a: number, b?: number): Cap;',
    ]);
    expect(changed.get('index.api.md')).toBe(reports.get('index.api.md'));
  }, 60_000);

  it('sees a changed property, a name that went and one that came', () => {
    write(SHARED.replace('readonly limit: number', 'readonly limit: number | null'));
    writeFileSync(path.join(root, 'room/index.d.ts'), ROOM.replaceAll('less', 'fewer'));
    const changed = reportsOf(root, [room], front);
    writeFileSync(path.join(root, 'room/index.d.ts'), ROOM);
    expect(changesBetween(reports.get('room.api.md') ?? '', changed.get('room.api.md') ?? '')).toEqual([
      '  export interface Cap {',
      '-     readonly limit: number;',
      '+     readonly limit: number | null;',
      '- export const less: (cap: Cap) => Cap;',
      '+ export const fewer: (cap: Cap) => Cap;',
    ]);
  }, 60_000);

  it('refuses a front door with a name that no room has', () => {
    write(SHARED, 'export declare function alone(): void;\n');
    expect(() => reportsOf(root, [room], front)).toThrow('sample exports alone, which no room exports');
  }, 60_000);
});

describe('the changes between two reports', () => {
  const page = (code: string): string => `# Title\n\n\`\`\`ts\n${code}\n\`\`\`\n`;

  it('are none between equal reports', () => {
    expect(changesBetween(page('export const a: 1;'), page('export const a: 1;'))).toEqual([]);
  });

  it('name an export of the front door', () => {
    expect(
      changesBetween(page("export { a } from 'x';"), page("export { a } from 'x';\nexport { b } from 'x';")),
    ).toEqual(["+ export { b } from 'x';"]);
  });

  it('name an order that changed, and a frame that changed', () => {
    const [one, other] = [
      'export interface A {\n    b: 1;\n    c: 2;\n}',
      'export interface A {\n    c: 2;\n    b: 1;\n}',
    ];
    expect(changesBetween(page(one), page(other))).toEqual(['  A: the same lines in another order']);
    expect(changesBetween(page(one), page(one).replace('Title', 'Other'))).toEqual([
      '  what surrounds the declarations differs',
    ]);
  });
});
