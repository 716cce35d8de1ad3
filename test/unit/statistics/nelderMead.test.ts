import { describe, expect, it } from 'vitest';
import { nelderMead } from '../../../src/statistics/nelderMead.js';

const square = ([x = NaN]: readonly number[]): number => (x - 2) ** 2;
const rosenbrock = ([x = NaN, y = NaN]: readonly number[]): number => 100 * (y - x * x) ** 2 + (1 - x) ** 2;

describe('nelderMead', () => {
  it('finds the minimum of a parabola', () => {
    const { point, value, converged } = nelderMead(square, [-7]);
    expect(point[0]).toBeCloseTo(2, 7);
    expect(value).toBeLessThan(1e-14);
    expect(converged).toBe(true);
  });

  it("walks along Rosenbrock's valley", () => {
    const { point, converged } = nelderMead(rosenbrock, [-1.2, 1]);
    expect(point[0]).toBeCloseTo(1, 7);
    expect(point[1]).toBeCloseTo(1, 7);
    expect(converged).toBe(true);
  });

  it("finds Powell's minimum in four dimensions", () => {
    const powell = ([a = NaN, b = NaN, c = NaN, d = NaN]: readonly number[]): number =>
      (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4;
    const { point, value } = nelderMead(powell, [3, -1, 0, 1]);
    expect(value).toBeLessThan(1e-10);
    for (const x of point) expect(x).toBeCloseTo(0, 2);
  });

  it('ends where it begins, when that is the minimum', () => {
    const { point, value, converged } = nelderMead(square, [2]);
    expect({ point, value, converged }).toEqual({ point: [2], value: 0, converged: true });
  });

  it('goes around points that are not allowed', () => {
    const walled = ([x = NaN]: readonly number[]): number => (x < 1 ? NaN : x);
    expect(nelderMead(walled, [5]).point[0]).toBeCloseTo(1, 7);
    const fenced = ([x = NaN]: readonly number[]): number => (x < 1 ? Infinity : x);
    expect(nelderMead(fenced, [5]).value).toBeGreaterThanOrEqual(1);
  });

  it('does not change the start', () => {
    const start = Object.freeze([4, 4]);
    nelderMead(rosenbrock, start);
    expect(start).toEqual([4, 4]);
  });

  it('says that it has not converged', () => {
    const { iterations, converged, value } = nelderMead(rosenbrock, [-1.2, 1], { maximumIterations: 5 });
    expect({ iterations, converged }).toEqual({ iterations: 5, converged: false });
    expect(value).toBeLessThan(rosenbrock([-1.2, 1]));
  });

  it('takes 2,000 iterations for each parameter unless told otherwise', () => {
    const endless = ([x = NaN]: readonly number[]): number => -x;
    expect(nelderMead(endless, [0])).toMatchObject({ iterations: 2000, converged: false });
  });

  it('is as near as the tolerance asks', () => {
    const rough = nelderMead(rosenbrock, [-1.2, 1], { tolerance: 0.5 });
    const fine = nelderMead(rosenbrock, [-1.2, 1], { tolerance: 1e-8 });
    expect(rough.iterations).toBeLessThan(fine.iterations);
    expect(fine.value).toBeLessThan(1e-13);
  });

  it('makes its first simplex as large as told', () => {
    const asked: number[] = [];
    const spy = ([x = NaN]: readonly number[]): number => {
      asked.push(x);
      return square([x]);
    };
    nelderMead(spy, [0], { step: 0.125, maximumIterations: 1 });
    expect(asked.slice(0, 2)).toEqual([0, 0.125]);
    asked.length = 0;
    nelderMead(spy, [0], { maximumIterations: 1 });
    expect(asked.slice(0, 2)).toEqual([0, 0.5]);
  });

  // By hand from Nelder and Mead (1965): worst corner 0, best 1 (f = 1), reflected 2 (f = 0), expanded 3 (f = 1): the reflection stays.
  it('reflects, and expands only where that is lower still', () => {
    const { point, value } = nelderMead(square, [0], { step: 1, maximumIterations: 1 });
    expect({ point, value }).toEqual({ point: [2], value: 0 });
    const far = nelderMead(([x = NaN]) => (x - 9) ** 2, [0], { step: 1, maximumIterations: 1 });
    expect(far.point).toEqual([3]);
  });

  it.each([
    ['an empty start', [], {}],
    ['a start that is not finite', [Infinity], {}],
    ['a step of 0', [1], { step: 0 }],
    ['a tolerance of 0', [1], { tolerance: 0 }],
    ['no iteration', [1], { maximumIterations: 0 }],
  ])('has no value for %s', (_, start, options) => {
    expect(nelderMead(square, start, options)).toEqual({ point: start, value: NaN, converged: false, iterations: 0 });
  });

  it('has no value for a start that is not allowed', () => {
    expect(nelderMead(() => NaN, [1]).value).toBeNaN();
    expect(nelderMead(() => Infinity, [1]).value).toBeNaN();
  });
});
