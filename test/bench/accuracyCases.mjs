// What is computed for the table of accuracy: reference values, and how each library is asked for them, the way its own
// documentation says.
import { readFileSync } from 'node:fs';
import beta from '@stdlib/stats-base-dists-beta';
import binomial from '@stdlib/stats-base-dists-binomial';
import chisquare from '@stdlib/stats-base-dists-chisquare';
import f from '@stdlib/stats-base-dists-f';
import gamma from '@stdlib/stats-base-dists-gamma';
import normal from '@stdlib/stats-base-dists-normal';
import poisson from '@stdlib/stats-base-dists-poisson';
import t from '@stdlib/stats-base-dists-t';
import stdlibErf from '@stdlib/math-base-special-erf';
import stdlibErfc from '@stdlib/math-base-special-erfc';
import stdlibGammaln from '@stdlib/math-base-special-gammaln';
import stdlibMean from '@stdlib/stats-base-mean';
import stdlibVariance from '@stdlib/stats-base-variance';
import pcorrtest from '@stdlib/stats-pcorrtest';
import ttest from '@stdlib/stats-ttest';
import ttest2 from '@stdlib/stats-ttest2';
import jstat from 'jstat';
import { correlation, Matrix, solve } from 'ml-matrix';
import * as simple from 'simple-statistics';
import * as own from '../../dist/statistics/index.js';

const { jStat } = jstat;

const fixture = (topic) =>
  JSON.parse(readFileSync(new URL(`../oracle/fixtures/${topic}.json`, import.meta.url), 'utf8')).cases;

/** An upper tail as one less the lower: what a library without upper tails leaves its users. */
const complement = (lower) => Object.assign((input) => 1 - lower(input), { isComplement: true });

const distributions = fixture('distributions');
// A number below the smallest normal one has no fifteen digits that could be right.
const law = (dist, fn) =>
  distributions
    .filter(({ input, expected }) => input.dist === dist && input.fn === fn && !(Math.abs(expected.value) < 2 ** -1022))
    .map(({ input, expected }) => ({ input, expected: Number(expected.value) }));

const normalLaw = {
  simple: ({ x }) => simple.cumulativeStdNormalProbability(x),
  jstat: ({ x }) => jStat.normal.cdf(x, 0, 1),
  stdlib: ({ x }) => normal.cdf(x, 0, 1),
};
const tLaw = { jstat: ({ x, df }) => jStat.studentt.cdf(x, df), stdlib: ({ x, df }) => t.cdf(x, df) };
const chiLaw = { jstat: ({ x, df }) => jStat.chisquare.cdf(x, df), stdlib: ({ x, df }) => chisquare.cdf(x, df) };
const fLaw = {
  jstat: ({ x, df1, df2 }) => jStat.centralF.cdf(x, df1, df2),
  stdlib: ({ x, df1, df2 }) => f.cdf(x, df1, df2),
};
const gammaLaw = { jstat: ({ a, x }) => jStat.lowRegGamma(a, x), stdlib: ({ a, x }) => gamma.cdf(x, a, 1) };
const complements = (lower) =>
  Object.fromEntries(Object.entries(lower).map(([library, compute]) => [library, complement(compute)]));

const laws = [
  { name: 'normal, lower tail', cases: law('normal', 'cdf'), own: ({ x }) => own.normalLowerTail(x), ...normalLaw },
  {
    name: 'normal, upper tail',
    cases: law('normal', 'sf'),
    own: ({ x }) => own.normalUpperTail(x),
    ...complements(normalLaw),
  },
  {
    name: 'normal, quantile',
    cases: law('normal', 'quantile'),
    own: ({ p }) => own.normalQuantile(p),
    simple: ({ p }) => simple.probit(p),
    jstat: ({ p }) => jStat.normal.inv(p, 0, 1),
    stdlib: ({ p }) => normal.quantile(p, 0, 1),
  },
  { name: 'Student t, lower tail', cases: law('t', 'cdf'), own: ({ x, df }) => own.studentTLowerTail(x, df), ...tLaw },
  {
    name: 'Student t, upper tail',
    cases: law('t', 'sf'),
    own: ({ x, df }) => own.studentTUpperTail(x, df),
    ...complements(tLaw),
  },
  {
    name: 'Student t, quantile',
    cases: fixture('student_t_quantiles').map(({ input, expected }) => ({ input, expected: expected.value })),
    own: ({ p, df }) => own.studentTQuantile(p, df),
    jstat: ({ p, df }) => jStat.studentt.inv(p, df),
    stdlib: ({ p, df }) => t.quantile(p, df),
  },
  {
    name: 'chi-squared, lower tail',
    cases: law('chi2', 'cdf'),
    own: ({ x, df }) => own.chiSquaredLowerTail(x, df),
    ...chiLaw,
  },
  {
    name: 'chi-squared, upper tail',
    cases: law('chi2', 'sf'),
    own: ({ x, df }) => own.chiSquaredUpperTail(x, df),
    ...complements(chiLaw),
  },
  {
    name: 'chi-squared, quantile',
    cases: law('chi2', 'quantile'),
    own: ({ p, df }) => own.chiSquaredQuantile(p, df),
    jstat: ({ p, df }) => jStat.chisquare.inv(p, df),
    stdlib: ({ p, df }) => chisquare.quantile(p, df),
  },
  {
    name: 'F, upper tail',
    cases: law('F', 'sf'),
    own: ({ x, df1, df2 }) => own.fUpperTail(x, df1, df2),
    ...complements(fLaw),
  },
  {
    name: 'F, quantile',
    cases: law('F', 'quantile'),
    own: ({ p, df1, df2 }) => own.fQuantile(p, df1, df2),
    jstat: ({ p, df1, df2 }) => jStat.centralF.inv(p, df1, df2),
    stdlib: ({ p, df1, df2 }) => f.quantile(p, df1, df2),
  },
  {
    name: 'beta, lower tail',
    cases: law('beta', 'cdf'),
    own: ({ x, a, b }) => own.betaLowerTail(x, a, b),
    jstat: ({ x, a, b }) => jStat.beta.cdf(x, a, b),
    stdlib: ({ x, a, b }) => beta.cdf(x, a, b),
  },
  {
    name: 'beta, quantile',
    cases: law('beta', 'quantile'),
    own: ({ p, a, b }) => own.betaQuantile(p, a, b),
    jstat: ({ p, a, b }) => jStat.beta.inv(p, a, b),
    stdlib: ({ p, a, b }) => beta.quantile(p, a, b),
  },
  {
    name: 'gamma, lower tail',
    cases: law('gammaRegularized', 'P'),
    own: ({ a, x }) => own.lowerRegularizedGamma(a, x),
    ...gammaLaw,
  },
  {
    name: 'gamma, upper tail',
    cases: law('gammaRegularized', 'Q'),
    own: ({ a, x }) => own.upperRegularizedGamma(a, x),
    ...complements(gammaLaw),
  },
  {
    name: 'binomial, mass',
    cases: law('binomial', 'pmf'),
    own: ({ x, n, p }) => own.binomialMass(x, n, p),
    simple: ({ x, n, p }) => simple.binomialDistribution(n, p)[x],
    jstat: ({ x, n, p }) => jStat.binomial.pdf(x, n, p),
    stdlib: ({ x, n, p }) => binomial.pmf(x, n, p),
  },
  {
    name: 'binomial, lower tail',
    cases: law('binomial', 'cdf'),
    own: ({ x, n, p }) => own.binomialLowerTail(x, n, p),
    jstat: ({ x, n, p }) => jStat.binomial.cdf(x, n, p),
    stdlib: ({ x, n, p }) => binomial.cdf(x, n, p),
  },
  {
    name: 'Poisson, mass',
    cases: law('poisson', 'pmf'),
    own: ({ x, lambda }) => own.poissonMass(x, lambda),
    simple: ({ x, lambda }) => simple.poissonDistribution(lambda)[x],
    jstat: ({ x, lambda }) => jStat.poisson.pdf(x, lambda),
    stdlib: ({ x, lambda }) => poisson.pmf(x, lambda),
  },
  {
    name: 'Poisson, lower tail',
    cases: law('poisson', 'cdf'),
    own: ({ x, lambda }) => own.poissonLowerTail(x, lambda),
    jstat: ({ x, lambda }) => jStat.poisson.cdf(x, lambda),
    stdlib: ({ x, lambda }) => poisson.cdf(x, lambda),
  },
  {
    name: 'error function',
    cases: law('erf', 'value'),
    own: ({ x }) => own.erf(x),
    simple: ({ x }) => simple.errorFunction(x),
    jstat: ({ x }) => jStat.erf(x),
    stdlib: ({ x }) => stdlibErf(x),
  },
  {
    name: 'complementary error function',
    cases: law('erfc', 'value'),
    own: ({ x }) => own.erfc(x),
    simple: complement(({ x }) => simple.errorFunction(x)),
    jstat: ({ x }) => jStat.erfc(x),
    stdlib: ({ x }) => stdlibErfc(x),
  },
  {
    name: 'logarithm of the gamma function',
    cases: law('lgamma', 'value'),
    own: ({ x }) => own.logGamma(x),
    simple: ({ x }) => simple.gammaln(x),
    jstat: ({ x }) => jStat.gammaln(x),
    stdlib: ({ x }) => stdlibGammaln(x),
  },
];

/** Cases of a fixture whose name begins so, with the number or numbers that `read` takes from the reference. */
const tests = (topic, prefix, read) =>
  fixture(topic)
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ input, expected }) => ({ input, expected: read(expected) }));

/** Pearson's correlation of two columns as matrices. */
const mlCorrelation = ({ x, y }) => correlation(Matrix.columnVector(x), Matrix.columnVector(y)).get(0, 0);
/** The quantiles of a type, one by one. */
const quantileCases = (type) =>
  fixture('descriptive')
    .filter(({ name }) => name.startsWith('quantile types'))
    .flatMap(({ input: { x, p }, expected }) =>
      p.map((share, k) => ({ input: { x, p: share }, expected: expected[type][k] })),
    );

const samples = [
  {
    name: 'one-sample t test: t',
    cases: tests('location', 'one-sample t', ({ t: statistic }) => statistic),
    own: ({ x, mu }) => own.oneSampleTTest(x, { hypothesized: mu }).statistic,
    simple: ({ x, mu }) => simple.tTest(x, mu),
    // It gives the distance of the value from the sample's mean, so that its sign is turned round.
    jstat: ({ x, mu }) => -jStat.tscore(mu, x),
    stdlib: ({ x, mu }) => ttest(x, { mu }).statistic,
  },
  {
    name: 'one-sample t test: p',
    cases: tests('location', 'one-sample t', ({ p }) => p),
    own: ({ x, mu }) => own.oneSampleTTest(x, { hypothesized: mu }).pValue,
    jstat: ({ x, mu }) => jStat.ttest(mu, x, 2),
    stdlib: ({ x, mu }) => ttest(x, { mu }).pValue,
  },
  {
    name: 'two-sample t test (Welch): p',
    cases: tests('location', 'two-sample t', ({ welch }) => welch.p),
    own: ({ x, y }) => own.twoSampleTTest(x, y).pValue,
    stdlib: ({ x, y }) => ttest2(x, y).pValue,
  },
  {
    name: 'two-sample t test (equal variances): t',
    cases: tests('location', 'two-sample t', ({ pooled }) => pooled.t),
    own: ({ x, y }) => own.twoSampleTTest(x, y, { variances: 'pooled' }).statistic,
    simple: ({ x, y }) => simple.tTestTwoSample(x, y, 0),
    stdlib: ({ x, y }) => ttest2(x, y, { variance: 'equal' }).statistic,
  },
  {
    name: 'analysis of variance: p',
    cases: tests('location', 'anova', ({ p }) => p),
    own: ({ groups }) => own.anova(groups).pValue,
    jstat: ({ groups }) => jStat.anovaftest(...groups),
  },
  {
    name: 'Pearson correlation',
    cases: tests('correlation', '', ({ pearson }) => pearson?.r).filter(({ expected }) => expected !== undefined),
    own: ({ x, y }) => own.pearsonCorrelation(x, y).coefficient,
    simple: ({ x, y }) => simple.sampleCorrelation(x, y),
    jstat: ({ x, y }) => jStat.corrcoeff(x, y),
    stdlib: ({ x, y }) => pcorrtest(x, y).pcorr,
    ml: mlCorrelation,
  },
  {
    name: 'Pearson correlation: p',
    cases: tests('correlation', '', ({ pearson }) => pearson?.p).filter(({ expected }) => expected !== undefined),
    own: ({ x, y }) => own.pearsonCorrelation(x, y).pValue,
    stdlib: ({ x, y }) => pcorrtest(x, y).pValue,
  },
  {
    name: 'Spearman correlation',
    cases: tests('correlation', '', ({ spearman }) => spearman?.r ?? spearman?.rho).filter(
      ({ expected }) => expected !== undefined,
    ),
    own: ({ x, y }) => own.spearmanCorrelation(x, y).coefficient,
    simple: ({ x, y }) => simple.sampleRankCorrelation(x, y),
    jstat: ({ x, y }) => jStat.spearmancoeff(x, y),
  },
  {
    name: 'quantiles of type 7',
    cases: quantileCases('type7'),
    own: ({ x, p }) => own.quantile(x, p),
    simple: ({ x, p }) => simple.quantile(x, p),
    jstat: ({ x, p }) => jStat.quantiles(x, [p], 1, 1)[0],
  },
];

/** NIST's data sets of accuracy: a start, and then two numbers by turns, so many times. */
const numAcc = (first, second, third, size) => [
  first,
  ...Array.from({ length: size - 1 }, (_, i) => (i % 2 === 0 ? second : third)),
];

const univariate = [
  { name: 'NumAcc1', values: [10000001, 10000003, 10000002], mean: 10000002, deviation: 1 },
  { name: 'NumAcc2', values: numAcc(1.2, 1.1, 1.3, 1001), mean: 1.2, deviation: 0.1 },
  { name: 'NumAcc3', values: numAcc(1000000.2, 1000000.1, 1000000.3, 1001), mean: 1000000.2, deviation: 0.1 },
  { name: 'NumAcc4', values: numAcc(10000000.2, 10000000.1, 10000000.3, 1001), mean: 10000000.2, deviation: 0.1 },
].flatMap(({ name, values, mean, deviation }) => [
  {
    name: `${name}: mean`,
    cases: [{ input: values, expected: mean }],
    own: own.mean,
    simple: simple.mean,
    jstat: jStat.mean,
    stdlib: (x) => stdlibMean(x.length, x, 1),
    ml: (x) => Matrix.columnVector(x).mean(),
  },
  {
    name: `${name}: standard deviation`,
    cases: [{ input: values, expected: deviation }],
    own: own.standardDeviation,
    simple: simple.sampleStandardDeviation,
    jstat: (x) => jStat.stdev(x, true),
    stdlib: (x) => Math.sqrt(stdlibVariance(x.length, 1, x, 1)),
    ml: (x) => Matrix.columnVector(x).standardDeviation(),
  },
]);

function predictorsOf({ degree, x }) {
  if (degree === null) return x;
  const powers = [];
  for (let power = 0; power < degree; power++)
    powers.push(x[0].map((value, i) => value * (powers[power - 1]?.[i] ?? 1)));
  return powers;
}

/** The design by rows, with a column of ones where there is a constant. */
function designOf(input) {
  const columns = predictorsOf(input);
  return input.y.map((_, i) => [...(input.intercept ? [1] : []), ...columns.map((column) => column[i])]);
}

const regression = fixture('nist_linear').flatMap(({ name, input, expected }) => {
  const isLine = input.degree === 1 && input.intercept;
  const fit = () => own.leastSquares(predictorsOf(input), input.y, { intercept: input.intercept });
  return [
    {
      name: `${name}: coefficients`,
      cases: [{ input, expected: expected.coefficients }],
      own: () => fit().coefficients,
      ...(isLine && {
        simple: () => {
          const { m, b } = simple.linearRegression(input.x[0].map((value, i) => [value, input.y[i]]));
          return [b, m];
        },
      }),
      jstat: () => jStat.lstsq(designOf(input), input.y),
      ml: () => solve(new Matrix(designOf(input)), Matrix.columnVector(input.y)).to1DArray(),
    },
    {
      name: `${name}: their standard errors`,
      cases: [{ input, expected: expected.se }],
      own: () => fit().standardErrors,
      jstat: () => jStat.models.ols(input.y, designOf(input)).t.se,
    },
  ];
});

export const SECTIONS = [
  {
    title: 'Distributions and special functions',
    text: 'Reference: mpmath with 50 digits, far into the tails (p down to 1e-300, up to a million degrees of freedom).',
    rows: laws,
  },
  {
    title: 'Tests, correlations and quantiles',
    text: 'Reference: R. It computes with doubles, too: these digits are those on which both agree.',
    rows: samples,
  },
  {
    title: 'Mean and standard deviation on the data sets of NIST',
    text: 'Certified values. The decimals of NumAcc3 and NumAcc4 are no doubles: with the data as they round, no arithmetic gives more than 9.5 and 8.3 digits of the deviation.',
    rows: univariate,
  },
  {
    title: 'Linear regression on the data sets of NIST',
    text: 'Certified values; the coefficient or standard error with the fewest digits counts. The powers of Filip are no doubles: as they round, the exact solution has 7.9 digits in common with the certified one.',
    rows: regression,
  },
];
