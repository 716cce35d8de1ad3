import { describe, expect, it } from 'vitest';
import { identify, type MeasureIdentity } from '../../../src/measures/measureIdentity.js';
import { thrownBy } from '../../tools/soundness.js';

const range = { minimum: 0, maximum: 1 };
const of = (identity: Partial<MeasureIdentity<string>>, bounds: typeof range | null = range): unknown =>
  identify('defineX', { id: 'on-time', ...identity }, 'mean', 'mean', 'score', bounds);

describe('identify', () => {
  it('fills in direction and parameters, and leaves names out', () => {
    expect(of({})).toStrictEqual({
      id: 'on-time',
      family: 'mean',
      statistic: 'mean',
      unit: 'score',
      direction: 'higher-is-better',
      range,
      parameters: {},
    });
  });

  it('takes what is declared', () => {
    const names = { en: 'On time', fr: 'À l’heure' };
    const parameters = { window: 30 };
    expect(of({ names, parameters, direction: 'contextual' })).toMatchObject({
      names,
      parameters,
      direction: 'contextual',
    });
  });

  it.each(['a', 'a1', 'on-time', 'a-1-b2'])('takes the id %s', (id) => {
    expect(of({ id })).toMatchObject({ id });
  });

  it.each([
    ['OnTime', '"OnTime"'],
    ['on_time', '"on_time"'],
    ['1a', '"1a"'],
    ['-a', '"-a"'],
    ['a-', '"a-"'],
    ['a--b', '"a--b"'],
    ['é', '"é"'],
    ['', '""'],
    ['a b', '"a b"'],
    ['a\n', '"a\\n"'],
    [undefined, 'undefined'],
    [null, 'null'],
    [['a'], 'an object'],
  ])('refuses the id %j', (id, shown) => {
    expect(thrownBy(() => of({ id: id as string }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_DEFINITION',
      message: `defineX: "id" must be a name in kebab case, received ${shown}`,
    });
  });

  it.each(['higher-is-better', 'lower-is-better', 'contextual'] as const)('takes the direction %s', (direction) => {
    expect(of({ direction })).toMatchObject({ direction });
  });

  it('refuses another direction', () => {
    expect(thrownBy(() => of({ direction: 'up' as 'contextual' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_DEFINITION',
      message: 'defineX: "direction" must be higher-is-better or lower-is-better or contextual, received "up"',
    });
  });

  it('takes no range for a metric without bounds', () => {
    expect(of({}, null)).toMatchObject({ range: null });
  });

  it.each([
    [0, 0, 'RangeError'],
    [1, 0, 'RangeError'],
    [NaN, 1, 'RangeError'],
    [0, NaN, 'RangeError'],
    [-Infinity, 1, 'RangeError'],
    [0, Infinity, 'RangeError'],
    [0, '1', 'TypeError'],
  ])('refuses the range from %s to %s', (minimum, maximum, kind) => {
    const shown = typeof maximum === 'string' ? '"1"' : String(maximum);
    expect(thrownBy(() => of({}, { minimum, maximum: maximum as number }))).toEqual({
      kind,
      code: 'CX_INVALID_DEFINITION',
      message: `defineX: "maximum" must be above the minimum ${minimum}, received ${shown}`,
    });
  });
});
