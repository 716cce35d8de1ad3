import { blocksOf, isTypeScript } from './docBlocks.js';
import { firstSentence, plainWords, type Api, type ApiName } from './apiIndexNames.js';

/** A guide as an index lists it. */
export interface Guide {
  readonly title: string;
  /** In one line, what it is about. */
  readonly note: string;
  readonly language: string;
}

/** Where the text points to; a guide or a list without a place is left out. */
export interface Places {
  readonly entry: (specifier: string) => string;
  readonly name: (name: ApiName) => string;
  /** Whether every metric is listed. */
  readonly metrics: boolean;
  readonly guide?: (guide: Guide) => string;
  /** The index of all names. */
  readonly index?: string;
}

/** Reads title, language and a line about a guide from its Markdown. */
export function readGuide(markdown: string): Guide {
  const [whole = '', front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(markdown) ?? [];
  const field = (key: string): string | undefined =>
    new RegExp(`^${key}: *(.+)$`, 'm').exec(front)?.[1]?.replace(/^(['"])(.*)\1$/, '$2');
  const body = markdown.slice(whole.length).replaceAll(/<!--[\s\S]*?-->/g, '');
  const title = field('title') ?? /^# (.+)$/m.exec(body)?.[1] ?? '';
  const [opening = ''] = body
    .replace(/^\s*# .+\n/, '')
    .trim()
    .split(/\n\s*\n/);
  const isProse = /^[\p{L}\p{N}"“«{`*[]/u.test(opening);
  const headings = [...body.matchAll(/^## (.+)$/gm)].map((found) => found[1] ?? '');
  const plain = (text: string): string => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/\*+/g, '');
  const covers = headings.length === 0 ? [] : [`(${plain(plainWords(headings.join('; ')))})`];
  const note = [...(isProse ? [firstSentence(plain(opening))] : []), ...covers].join(' ');
  return { title, note: field('description') ?? note, language: field('lang') ?? 'en' };
}

/** The functions that the README's examples import, in its order: what one needs first. */
export function keyFunctions(readme: string, names: readonly ApiName[]): ApiName[] {
  const imported = blocksOf('README.md', readme)
    .filter(isTypeScript)
    .flatMap(({ code }) => [...code.matchAll(/import \{([^}]*)\} from '(cx-scoring[^']*)'/g)])
    .flatMap(([, list = '', from = '']) => list.split(',').map((name) => [name.trim(), from] as const));
  const wanted = imported.flatMap(([name, from]) =>
    names.filter((one) => one.name === name && one.kind === 'function' && one.entries.includes(from)),
  );
  return [...new Set(wanted)];
}

const RULES: readonly string[] = [
  'Everything is a pure function on plain data: no clock, locale, randomness or input/output. Days and seeds are arguments (`asOf`, `seed`).',
  'A result is plain JSON: `value`, `interval`, `sampleSize`, `excluded`, `warnings`, `definition`. `value` is `null` where there is no data: never read that as 0.',
  'Input is plain values (`computeNps([10, 9, 6])`), rows with fields (`computeNps(rows, { score: "q1" })`) or counts (`computeNps({ counts })`). `null` and `undefined` are missing and counted; nothing is coerced.',
  'Shares and rates are 0..1, NPS and net scores are points from -100 to 100, durations name their unit, money is whole minor units with a currency.',
  'Wrong options and answers off the scale throw a `TypeError` or `RangeError` with a `code` that begins with `CX_` (`isCxError`). Results of different definitions are never compared: that throws as well.',
  '`formatResult`, `formatComparison` and `formatWarning` give sentences in English and French (`{ locale: "fr" }`).',
];

const link = (text: string, place: string, note: string): string => `- [${text}](${place}): ${note}`;

/** The index for language models, as https://llmstxt.org asks for it: title, summary, rules, and lists of links with notes. */
export function llmsText(
  summary: string,
  api: Api,
  key: readonly ApiName[],
  guides: readonly Guide[],
  places: Places,
): string {
  const [front, ...rooms] = api.entries;
  const behind = rooms.filter(({ import: room }) => {
    return !api.names.some(({ entries: from }) => from.includes(front?.import ?? '') && from.includes(room));
  });
  const alone = behind.map((room) => `\`${room.import}\``).join(', ');
  const { guide: placeOf } = places;
  const guideLines = (language: boolean): string[] =>
    placeOf === undefined
      ? []
      : guides
          .filter((guide) => (guide.language === 'en') === language)
          .map((guide) => link(guide.title, placeOf(guide), guide.note));
  const metrics = api.names.filter(
    ({ name, kind, entries: from }) =>
      places.metrics &&
      kind === 'function' &&
      name.startsWith('compute') &&
      from.some((one) => one.endsWith('/metrics')),
  );
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Guides', guideLines(true)],
    [
      'Entry points',
      api.entries.map((entry) =>
        link(entry.import, places.entry(entry.import), `${entry.summary} (${String(entry.names)} names)`),
      ),
    ],
    [
      'Key functions',
      key.map((one) => {
        const signature = (one.signatures[0] ?? '').replace(/^function /, '');
        return link(one.name, places.name(one), `\`${signature}\` from \`${one.import}\`. ${one.summary}`);
      }),
    ],
    [
      'Index of every name',
      places.index === undefined
        ? []
        : [
            link(
              'api.json',
              places.index,
              'every public name with its import, signatures, parameters, properties, error codes and page.',
            ),
          ],
    ],
    ['Optional', [...guideLines(false), ...metrics.map((one) => link(one.name, places.name(one), one.summary))]],
  ];
  const rules = [
    ...RULES,
    `Import from \`${front?.import ?? ''}\` what an application needs; ${alone} are reached by their own path only.`,
  ];
  return [
    `# ${front?.import ?? ''}`,
    `> ${summary}`,
    rules.map((rule) => `- ${rule}`).join('\n'),
    ...sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
