// Answers as people type them.
const MISSING = new Set(['null', '-', '–', '—', 'na', 'n/a']);
const NUMBER = /^[+-]?(?:\d{1,9})(?:\.\d{1,9})?$/;

/** Numbers and `null`s of a text, or the first word that is neither. An empty place between two commas is a missing answer. */
export function readAnswers(text) {
  const inner = text.trim().replace(/^\[([\s\S]*)\]$/, '$1');
  if (inner.trim() === '') return { answers: [] };
  const places = inner.replace(/,\s*$/, '').split(/[,;\n]/);
  const answers = [];
  for (const place of places) {
    const words = place.trim() === '' ? ['null'] : place.trim().split(/\s+/);
    for (const word of words) {
      if (MISSING.has(word.toLowerCase())) answers.push(null);
      else if (NUMBER.test(word)) answers.push(Number(word));
      else return { word };
    }
  }
  return { answers };
}
