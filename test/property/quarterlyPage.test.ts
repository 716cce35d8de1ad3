import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuarterlyReview } from '../../src/reviews/quarterlyRecord.js';
import { renderQuarterlyReview } from '../../src/reviews/rendering/renderQuarterlyReview.js';
import { htmlTags } from '../tools/htmlTokens.js';
import { sampleQuarter } from '../tools/sampleQuarter.js';

const sample = sampleQuarter();

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '<https://evil.example>',
  'https://evil.example/a?b=c',
  'a | b || c',
  '\\| \\[x\\](y)',
  '`code` **bold** __b__ ~~s~~',
  '# heading',
  '- [ ] item',
  '1. item',
  '---',
  '\u202egnp.exe',
  '\u2066abc\u2069\u200f',
  '&lt;b&gt; &amp; &#60;',
  '</style><style>*{}',
  '--><!-- ',
  ']]>',
  'a\nb\r\n\n## c',
  '\u0000\u0007',
  '\ud800',
  '__proto__',
];

const names = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 20 }),
);
const hostile = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));

/** The review with texts of the user replaced wherever the user writes any. */
function poisoned(text: string): QuarterlyReview {
  const [plan] = sample.plans;
  const { priorities } = sample;
  return {
    ...sample,
    metrics: sample.metrics.map((metric) => ({
      ...metric,
      target: metric.target === null ? null : { ...metric.target, source: text },
      changes: metric.changes.map((change) =>
        change.break === null ? change : { ...change, break: { ...change.break, reason: text } },
      ),
      segments: metric.segments.map((segment) => ({ ...segment, key: { [segment.dimension]: text } })),
    })),
    plans: plan ? [{ ...plan, id: text, objective: text, owner: text, scope: { [text]: text } }] : [],
    priorities:
      priorities === null
        ? null
        : {
            ...priorities,
            items: priorities.items.map((item) => ({
              ...item,
              id: text,
              names: { en: text, fr: text },
              missing: [text],
            })),
            findings: [{ code: 'off-scale', index: 0, id: text, field: text, value: text }],
          },
    rewards: { [text]: { [text]: text }, budgets: [{ id: text, unit: text, limit: 1, posted: 1, reserved: 0 }] },
  };
}

const TAGS = new Set(
  'a body caption details div figure footer h1 h2 h3 head header html img li main meta nav p picture section source span style summary table tbody td th thead title tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'alt aria-hidden aria-label aria-labelledby charset class content href http-equiv id lang media name open role scope src srcset tabindex'.split(
    ' ',
  ),
);

describe('whatever names hold', () => {
  it('the page is well-formed and has its own tags and attributes only', () => {
    const skeleton = htmlTags(renderQuarterlyReview(poisoned('x')).html).tags.map(({ name }) => name);
    fc.assert(
      fc.property(hostile, fc.constantFrom('en', 'fr'), (text, locale) => {
        const { tags, text: shown } = htmlTags(renderQuarterlyReview(poisoned(text), { locale, title: text }).html);
        expect(tags.filter(({ name }) => !TAGS.has(name))).toEqual([]);
        expect(tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((key) => !ATTRIBUTES.has(key))).toEqual(
          [],
        );
        expect(
          tags.flatMap(({ attributes }) => attributes.get('href') ?? []).every((href) => /^#[a-z]+$/.test(href)),
        ).toBe(true);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
        // A text that is `x` or not makes no element more or less.
        if (!text.includes('x')) expect(tags.map(({ name }) => name)).toEqual(skeleton);
      }),
      { numRuns: 60 },
    );
  });

  it('the Markdown has no markup of theirs: as many lines, rows and cells as with a plain name', () => {
    const shapeOf = (markdown: string): string[] =>
      markdown
        .split('\n')
        .map(
          (line) =>
            `${/^(?:#+|[-*] |\||---$)?/.exec(line)?.[0] ?? ''}${(line.match(/(?<!\\)(?:\\\\)*\|/g) ?? []).length}`,
        );
    const plain = shapeOf(renderQuarterlyReview(poisoned('x')).markdown);
    fc.assert(
      fc.property(hostile, (text) => {
        const { markdown } = renderQuarterlyReview(poisoned(text));
        expect(shapeOf(markdown)).toEqual(plain);
        expect(markdown).not.toMatch(/<(?!\/?$)/);
        // No bracket, sign of an image or address but escaped ones.
        expect(markdown.replaceAll(/\\./g, '')).not.toMatch(/[[\]`!@]|:\/\/|javascript:/);
      }),
      { numRuns: 60 },
    );
  });
});
