import { describe, expect, it } from 'vitest';
import { isCxError } from '../../../src/core/errors.js';
import type { MetricResult } from '../../../src/core/result.js';
import { formatPlanEffect } from '../../../src/prioritization/formatPlanEffect.js';
import { planEffect, type BeforeAndAfter } from '../../../src/prioritization/planEffect.js';
import { NPS, result } from './planSample.js';

/** Standard errors 3, 4, 5, 6 and degrees of freedom 99, 49, 199, 79. */
function sides(changed: number, more: Partial<MetricResult> = {}): [BeforeAndAfter, BeforeAndAfter] {
  return [
    {
      before: result(10, { standardError: 3, sampleSize: 100, ...more }),
      after: result(10 + changed + 5, { standardError: 4, sampleSize: 50, ...more }),
    },
    {
      before: result(-3, { standardError: 5, degreesOfFreedom: 199, ...more }),
      after: result(2, { standardError: 6, degreesOfFreedom: 79, ...more }),
    },
  ];
}

const spaces = (text: string): string => text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ');

describe('planEffect', () => {
  it('is the change of the one minus the change of the other, with the four variances added up', () => {
    const effect = planEffect(...sides(20));
    expect(effect).toMatchObject({
      definition: NPS,
      treatedChange: 25,
      controlChange: 5,
      change: 20,
      verdict: 'better',
      reading: 'association',
    });
    // SciPy: hypot(3, 4, 5, 6), Satterthwaite, t.ppf and t.sf.
    expect(effect.standardError).toBeCloseTo(9.273618495495704, 12);
    expect(effect.degreesOfFreedom).toBeCloseTo(289.0367859807362, 9);
    expect(effect.pValue).toBeCloseTo(0.03185707132855707, 12);
    expect(effect.interval?.lower).toBeCloseTo(20 - 18.25238583486515, 9);
    expect(effect.interval?.upper).toBeCloseTo(20 + 18.25238583486515, 9);
    expect(effect.interval).toMatchObject({ confidence: 0.95, method: 'welch' });
  });

  it('speaks of better and worse in the direction of the metric', () => {
    const lower = { definition: { ...NPS, direction: 'lower-is-better' } as const };
    const open = { definition: { ...NPS, direction: 'contextual' } as const };
    expect(planEffect(...sides(-20)).verdict).toBe('worse');
    expect(planEffect(...sides(20, lower)).verdict).toBe('worse');
    expect(planEffect(...sides(-20, lower)).verdict).toBe('better');
    expect(planEffect(...sides(20, open)).verdict).toBe('unknown');
  });

  it('gives a verdict at the confidence asked for', () => {
    // p = 0.0532 for 18.
    expect(planEffect(...sides(18)).verdict).toBe('no-evidence');
    const wide = planEffect(...sides(18), { confidence: 0.9 });
    expect(wide.verdict).toBe('better');
    expect(wide.pValue).toBeCloseTo(0.053231471872334374, 12);
    expect(wide.interval?.upper).toBeCloseTo(18 + 15.302792509891137, 9);
  });

  it('is unknown without a value', () => {
    const [treated, control] = sides(20);
    expect(planEffect(treated, { ...control, after: result(null) })).toEqual({
      definition: NPS,
      change: null,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      pValue: null,
      verdict: 'unknown',
      treatedChange: 25,
      controlChange: null,
      reading: 'association',
    });
  });

  it('has a change without a verdict where a standard error is missing, or a single answer has one', () => {
    const [treated, control] = sides(20);
    const without = planEffect({ ...treated, before: result(10, { standardError: null }) }, control);
    expect(without).toMatchObject({ change: 20, standardError: null, interval: null, verdict: 'unknown' });
    const single = planEffect({ ...treated, before: result(10, { sampleSize: 1 }) }, control);
    expect(single).toMatchObject({ change: 20, degreesOfFreedom: null, interval: null, verdict: 'unknown' });
    expect(planEffect(...sides(20, { standardError: 0 }))).toMatchObject({ standardError: null, verdict: 'unknown' });
  });

  it('leaves out of the degrees of freedom what has no error', () => {
    const exact = { standardError: 0, sampleSize: 1 };
    const control = { before: result(0, exact), after: result(0, exact) };
    const treated = { before: result(0, exact), after: result(9, { standardError: 3, sampleSize: 21 }) };
    expect(planEffect(treated, control)).toMatchObject({ standardError: 3, degreesOfFreedom: 20, verdict: 'better' });
  });

  it.each(['treated.before', 'control.before', 'control.after'])('refuses another definition of %s', (side) => {
    const [treated, control] = sides(20);
    const other = result(5, { definition: { ...NPS, parameters: { scale: 5 } } });
    const place = (name: string, own: BeforeAndAfter): BeforeAndAfter => ({
      before: side === `${name}.before` ? other : own.before,
      after: side === `${name}.after` ? other : own.after,
    });
    const run = (): unknown => planEffect(place('treated', treated), place('control', control));
    expect(run).toThrow(
      `planEffect: ${side} must be of the definition of treated.after, "nps", with equal parameters, received "nps"`,
    );
    let code = '';
    try {
      run();
    } catch (error) {
      if (isCxError(error)) code = error.code;
    }
    expect(code).toBe('CX_DEFINITION_MISMATCH');
  });

  it('refuses what is no pair of results, and a confidence of 1', () => {
    const [treated, control] = sides(20);
    const nothing = null as unknown as BeforeAndAfter;
    expect(() => planEffect(treated, nothing)).toThrow('planEffect: control.before must be a metric result');
    expect(() => planEffect(nothing, control)).toThrow('planEffect: treated.before must be a metric result');
    expect(() => planEffect(treated, control, null as unknown as object)).toThrow(
      'planEffect: "options" must be an object',
    );
    expect(() => planEffect(treated, control, { confidence: 1 })).toThrow('planEffect: option "confidence"');
  });
});

describe('formatPlanEffect', () => {
  it('speaks of an association in English', () => {
    expect(formatPlanEffect(planEffect(...sides(20)))).toBe(
      'The segment with the plan moved by +25 and the control segment by +5 over the same time: a difference of +20 (95% interval +1.75 to +38.25). This is an association, not proof that the plan is its cause.',
    );
  });

  it('speaks of an association in French', () => {
    expect(spaces(formatPlanEffect(planEffect(...sides(20)), { locale: 'fr' }))).toBe(
      'Le segment concerné par le plan a varié de +25 et le segment témoin de +5 sur la même durée : l’écart est de +20 (intervalle à 95 % : de +1,75 à +38,25). C’est une association, non la preuve que le plan en est la cause.',
    );
  });

  it('tells of shares in percentage points, and of no interval', () => {
    const share = { definition: { ...NPS, unit: 'share' } as const, standardError: null };
    const pair = (before: number, after: number): BeforeAndAfter => ({
      before: result(before, share),
      after: result(after, share),
    });
    const effect = planEffect(pair(0.8, 0.9), pair(0.5, 0.475));
    expect(formatPlanEffect(effect)).toContain('moved by +10 and the control segment by \u22122.5 over');
    expect(formatPlanEffect(effect)).toContain('a difference of +12.5 percentage points (no interval).');
    const french = formatPlanEffect(effect, { locale: 'fr' });
    expect(french).toContain('l’écart est de +12,5 points de pourcentage (sans intervalle).');
  });

  it('says when nothing can be told', () => {
    const [treated, control] = sides(20);
    const effect = planEffect(treated, { ...control, before: result(null) });
    expect(formatPlanEffect(effect)).toBe('What the plan may have brought cannot be told: a side has no value.');
    expect(spaces(formatPlanEffect(effect, { locale: 'fr' }))).toBe(
      'Impossible de dire ce que le plan a pu apporter : il manque une valeur d’un côté.',
    );
  });

  it.each([
    [null, {}, 'CX_INVALID_INPUT', /^formatPlanEffect: "effect" must be the effect of a plan/],
    [{ change: 1 }, {}, 'CX_INVALID_INPUT', /"effect" must be the effect of a plan/],
    [planEffect(...sides(20)), null, 'CX_INVALID_OPTION', /^formatPlanEffect: "options" must be an object/],
  ])('refuses %j with options %j', (effect, options, code, message) => {
    const call = (): string => formatPlanEffect(effect as never, options as never);
    expect(call).toThrow(message);
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});
