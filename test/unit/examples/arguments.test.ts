import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../examples/demo/arguments.js';

const plain = { score: 'q1', weight: undefined, metric: 'nps', offScale: 'throw', where: [] };

describe('readArguments', () => {
  it.each([
    ['', { locale: 'en', help: false, review: undefined, request: undefined }],
    ['--locale fr', { locale: 'fr', help: false, review: undefined, request: undefined }],
    ['--review page.html', { locale: 'en', help: false, review: 'page.html', request: undefined }],
    ['--help', { locale: 'en', help: true, review: undefined, request: undefined }],
    ['-h --score q1', { locale: 'en', help: true, review: undefined, request: undefined }],
    ['--file a.csv --score q1', { locale: 'en', help: false, review: undefined, request: { file: 'a.csv', ...plain } }],
    [
      '--file a.csv --score q1 --weight w',
      { locale: 'en', help: false, review: undefined, request: { file: 'a.csv', ...plain, weight: 'w' } },
    ],
    [
      '--file a.csv --score q1 --metric csat',
      { locale: 'en', help: false, review: undefined, request: { file: 'a.csv', ...plain, metric: 'csat' } },
    ],
    [
      '--file a.csv --score q1 --metric ces',
      { locale: 'en', help: false, review: undefined, request: { file: 'a.csv', ...plain, metric: 'ces' } },
    ],
    [
      '--file a.csv --score q1 --off-scale exclude --locale fr',
      { locale: 'fr', help: false, review: undefined, request: { file: 'a.csv', ...plain, offScale: 'exclude' } },
    ],
    [
      '--file a.csv --score q1 --where metric=nps --where a==b',
      {
        locale: 'en',
        help: false,
        review: undefined,
        request: {
          file: 'a.csv',
          ...plain,
          where: [
            { column: 'metric', text: 'nps' },
            { column: 'a', text: '=b' },
          ],
        },
      },
    ],
  ])('reads "%s"', (line, expected) => {
    expect(readArguments(line.split(' ').filter(Boolean))).toEqual(expected);
  });

  it.each([
    ['--files a.csv', /^Unknown option '--files'.*\n\nUsage:/s],
    ['a.csv', /^Unexpected argument 'a\.csv'.*\n\nUsage:/s],
    ['--file a.csv', /^--file needs --score: .*\n\nUsage:/s],
    ['--score q1', /^--score needs --file: .*\n\nUsage:/s],
    ['--off-scale exclude', /^--off-scale needs --file: /],
    ['--review=', /^--review needs the name of a file$/],
    ['--review a.html --file a.csv', /^--review goes with the scorecard of the invented company, not with --file$/],
    ['--locale de', /^--locale must be en or fr, received "de"$/],
    ['--file a.csv --score q1 --metric dsi', /^--metric must be nps or csat or ces, received "dsi"$/],
    ['--file a.csv --score q1 --off-scale drop', /^--off-scale must be throw or exclude, received "drop"$/],
    ['--file a.csv --score q1 --where metric', /^--where must look like column=text, received "metric"$/],
    ['--file a.csv --score q1 --where =nps', /^--where must look like column=text, received "=nps"$/],
  ])('refuses "%s"', (line, message) => {
    expect(() => readArguments(line.split(' '))).toThrow(message);
  });
});
