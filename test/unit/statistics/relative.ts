import { expect } from 'vitest';

/** Passes when got is within a relative distance of wanted; NaN never is. */
export function expectRelative(got: number, wanted: number, tolerance = 1e-12): void {
  expect(Math.abs(got - wanted) <= tolerance * Math.abs(wanted), `${got} is not ${wanted} to ${tolerance}`).toBe(true);
}
