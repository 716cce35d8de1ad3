import { describe, expect, it } from 'vitest';
import { resolveFloors } from '../../../src/segmentation/floors.js';
import { thrownBy } from '../../tools/soundness.js';

const DEFAULTS = { minimum: 5, minimumAccounts: 3, minimumForComments: 8, counts: 'shown', sameAnswer: 'shown' };

describe('resolveFloors', () => {
  it.each([
    [{}, {}],
    [{ minimum: 3 }, { minimum: 3 }],
    [{ minimum: 9 }, { minimum: 9, minimumForComments: 9 }],
    [
      { minimum: 6, minimumForComments: 6 },
      { minimum: 6, minimumForComments: 6 },
    ],
    [
      { minimumAccounts: 1, counts: 'hidden', sameAnswer: 'hidden' },
      { minimumAccounts: 1, counts: 'hidden', sameAnswer: 'hidden' },
    ],
    [{ minimum: undefined, counts: undefined }, {}],
  ] as const)('%j', (policy, changed) => {
    expect(resolveFloors('f', policy)).toEqual({ ...DEFAULTS, ...changed });
  });

  it.each([
    [{ minimum: 2 }, 'f: option "minimum" must be a whole number from 3, received 2'],
    [{ minimum: 5.5 }, 'f: option "minimum" must be a whole number from 3, received 5.5'],
    [{ minimum: NaN }, 'f: option "minimum" must be a whole number from 3, received NaN'],
    [{ minimum: null }, 'f: option "minimum" must be a whole number from 3, received null'],
    [{ minimum: '5' }, 'f: option "minimum" must be a whole number from 3, received "5"'],
    [{ minimumAccounts: 0 }, 'f: option "minimumAccounts" must be a whole number from 1, received 0'],
    [
      { minimumForComments: 4 },
      'f: option "minimumForComments" must be a whole number from "minimum", which is 5, received 4',
    ],
    [{ counts: 'none' }, 'f: option "counts" must be \'shown\' or \'hidden\', received "none"'],
    [{ sameAnswer: true }, "f: option \"sameAnswer\" must be 'shown' or 'hidden', received true"],
  ])('refuses %j', (policy, message) => {
    expect(thrownBy(() => resolveFloors('f', policy as object))).toMatchObject({ code: 'CX_INVALID_OPTION', message });
  });
});
