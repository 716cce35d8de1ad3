import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../../..');
const survey = path.join(root, '../shared/data/sfo2018_survey.csv');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cx-scoring-demo-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function demo(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const line = [tsx, '--tsconfig', 'tsconfig.test.json', 'examples/demo.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the demonstration', () => {
  it('speaks French, and writes the review where it is told to', () => {
    const page = path.join(folder, 'own', 'bilan.html');
    const { status, stdout, stderr } = demo('--locale', 'fr', '--review', page);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Nordhaven Thermal, la voix des clients, 2026-Q3\n/);
    expect(stdout).toContain('2026-Q3 face à 2026-Q2\u202f: aucune preuve d’un écart');
    expect(stdout).toContain('Clôture de 2026-Q3\u202f: ce qui est récompensé\n');
    expect(stdout.endsWith(`Le bilan trimestriel, en une page à ouvrir dans un navigateur\u202f: ${page}\n`)).toBe(
      true,
    );
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>\n<html lang="fr"/i);
  });

  it('says how it is used', () => {
    const { status, stdout } = demo('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage:\n {2}npm run demo /);
  });

  it('scores a file', () => {
    const file = path.join(folder, 'answers.csv');
    writeFileSync(file, 'm,q\na,10\na,9\na,8\na,6\nb,0\n');
    const { status, stdout, stderr } = demo('--file', file, '--score', 'q', '--where', 'm=a');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(`${file}: 4 of the 5 rows read are used`);
    expect(stdout).toContain('Net Promoter Score: +25.0 (95% interval');
  });

  it.each([
    ['a wrong option', ['--bogus'], /^Unknown option '--bogus'/],
    ['a file that is not there', ['--file', 'none.csv', '--score', 'q'], /^none\.csv: there is no such file\n$/],
  ])('ends with status 1 and a line without a stack on %s', (_, args, message) => {
    const { status, stdout, stderr } = demo(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  // The survey of San Francisco's airport is not part of the project.
  describe.skipIf(!existsSync(survey))(
    'on the airport survey in ../shared/data (skipped where that folder is missing)',
    () => {
      it.each([
        ['+31.0', []],
        ['+35.1', ['--weight', 'weight']],
      ])('gives %s', (value, weight) => {
        const { status, stdout } = demo('--file', survey, '--score', 'nps', ...weight);
        expect(status).toBe(0);
        expect(stdout).toContain(': 2,809 rows read\n');
        expect(stdout).toContain(`Net Promoter Score: ${value} (`);
        expect(stdout).toContain('2,650 answers');
        expect(stdout).toContain('Left out: 159 missing answers\n');
      });
    },
  );
});
