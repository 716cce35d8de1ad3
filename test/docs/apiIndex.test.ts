import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenLinks, pageOf } from '../tools/apiIndex.js';
import { firstSentence, plainWords, readApi, type ApiName } from '../tools/apiIndexNames.js';
import { keyFunctions, llmsText, readGuide } from '../tools/apiIndexText.js';
import { projectRoot } from '../tools/docBlocks.js';
import { entries } from '../tools/entries.js';
import { readPublicNames } from '../tools/publicApi.js';

const api = readApi(projectRoot);
const find = (name: string): ApiName | undefined => api.names.find((one) => one.name === name);
const functions = api.names.filter(({ kind }) => kind === 'function');

describe('the index of every name', () => {
  it('holds each name of each entry point, and nothing else', () => {
    const listed = api.names.flatMap(({ name, entries: from }) => from.map((entry) => `${entry} ${name}`));
    const exported = readPublicNames(projectRoot).map(({ entry, name }) => `${entry.specifier} ${name}`);
    expect(listed.sort()).toEqual(exported.sort());
  });

  it('tells what is a function as the other tests of the interface see it', () => {
    const callable = readPublicNames(projectRoot).filter(({ isFunction }) => isFunction);
    expect([...new Set(functions.map(({ name }) => name))].sort()).toEqual(
      [...new Set(callable.map(({ name }) => name))].sort(),
    );
  });

  it('says of each name what it is', () => {
    expect(api.names.filter(({ summary }) => summary === '').map(({ name }) => name)).toEqual([]);
    expect(api.names.filter(({ signatures }) => signatures.length === 0).map(({ name }) => name)).toEqual([]);
    expect(api.entries.map((entry) => entry.import)).toEqual(entries.map(({ specifier }) => specifier));
    expect(api.entries.filter(({ summary, names }) => summary === '' || names === 0)).toEqual([]);
  });

  it('describes each parameter and each property', () => {
    const parts = api.names.flatMap(({ name, parameters = [], properties = [] }) =>
      [...parameters, ...properties].map((part) => ({ ...part, owner: name })),
    );
    expect(parts.length).toBeGreaterThan(1000);
    expect(parts.filter(({ description, type }) => description === '' || type === '')).toEqual([]);
  });

  it('names codes of errors that exist', () => {
    const known = find('CxErrorCode')?.signatures.join() ?? '';
    const named = [...new Set(functions.flatMap(({ errors }) => errors ?? []))];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((code) => !known.includes(`'${code}'`))).toEqual([]);
  });

  it('shows a function as it is called', () => {
    expect(find('computeNps')).toMatchObject({
      kind: 'function',
      import: 'cx-scoring',
      entries: ['cx-scoring', 'cx-scoring/metrics'],
      signatures: [
        "function computeNps<Row = never>(input: ScoreInput<Row, NpsCounts>, ...options: ScoreArguments<Row, NpsOptions>): NpsResult<'nps'>",
      ],
      parameters: [
        { name: 'input', type: 'ScoreInput<Row, NpsCounts>', optional: false },
        { name: 'options', type: 'ScoreArguments<Row, NpsOptions>', optional: true },
      ],
      since: '0.1.0',
    });
    expect(find('computeNps')?.errors).toContain('CX_OFF_SCALE');
    expect(find('normalQuantile')?.import).toBe('cx-scoring/statistics');
  });

  it('counts the errors of a function that another refers to', () => {
    expect(find('compareRollUps')?.errors).toEqual(find('computeAccountNps')?.errors);
    expect(find('computeAccountNps')?.errors).not.toEqual([]);
  });

  it('shows a record with its own properties', () => {
    expect(find('Cap')).toMatchObject({ kind: 'interface', signatures: ['interface Cap'] });
    expect(find('Cap')?.properties).toContainEqual({
      name: 'scope',
      type: 'CapScope',
      optional: false,
      description: 'Whose grants are counted together.',
    });
  });
});

describe('the words of the index', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['From 0.5 up, e.g. here. Two.', 'From 0.5 up, e.g. here.'],
    ['See {@link cx-scoring/core!a | this}. Then', 'See this.'],
    ['See {@link cx-scoring!b}\nand so on.\n\nMore.', 'See b and so on.'],
    ['No end', 'No end'],
    ['Ends `so.` And more.', 'Ends `so.` And more.'],
  ])('cut %j after its first sentence', (text, expected) => {
    expect(firstSentence(text)).toBe(expected);
  });

  it('have no links', () => {
    expect(plainWords('a {@link b} {@linkcode c | the c}')).toBe('a b the c');
  });

  it.each([
    [
      '---\ntitle: A guide\n---\n\n# A guide\n\nFirst *thing*. Second.\n\n## One\n\n## Two\n',
      'First thing. (One; Two)',
    ],
    ['---\ntitle: A guide\n---\n\n# A guide\n\n## One\n', '(One)'],
    ['---\ntitle: A guide\ndescription: In short.\n---\n\n# A guide\n\nFirst.\n', 'In short.'],
    ['# A guide\n\n<!-- no words -->\n\nSee [there](a.md). More.\n', 'See there.'],
  ])('tell of the guide %j', (markdown, note) => {
    expect(readGuide(markdown)).toEqual({ title: 'A guide', note, language: 'en' });
  });

  it('know the language of a guide', () => {
    expect(readGuide('---\ntitle: Un guide\nlang: fr\n---\n\nOui.\n').language).toBe('fr');
  });
});

describe('the index for language models', () => {
  const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');
  const key = keyFunctions(readme, api.names);
  const places = { entry: (name: string) => `e/${name}`, name: (one: ApiName) => `n/${one.name}` };
  const guides = [readGuide('# Here\n\nSay.\n'), readGuide('---\ntitle: Là\nlang: fr\n---\n\nDire.\n')];
  const long = { ...places, metrics: true, index: 'api.json', guide: ({ title }: { title: string }) => `g/${title}` };

  it('begins with the name, the summary and the rules, and goes on with lists of links', () => {
    const text = llmsText('What it does.', api, key, guides, long);
    expect(text.startsWith('# cx-scoring\n\n> What it does.\n\n- ')).toBe(true);
    expect([...text.matchAll(/^## (.+)$/gm)].map((found) => found[1])).toEqual([
      'Guides',
      'Entry points',
      'Key functions',
      'Index of every name',
      'Optional',
    ]);
    const lists = text.slice(text.indexOf('## ')).split('\n');
    expect(lists.filter((line) => line !== '' && !/^(?:## .+|- \[[^\]]+\]\([^)]+\): .+)$/.test(line))).toEqual([]);
    expect(text).toContain('\n- [Here](g/Here): Say.\n\n## Entry points\n');
    expect(text).toContain('\n## Optional\n\n- [Là](g/Là): Dire.\n- [compute');
  });

  it('teaches the functions that the README begins with', () => {
    expect(key.slice(0, 2).map(({ name }) => name)).toEqual(['computeNps', 'formatResult']);
    expect(llmsText('', api, key, [], { ...places, metrics: false })).toContain(
      '\n- [formatResult](n/formatResult): `formatResult(result: MetricResult, ',
    );
  });

  it('says which entry points the front door leaves out', () => {
    const text = llmsText('', api, key, [], { ...places, metrics: false });
    expect(text).toMatch(
      /^- Import from `cx-scoring` .*`cx-scoring\/statistics`.* are reached by their own path only\.$/m,
    );
    expect(text).not.toContain('## Optional');
  });

  it('stays small enough to be read in one go', () => {
    expect(llmsText('', api, key, [], { ...places, metrics: false }).length).toBeLessThan(16_000);
  });
});

describe('the links of the index', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cx-scoring-index-'));
  mkdirSync(path.join(folder, 'documents'));
  writeFileSync(path.join(folder, 'documents/A.html'), '');

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are followed in text and in data', () => {
    const text = '- [A](documents/A.html): a\n- [B](documents/B.html): b\n{"url":"documents/A.html"},{"url":"C.html"}';
    expect(brokenLinks(folder, text)).toEqual(['documents/B.html', 'C.html']);
  });

  it('lead to the page of the first entry point that has one', () => {
    const nps = find('computeNps');
    const room = 'functions/cx-scoring_metrics.computeNps.html';
    expect(nps && pageOf(nps, new Set([room]))).toBe(room);
    expect(nps && pageOf(nps, new Set([room, 'functions/cx-scoring.computeNps.html']))).toBe(
      'functions/cx-scoring.computeNps.html',
    );
    expect(nps && pageOf(nps, new Set(['functions/cx-scoring.computeCsat.html']))).toBeUndefined();
  });
});
