import { describe, expect, it } from 'vitest';
import { randomEffectsMean } from '../../src/statistics/betweenVariance.js';
import { shrunkenMeans } from '../../src/statistics/shrunkenMeans.js';

/** Log risk ratios of 13 trials of the BCG vaccine: Colditz et al. (1994), as `dat.bcg` of R's metafor. */
const BCG = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;

/** Log odds ratios of the CLASP example: events and sizes, DerSimonian and Kacker (2007). */
const CLASP = [
  [5, 156, 8, 74],
  [5, 303, 17, 303],
  [12, 565, 9, 477],
  [69, 1570, 94, 1565],
  [9, 103, 11, 105],
  [313, 4659, 352, 4650],
] as const;

/** Teacher expectancy: Raudenbush and Bryk (1985), as `dat.raudenbush1985` of R's metafor. */
const EXPECTANCY = {
  values: [
    0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.8, 0.54, 0.18, -0.02, 0.23, -0.18, -0.06, 0.3, 0.07,
    -0.07,
  ],
  variances: [
    0.0156, 0.0216, 0.0279, 0.1391, 0.1362, 0.0106, 0.0106, 0.0484, 0.0269, 0.063, 0.0912, 0.0497, 0.0835, 0.0841,
    0.0253, 0.0279, 0.0193, 0.0088, 0.0303,
  ],
};

const SCHOOLS = { values: [28, 8, -3, 7, -1, 1, 18, 12], errors: [15, 10, 16, 11, 9, 11, 10, 18] };

const roots = (variances: readonly number[]): number[] => variances.map(Math.sqrt);

describe('the variance between groups', () => {
  const values = BCG.map(([a, b, c, d]) => Math.log(a / (a + b) / (c / (c + d))));
  const errors = roots(BCG.map(([a, b, c, d]) => 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)));

  // metafor's manual and tests give four digits; its iterated DerSimonian-Laird estimator solves the equation of Paule and Mandel.
  it.each([
    ['reml', 0.3132],
    ['paule-mandel', 0.3181],
    ['dersimonian-laird', 0.3088],
  ] as const)('of the BCG trials is that of metafor: %s', (method, expected) => {
    expect(randomEffectsMean(values, errors, method).betweenVariance).toBeCloseTo(expected, 4);
  });

  it('of the BCG trials gives the mean and error of metafor', () => {
    const { mean, standardError } = randomEffectsMean(values, errors, 'reml');
    expect(mean).toBeCloseTo(-0.7145, 4);
    expect(standardError).toBeCloseTo(0.1798, 4);
  });

  it.each([
    ['paule-mandel', 0.3681, -0.3811, 0.206],
    ['reml', 0.1843, -0.298, 0.1343],
    ['dersimonian-laird', 0.2323, -0.324, 0.154],
  ] as const)('of the CLASP trials is that of DerSimonian and Kacker (2007): %s', (method, tau, mean, error) => {
    const odds = CLASP.map(([a, n, c, m]) => Math.log((a * (m - c)) / (c * (n - a))));
    const spread = roots(CLASP.map(([a, n, c, m]) => 1 / a + 1 / (n - a) + 1 / c + 1 / (m - c)));
    const found = randomEffectsMean(odds, spread, method);
    expect(Math.sqrt(found.betweenVariance)).toBeCloseTo(tau, 4);
    expect(found.mean).toBeCloseTo(mean, 4);
    expect(found.standardError).toBeCloseTo(error, 4);
  });

  it.each([
    ['paule-mandel', 0.192, 0.0104],
    ['reml', 0.2232, 0.0157],
    ['dersimonian-laird', 0.2768, 0.0126],
  ] as const)('of the examples of Viechtbauer (2005) is the published one: %s', (method, first, second) => {
    // His empirical Bayes estimator solves the equation of Paule and Mandel.
    const one = randomEffectsMean(
      [-0.581, 0.53, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232],
      roots([0.023, 0.052, 0.06, 0.115, 0.095, 0.203, 0.2, 0.211, 0.051, 0.04]),
      method,
    );
    const other = randomEffectsMean(
      [
        0.1, -0.162, -0.09, -0.049, -0.046, -0.01, -0.431, -0.261, 0.134, 0.019, 0.175, 0.056, 0.045, 0.103, 0.121,
        -0.482, 0.29, 0.342,
      ],
      roots([
        0.016, 0.015, 0.05, 0.05, 0.032, 0.052, 0.036, 0.024, 0.034, 0.033, 0.031, 0.034, 0.039, 0.167, 0.134, 0.096,
        0.016, 0.035,
      ]),
      method,
    );
    expect(one.betweenVariance).toBeCloseTo(first, 4);
    expect(other.betweenVariance).toBeCloseTo(second, 4);
  });

  it.each(['paule-mandel', 'reml', 'dersimonian-laird'] as const)(
    'of the eight schools is 0, with the pooled mean 7.7 and error 4.1 of Rubin (1981): %s',
    (method) => {
      const { betweenVariance, mean, standardError } = randomEffectsMean(SCHOOLS.values, SCHOOLS.errors, method);
      expect(betweenVariance).toBe(0);
      expect(mean).toBeCloseTo(7.7, 1);
      expect(standardError).toBeCloseTo(4.1, 1);
    },
  );
});

describe('shrunken means', () => {
  it('of the expectancy studies are those of Raudenbush and Bryk (1985), as metafor prints them', () => {
    const { groups, betweenVariance, mean } = shrunkenMeans(EXPECTANCY.values, roots(EXPECTANCY.variances), {
      method: 'reml',
      correction: 'none',
    });
    const published = [
      0.0543, 0.1006, -0.0064, 0.2144, 0.1051, -0.0082, 0.0174, -0.0293, 0.1604, 0.2485, 0.1618, 0.1102, 0.0646, 0.1105,
      -0.0288, 0.0258, 0.1905, 0.0744, 0.0248,
    ];
    const lower = [
      -0.1324, -0.1033, -0.2228, -0.0533, -0.1622, -0.1737, -0.1481, -0.2689, -0.0543, 0, -0.097, -0.1303, -0.192,
      -0.1463, -0.2405, -0.1906, -0.0076, -0.0808, -0.1954,
    ];
    const upper = [
      0.2411, 0.3045, 0.21, 0.4821, 0.3724, 0.1572, 0.1828, 0.2102, 0.3751, 0.497, 0.4206, 0.3507, 0.3212, 0.3672,
      0.1829, 0.2422, 0.3886, 0.2295, 0.245,
    ];
    expect(betweenVariance).toBeCloseTo(0.0188, 4);
    expect(mean).toBeCloseTo(0.0837, 4);
    // The published data are rounded to four digits, which moves the last one of the results.
    groups.forEach(({ value, standardError }, i) => {
      expect(Math.abs(value - (published[i] as number))).toBeLessThan(3e-4);
      expect(Math.abs(value - 1.959964 * standardError - (lower[i] as number))).toBeLessThan(3e-4);
      expect(Math.abs(value + 1.959964 * standardError - (upper[i] as number))).toBeLessThan(3e-4);
    });
  });

  const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];

  it('of the batting averages of 1970 are those of Efron and Morris (1975), on their scale of arc sines', () => {
    const root = Math.sqrt(45);
    const { groups } = shrunkenMeans(
      hits.map((own) => root * Math.asin((2 * own) / 45 - 1)),
      hits.map(() => 1),
    );
    expect(groups[0]?.weightOfMean).toBeCloseTo(1 - 0.209, 3);
    expect(groups.map(({ value }) => Number(((Math.sin(value / root) + 1) / 2).toFixed(3)))).toEqual([
      0.29, 0.286, 0.281, 0.277, 0.273, 0.273, 0.268, 0.264, 0.259, 0.259, 0.254, 0.254, 0.254, 0.254, 0.254, 0.249,
      0.244, 0.239,
    ]);
  });

  it('of the plain batting averages are those of Efron (2010), table 1.1', () => {
    const averages = hits.map((own) => own / 45);
    const common = 215 / 810;
    const error = Math.sqrt((common * (1 - common)) / 45);
    const { groups, mean } = shrunkenMeans(
      averages,
      hits.map(() => error),
    );
    expect(mean).toBeCloseTo(0.265, 3);
    expect(groups.map(({ value }) => Number(value.toFixed(3)))).toEqual([
      0.294, 0.289, 0.285, 0.28, 0.275, 0.275, 0.27, 0.266, 0.261, 0.261, 0.256, 0.256, 0.256, 0.256, 0.256, 0.252,
      0.247, 0.242,
    ]);
  });

  it('of the eight schools keep two sevenths of their own value, since the variance of 0 is an estimate', () => {
    const { groups, mean } = shrunkenMeans(SCHOOLS.values, SCHOOLS.errors);
    SCHOOLS.values.forEach((raw, i) => {
      expect(groups[i]?.weightOfMean).toBeCloseTo(5 / 7, 12);
      expect(groups[i]?.value).toBeCloseTo(mean + (2 / 7) * (raw - mean), 10);
    });
  });
});
