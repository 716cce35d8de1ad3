import { logisticRegression } from '../../src/statistics/logisticRegression.js';

/**
 * The 95 % profile limits of a logistic coefficient as `confint.glm` of MASS 7.3 makes them: signed roots of the drop in deviance at steps
 * of a fifth of the reach, a spline through them at three times as many points, and linear interpolation between those.
 */
export function interpolatedProfileLimits(
  x: readonly number[][],
  y: readonly number[],
  place: number,
): { lower: number; upper: number } {
  const fit = logisticRegression(x, y);
  const own = place === 0 ? y.map(() => 1) : (x[place - 1] as number[]);
  const others = x.filter((_, k) => k !== place - 1);
  const estimate = fit.coefficients[place] as number;
  const error = fit.standardErrors[place] as number;
  // The root of the chi-square quantile at 1 - 0.05 / 4.
  const reach = 2.4977054744123746;
  const points = [{ value: estimate, root: 0 }];
  for (const side of [-1, 1]) {
    for (let step = 1, root = 0; step <= 10 && Math.abs(root) < reach; step++) {
      const value = estimate + side * step * (reach / 5) * error;
      const held = logisticRegression(others, y, { offset: own.map((v) => v * value), intercept: place > 0 });
      root = side * Math.sqrt(held.deviance - fit.deviance);
      points.push({ value, root });
    }
  }
  points.sort((a, b) => a.value - b.value);
  const values = points.map(({ value }) => value);
  const roots = points.map(({ root }) => root);
  const first = values[0] as number;
  const span = (values.at(-1) as number) - first;
  const grid = Array.from({ length: 3 * values.length }, (_, i) => first + (span * i) / (3 * values.length - 1));
  const spline = grid.map((at) => splineAt(values, roots, at));
  const limit = (target: number): number => {
    const after = spline.findIndex((root) => root >= target);
    const [low, high] = [spline[after - 1] as number, spline[after] as number];
    const [from, to] = [grid[after - 1] as number, grid[after] as number];
    return from + ((to - from) * (target - low)) / (high - low);
  };
  return { lower: limit(-1.959963984540054), upper: limit(1.959963984540054) };
}

// The cubic spline of Forsythe, Malcolm and Moler, whose ends have the third derivative of the cubic through four points.
function splineAt(x: readonly number[], y: readonly number[], at: number): number {
  const n = x.length;
  const X = (i: number): number => x[i] as number;
  const Y = (i: number): number => y[i] as number;
  const h = Array.from({ length: n - 1 }, (_, i) => X(i + 1) - X(i));
  const slope = h.map((width, i) => (Y(i + 1) - Y(i)) / width);
  const H = (i: number): number => h[i] as number;
  const S = (i: number): number => slope[i] as number;
  const third = (i: number): number => {
    const second = (k: number): number => (S(k + 1) - S(k)) / (X(k + 2) - X(k));
    return (second(i + 1) - second(i)) / (X(i + 3) - X(i));
  };
  const diagonal = Array.from({ length: n }, (_, i) =>
    i === 0 ? -H(0) : i === n - 1 ? -H(n - 2) : 2 * (H(i - 1) + H(i)),
  );
  const right = Array.from({ length: n }, (_, i) => {
    if (i === 0) return third(0) * H(0) ** 2;
    if (i === n - 1) return -third(n - 4) * H(n - 2) ** 2;
    return S(i) - S(i - 1);
  });
  for (let i = 1; i < n; i++) {
    const factor = H(i - 1) / (diagonal[i - 1] as number);
    diagonal[i] = (diagonal[i] as number) - factor * H(i - 1);
    right[i] = (right[i] as number) - factor * (right[i - 1] as number);
  }
  const sigma = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const above = i < n - 1 ? H(i) * (sigma[i + 1] as number) : 0;
    sigma[i] = ((right[i] as number) - above) / (diagonal[i] as number);
  }
  let i = n - 2;
  while (i > 0 && at < X(i)) i--;
  const [a, b] = [sigma[i] as number, sigma[i + 1] as number];
  const t = at - X(i);
  return Y(i) + t * (S(i) - H(i) * (b + 2 * a) + t * (3 * a + (t * (b - a)) / H(i)));
}
