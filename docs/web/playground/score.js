// Answers to a score.
import { computeCsat, computeNps, formatResult, formatValue, formatWarning, isCxError } from 'cx-scoring';
import { intervalPicture } from './intervalPicture.js';
import { byId, element, localeOptions, say, setText } from './page.js';
import { readAnswers } from './readAnswers.js';

/** What the fields hold at first. */
export const SCORE_EXAMPLE = {
  metric: 'nps',
  answers: '10, 9, 9, 8, 7, 10, 6, 9, 3, 10, null, 8',
  confidence: '0.95',
  population: '',
};

const COMPUTE = { nps: ['computeNps', computeNps], csat: ['computeCsat', computeCsat] };
const EXCLUSIONS = {
  missing: { en: 'missing answers', fr: 'réponses manquantes' },
  offScale: { en: 'off the scale', fr: 'hors de l’échelle' },
};

function readOptions() {
  const confidence = Number(byId('confidence').value);
  const text = byId('population').value.trim();
  const options = confidence === 0.95 ? {} : { confidence };
  if (text === '') return options;
  if (!/^\d{1,9}$/.test(text)) {
    const en = `Customers in all must be a whole number, received “${text.slice(0, 40)}”.`;
    throw new RangeError(say({ en, fr: `Le nombre de clients doit être un entier, reçu : « ${text.slice(0, 40)} ».` }));
  }
  return { ...options, population: Number(text) };
}

function compute() {
  const { answers, word } = readAnswers(byId('answers').value);
  if (answers === undefined) {
    const shown = word.slice(0, 40);
    throw new TypeError(
      say({
        en: `“${shown}” is neither a number nor a missing answer. Nothing is coerced.`,
        fr: `« ${shown} » n’est ni un nombre ni une réponse manquante. Rien n’est converti en silence.`,
      }),
    );
  }
  const [name, computeMetric] = COMPUTE[byId('metric').value] ?? COMPUTE.nps;
  const options = readOptions();
  const shown = Object.keys(options).length === 0 ? '' : `, ${JSON.stringify(options).replaceAll(/"(\w+)":/g, '$1: ')}`;
  setText(
    'score-code',
    `import { ${name} } from 'cx-scoring';\n\n${name}([${answers.map(String).join(', ')}]${shown});`,
  );
  return computeMetric(answers, options);
}

function showFacts(result) {
  const { interval, definition, sampleSize, excluded } = result;
  const write = (value) => formatValue(value, definition, localeOptions());
  const percent = interval === null ? '' : `${Math.round(interval.confidence * 100)} %`;
  const facts = [
    [say({ en: 'Answers counted', fr: 'Réponses comptées' }), String(sampleSize)],
    [
      say({ en: `Interval, ${percent}`, fr: `Intervalle, ${percent}` }),
      interval === null ? say({ en: 'none', fr: 'aucun' }) : `${write(interval.lower)} … ${write(interval.upper)}`,
    ],
    ...Object.entries(EXCLUSIONS)
      .filter(([reason]) => reason === 'missing' || excluded[reason] > 0)
      .map(([reason, texts]) => [
        say({ en: `Left out: ${texts.en}`, fr: `Laissé de côté : ${texts.fr}` }),
        String(excluded[reason]),
      ]),
  ];
  byId('score-facts').replaceChildren(
    ...facts.map(([term, text]) => element('div', [element('dt', term), element('dd', text)])),
  );
}

/** Computes and shows the score of what the fields hold. */
export function showScore() {
  const output = byId('score-output');
  let result;
  try {
    result = compute();
  } catch (error) {
    const code = isCxError(error) ? ` (${error.code})` : '';
    setText('score-error', `${error.message}${code}`);
    byId('answers').setAttribute('aria-invalid', 'true');
    output.hidden = true;
    setText('score-json', '');
    return;
  }
  setText('score-error', '');
  byId('answers').removeAttribute('aria-invalid');
  output.hidden = false;
  const sentence = formatResult(result, localeOptions());
  const { definition, value, warnings } = result;
  const write = (own) => formatValue(own, definition, localeOptions());
  setText('score-value', value === null ? say({ en: 'unknown', fr: 'inconnu' }) : write(value));
  setText('score-sentence', sentence);
  byId('score-picture').replaceChildren(
    intervalPicture({ value, interval: result.interval, range: definition.range }, sentence, write),
  );
  showFacts(result);
  byId('score-warnings').replaceChildren(
    ...warnings.map((warning) => element('li', formatWarning(warning, localeOptions()))),
  );
  setText('score-json', JSON.stringify(result, null, 2));
}
