import { expect, it } from 'vitest';

it('runs where text cannot become code', () => {
  expect(() => new Function('return 1')).toThrow(EvalError);
  expect(() => (0, eval)('1')).toThrow(EvalError);
});
