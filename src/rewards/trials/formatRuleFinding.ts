import { cxError } from '../../core/errors.js';
import { resolveLocale, type LocaleOptions } from '../../core/locale.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { RuleFinding } from './ruleFinding.js';
import { ruleFindingInEnglish } from './ruleFindingInEnglish.js';
import { ruleFindingInFrench } from './ruleFindingInFrench.js';

/** How a finding on a rule is written. */
export interface RuleFindingFormat extends LocaleOptions {
  /**
   * Name of the rule for people.
   * @defaultValue its id
   */
  readonly name?: string | undefined;
}

/** A finding of a caller without types. */
type Loose = Readonly<Partial<Record<'code' | 'rule' | 'path' | 'fact' | 'others', unknown>>>;

/**
 * Writes a finding on a reward rule as one full sentence, in British English or French.
 *
 * Use it wherever people read what {@link checkRules} found: a code is for programs.
 *
 * @param finding - A finding.
 * @param options - The `locale`, English unless given, and the `name` of the rule, its id unless given.
 * @returns The sentence; for a code of a later version of this library, a general sentence that names the code.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no finding, `CX_INVALID_OPTION` when the locale is of another
 * language.
 * @example
 * ```ts
 * import { formatRuleFinding, type RuleFinding } from 'cx-scoring/rewards';
 *
 * const finding: RuleFinding = { code: 'cap-zero', severity: 'warning', rule: 'gesture', path: ['caps', 0, 'limit'] };
 * formatRuleFinding(finding); // => 'A cap of the rule ‘gesture’ is zero, so that it grants nothing.'
 * formatRuleFinding(finding, { name: 'Geste' }); // => 'A cap of the rule ‘Geste’ is zero, so that it grants nothing.'
 * ```
 */
export function formatRuleFinding(finding: RuleFinding, options: RuleFindingFormat = {}): string {
  const where = 'formatRuleFinding';
  const { code, rule, path, fact = null, others } = Object(finding) as Loose;
  const isRead = typeof code === 'string' && typeof rule === 'string' && Array.isArray(path);
  const hasOthers = code !== 'shared-cap-missing' || Array.isArray(others);
  if (!isRead || !hasOthers || (fact !== null && !Array.isArray(fact)))
    throw cxError('CX_INVALID_INPUT', `${where}: "finding"`, 'a finding with code, rule and path', finding);
  requireOptions(where, options);
  const locale = resolveLocale(where, options.locale);
  const { name = finding.rule } = options;
  requireOption(typeof name === 'string', where, 'name', 'text', name);
  return locale.language === 'fr'
    ? ruleFindingInFrench(locale, finding, name)
    : ruleFindingInEnglish(locale, finding, name);
}
