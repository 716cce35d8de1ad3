import { cxError } from '../core/errors.js';
import type { Score } from '../core/field.js';

/** How bands were cut: at edges that somebody set, at quantiles of the data, or where the data leaves the widest gaps. */
export type BandMethod = 'edges' | 'quantiles' | 'natural-breaks';

/** Bands of a number, as plain JSON: cut once, stored, and applied to every wave alike, so that a band means the same each time. */
export interface Bands {
  /** How the edges were found. */
  readonly method: BandMethod;
  /** Numbers at which the next band begins, rising; no number lies outside all bands, because the outer two are open. */
  readonly edges: readonly number[];
  /** Which edge a band holds: its lower one. A value at an edge belongs to the band above it. */
  readonly closed: 'lower';
  /**
   * Label of each band, one more than edges, from the lowest. Each begins with its place, `'1: < 10'`, because segments come in
   * code-unit order of their values: that order then is the order of the bands.
   */
  readonly labels: readonly string[];
  /** How many bands were asked for: there are fewer where the data has too few distinct values. */
  readonly requested: number;
  /** Values the edges were found from; `null` for edges that somebody set. */
  readonly sampleSize: number | null;
  /** Missing values among the data; `null` for edges that somebody set. */
  readonly missing: number | null;
}

/** Options of bands. */
export interface BandOptions {
  /**
   * Names of the bands from the lowest, such as `['small', 'middle', 'large']`; each gets its place before it. From the edges unless given.
   * A list that is longer or shorter than the bands is an error.
   */
  readonly labels?: readonly string[] | undefined;
}

/** Puts bands together: labels from the names given, or from the edges. */
export function toBands(
  where: string,
  cut: Pick<Bands, 'method' | 'edges' | 'requested' | 'sampleSize' | 'missing'>,
  names: readonly string[] | undefined,
): Bands {
  const { edges } = cut;
  const count = edges.length + 1;
  const isNamed =
    names === undefined ||
    (Array.isArray(names) &&
      names.length === count &&
      names.every((label) => typeof label === 'string' && label.trim() !== ''));
  if (!isNamed)
    throw cxError('CX_INVALID_OPTION', `${where}: option "labels"`, `${count} texts, one for each band`, names);
  const width = String(count).length;
  const labels = (names ?? edgeLabels(edges)).map((label, i) => `${String(i + 1).padStart(width, '0')}: ${label}`);
  return { ...cut, edges: edges.slice(), closed: 'lower', labels };
}

/** What a band holds in signs that are read in every language; rounded to six digits unless that would make two edges look alike. */
function edgeLabels(edges: readonly number[]): string[] {
  const short = edges.map((edge) => String(Number(edge.toPrecision(6))));
  const shown = new Set(short).size === edges.length ? short : edges.map(String);
  if (shown.length === 0) return ['any'];
  return [
    `< ${shown[0] as string}`,
    ...shown.slice(1).map((edge, i) => `≥ ${shown[i] as string}, < ${edge}`),
    `≥ ${shown[shown.length - 1] as string}`,
  ];
}

/** Refuses what is no record of bands, as it may come from a file or a caller without types. */
export function requireBands(where: string, bands: Bands): void {
  const { edges, labels, closed } = Object(bands) as Partial<Bands>;
  const isCut =
    Array.isArray(edges) &&
    edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (edges[i - 1] as number)));
  const isLabelled =
    Array.isArray(labels) &&
    labels.length === (edges ?? []).length + 1 &&
    labels.every((label) => typeof label === 'string');
  if (!isCut || !isLabelled || closed !== 'lower')
    throw cxError(
      'CX_INVALID_OPTION',
      `${where}: "bands"`,
      'a record of bands with rising "edges", one "labels" more, and "closed" lower',
      bands,
    );
}

/** Finds the label of a value among checked bands; `place` names the value in an error. */
export function labelOf(place: string, value: unknown, { edges, labels }: Bands): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw cxError('CX_INVALID_INPUT', place, 'a finite number or missing', value);
  const above = edges.findIndex((edge) => value < edge);
  return labels[above === -1 ? edges.length : above] as string;
}

/**
 * Tells which band a value lies in.
 *
 * Use it for one value; {@link bandBy} makes a dimension of it.
 *
 * @param value - A number; `null` and `undefined` are missing.
 * @param bands - Bands of {@link bandsFromEdges}, {@link bandsFromQuantiles} or {@link bandsFromNaturalBreaks}, or the same from JSON.
 * @returns The label of the band; `null` for a missing value, which is a segment of its own.
 * @throws RangeError or TypeError with code `CX_INVALID_INPUT` for NaN, an infinite number or text, because the wrong column was read, and
 * `CX_INVALID_OPTION` for a record that is none of bands.
 * @example
 * ```ts
 * import { bandOf, bandsFromEdges } from 'cx-scoring/segmentation';
 *
 * const headcount = bandsFromEdges([10, 50, 250]);
 * bandOf(49, headcount); // => '2: ≥ 10, < 50'
 * bandOf(50, headcount); // => '3: ≥ 50, < 250'
 * bandOf(null, headcount); // => null
 * bandOf(NaN, headcount); // throws CX_INVALID_INPUT
 * ```
 */
export function bandOf(value: Score, bands: Bands): string | null {
  requireBands('bandOf', bands);
  return labelOf('bandOf: "value"', value, bands);
}
