import { countPhrase, localCount, localNumber, localPercent, type ResolvedLocale } from './locale.js';
import { notComparableWords } from './notComparableWords.js';
import { sampleNoun } from './sampleNoun.js';
import type { SampleUnit } from './sampleUnit.js';
import type { BelowSamplePolicyWarning, QuantileNotReachedWarning, Warning } from './warning.js';

function unknownInEnglish({ code }: { readonly code: string }): string {
  return `The data has a problem of the kind ‘${code}’, for which this version has no words.`;
}

function policyInEnglish(locale: ResolvedLocale, warning: BelowSamplePolicyWarning): string {
  const { policy, unit, observed, required, population } = warning;
  const answered =
    unit === 'accounts'
      ? countPhrase(locale, observed, '# account has answered', '# accounts have answered')
      : countPhrase(locale, observed, '# contact has answered', '# contacts have answered');
  const needed = localCount(locale, required) + (population === null ? '' : ` of ${localCount(locale, population)}`);
  return (
    `The score should not be read as an overall indicator: ${answered}, where the sample policy ‘${policy}’ asks for ` +
    `at least ${needed}; use single answers, CSAT linked to operational data and customers’ comments instead.`
  );
}

function notReachedInEnglish(
  locale: ResolvedLocale,
  { quantile, open }: QuantileNotReachedWarning,
  unit: SampleUnit,
): string {
  const { one, many } = sampleNoun(locale, unit);
  const name = quantile === 0.5 ? 'median' : `${localPercent(locale, quantile)} quantile`;
  const cases = countPhrase(locale, open, `# ${one} is`, `# ${many} are`);
  return `The ${name} is not known, because ${cases} still open: it lies beyond what has been observed.`;
}

/** Writes a warning as an English sentence. */
export function warningInEnglish(locale: ResolvedLocale, warning: Warning, unit: SampleUnit): string {
  const { one, many } = sampleNoun(locale, unit);
  const number = (value: number): string => localCount(locale, value);
  const count = (value: number, one: string, many: string): string => countPhrase(locale, value, one, many);
  switch (warning.code) {
    case 'no-data':
      return `There is no usable ${one}, so no value is given.`;
    case 'small-sample':
      return `The value rests on only ${count(warning.observed, `# ${one}`, `# ${many}`)}: below ${number(warning.recommended)} it is a direction to look in, not a measurement.`;
    case 'below-sample-policy':
      return policyInEnglish(locale, warning);
    case 'no-interval':
      if (warning.reason === 'single-answer') return `No interval is given, because a single ${one} shows no spread.`;
      if (warning.reason === 'no-variation')
        return `No interval is given, because all ${many} give the same result and the method would claim a certainty it does not have.`;
      if (warning.reason === 'few-accounts')
        return 'No interval is given, because fewer than five accounts cannot show how much accounts differ.';
      if (warning.reason === 'unbounded')
        return `No interval is given, because the ${many} are too few, or too much alike, to set a limit on either side.`;
      return unknownInEnglish(warning);
    case 'off-scale-excluded':
      return count(warning.count, `# ${one} off the scale was left out.`, `# ${many} off the scale were left out.`);
    case 'unequal-weights':
      return `The weights are so unequal that ${count(warning.sampleSize, `# ${one} counts`, `# ${many} count`)} for only ${number(warning.effectiveSampleSize)} of equal weight.`;
    case 'zero-denominator':
      return 'No value is given, because the amounts to divide by add up to zero.';
    case 'inconsistent-revenue':
      return count(
        warning.count,
        'The rows of # account tell different revenues; the largest counts.',
        'The rows of # accounts tell different revenues; the largest of each counts.',
      );
    case 'low-degrees-of-freedom':
      return `A few accounts hold so much of the weight that the interval has only ${localNumber(locale, warning.degreesOfFreedom, { maximumFractionDigits: 1 })} degrees of freedom: below ${number(warning.recommended)} read it with care.`;
    case 'incomplete-items':
      return count(
        warning.count,
        `# ${one} with too few of the items was left out.`,
        `# ${many} with too few of the items were left out.`,
      );
    case 'quantile-not-reached':
      return notReachedInEnglish(locale, warning, unit);
    case 'not-comparable':
      return notComparableWords(warning.reason, many)?.en ?? unknownInEnglish(warning);
    case 'unpaired-excluded':
      return count(
        warning.count,
        '# pair that lacked a value on one side was left out.',
        '# pairs that lacked a value on one side were left out.',
      );
    default:
      // The compiler asks for every code it knows; data written by a later version may hold another.
      return unknownInEnglish(warning satisfies never);
  }
}
