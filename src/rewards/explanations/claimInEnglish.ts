import type { NumberTest } from '../conditions/condition.js';
import type { Claim, ElementClaim, FigureClaim, MetricClaim } from './claim.js';
import { choiceWords, statusWords, valueWords } from './shownWords.js';
import type { Speech } from './speech.js';

const COMPARED: Readonly<Record<NumberTest['op'], string>> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is below',
  lte: 'is at most',
  gt: 'is above',
  gte: 'is at least',
};

const COMPOUND: readonly Claim['op'][] = ['all', 'any', 'at-least', 'not', 'some', 'every', 'none'];

function part(speech: Speech, claim: Claim): string {
  const words = claimInEnglish(speech, claim);
  return COMPOUND.includes(claim.op) ? `(${words})` : words;
}

/** Numbers claims, each of which must be read by itself. */
export function numberedInEnglish(speech: Speech, claims: readonly Claim[]): string {
  return claims.map((claim, at) => `(${at + 1}) ${claimInEnglish(speech, claim)}`).join('; ');
}

function joined(speech: Speech, claims: readonly Claim[], word: string): string {
  const [only] = claims;
  if (only !== undefined && claims.length === 1) return claimInEnglish(speech, only);
  return claims.map((claim) => part(speech, claim)).join(` ${word} `);
}

function meeting(speech: Speech, where: ElementClaim): string {
  if (where === null || where === 'undescribed') return 'meets the condition';
  return `meets this: ${claimInEnglish(speech, where)}`;
}

function figure(speech: Speech, { op, over, where, field, test }: FigureClaim): string {
  const list = speech.fact(over);
  const those =
    where === null ? '' : where === 'undescribed' ? ' that count' : ` (those where ${claimInEnglish(speech, where)})`;
  const sum = field === null ? 'the sum' : `the sum of ${speech.fact(field)}`;
  const what =
    op === 'count' ? `the number of elements of ${list}${those}` : `${sum} over the elements of ${list}${those}`;
  return `${what} ${COMPARED[test.op]} ${speech.number(test.value)}`;
}

function metric(speech: Speech, { metric: id, scope, period, test, minimumSample }: MetricClaim): string {
  const whose = typeof scope === 'string' ? speech.name(scope) : speech.fact(scope);
  const name = `the metric ${speech.quote(speech.name(id))} of ${whose}`;
  const must =
    'status' in test
      ? `is ${statusWords(speech, test.status)} by ${test.by === 'point' ? 'its value' : 'the unfavourable end of its interval'}`
      : `${COMPARED[test.op]} ${speech.number(test.value)}`;
  const sample = minimumSample > 0 ? `, on a sample of at least ${speech.number(minimumSample)}` : '';
  if (period === null) return `${name} ${must}${sample}`;
  if (typeof period === 'string') return `${name} in ${period} ${must}${sample}`;
  return period.over === 'every-month' && period.period !== 'month'
    ? `${name} ${must} in every month of the ${period.period}${sample}`
    : `${name} over the whole ${period.period} ${must}${sample}`;
}

/** Says in English what is claimed: a clause without a full stop. */
export function claimInEnglish(speech: Speech, claim: Claim): string {
  const { fact } = speech;
  switch (claim.op) {
    case 'all':
      return joined(speech, claim.of, 'and');
    case 'any':
      return joined(speech, claim.of, 'or');
    case 'at-least':
      return `at least ${claim.n} of these ${claim.n === 1 ? 'holds' : 'hold'}: ${numberedInEnglish(speech, claim.of)}`;
    case 'not':
      return `the following is not so: ${claimInEnglish(speech, claim.of)}`;
    case 'some':
    case 'every':
    case 'none': {
      const who = { some: 'at least one', every: 'every', none: 'no' }[claim.op];
      const least = claim.minCount > 1 ? ` (in a list of at least ${speech.number(claim.minCount)})` : '';
      return `${who} element of ${fact(claim.over)}${least} ${meeting(speech, claim.where)}`;
    }
    case 'count':
    case 'sum':
      return figure(speech, claim);
    case 'metric':
      return metric(speech, claim);
    case 'in':
      return `${fact(claim.fact)} is ${choiceWords(speech, claim.values, 'or')}`;
    case 'not-in':
      return claim.values.length === 1
        ? `${fact(claim.fact)} is not ${valueWords(speech, claim.values[0])}`
        : `${fact(claim.fact)} is neither ${choiceWords(speech, claim.values, 'nor')}`;
    case 'includes':
      return `${fact(claim.fact)} includes ${valueWords(speech, claim.value)}`;
    case 'date-in':
      if (claim.through === undefined) return `${fact(claim.fact)} lies on ${claim.from ?? ''} or later`;
      return claim.from === undefined
        ? `${fact(claim.fact)} lies on ${claim.through} or earlier`
        : `${fact(claim.fact)} lies between ${claim.from} and ${claim.through}, both included`;
    case 'same-period':
      return `${fact(claim.a)} and ${fact(claim.b)} lie in the same ${claim.period}`;
    case 'known':
      return `${fact(claim.fact)} is known`;
    case 'missing':
      return `${fact(claim.fact)} is missing`;
    case 'ref':
      return `the shared condition ${speech.quote(speech.name(claim.id))} holds`;
    case 'unknown':
      return `a condition of the kind ${speech.quote(claim.name)} holds, for which this version has no words`;
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const { value } = claim;
      const other = typeof value === 'object' ? fact(value.fact) : valueWords(speech, value);
      return `${fact(claim.fact)} ${COMPARED[claim.op]} ${other}`;
    }
  }
}
