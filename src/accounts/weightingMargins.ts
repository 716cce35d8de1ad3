import { cxError } from '../core/errors.js';
import { requireOption } from '../core/options.js';
import { sum } from '../statistics/sum.js';
import {
  classPath,
  classReaders,
  classTable,
  showPath,
  type ClassReader,
  type ClassTable,
} from './weightingClasses.js';
import type { WeightingTarget } from './weightingStep.js';
import type { StepExclusions } from './weightingReport.js';
import { carryingRows, type WeightingState } from './weightingState.js';

/** A margin over the rows that a step weights. */
export interface PreparedMargin {
  /** Where it stands, for errors. */
  readonly where: string;
  /** Name for reports. */
  readonly name: string;
  /** Names of the classes. */
  readonly paths: readonly (readonly string[])[];
  /** Class of each row. */
  readonly codes: readonly number[];
  /** Total that each class should have. */
  readonly targets: readonly number[];
}

/** The rows that a step weights, with their classes. */
export interface PreparedMargins {
  /** Indexes of the rows that carry weight and have a class in every margin. */
  readonly rows: readonly number[];
  /** The margins, aligned with these rows. */
  readonly margins: readonly PreparedMargin[];
  /** Rows left out. */
  readonly excluded: StepExclusions;
}

interface OpenMargin<Row> {
  readonly where: string;
  readonly name: string;
  readonly readers: readonly ClassReader<Row>[];
  readonly table: ClassTable;
  readonly codes: number[];
  readonly isLenient: boolean;
}

/** Puts rows in the classes of every margin and refuses a class that should have weight and has nobody to carry it. */
export function prepareMargins<Row>(
  where: string,
  state: WeightingState<Row>,
  targets: readonly WeightingTarget<Row>[],
  candidates: readonly number[] = carryingRows(state),
): PreparedMargins {
  const open = targets.map((target, place) => openMargin(where, target, place));
  const rows: number[] = [];
  const excluded = { missingClass: 0, withoutTarget: 0, missingAmount: 0 };
  for (const index of candidates) {
    const codes = codesOf(open, state.rows[index] as Row, index);
    if (typeof codes === 'string') {
      excluded[codes]++;
      continue;
    }
    rows.push(index);
    open.forEach((margin, place) => margin.codes.push(codes[place] as number));
  }
  for (const margin of open) refuseEmptyClasses(margin);
  const margins = open.map(({ where: at, name, table, codes }) => ({
    where: at,
    name,
    paths: table.paths,
    codes,
    targets: table.targets,
  }));
  return { rows, margins, excluded };
}

function openMargin<Row>(where: string, given: WeightingTarget<Row>, place: number): OpenMargin<Row> {
  const { by, targets, withoutTarget = 'throw' } = given ?? {};
  const readers = classReaders(`${where}, margin ${place + 1}`, by);
  const name = readers.map((reader, field) => reader.name ?? `field ${field + 1}`).join(' × ');
  const at = `${where}, margin "${name}"`;
  const isPolicy = withoutTarget === 'throw' || withoutTarget === 'exclude';
  requireOption(isPolicy, at, 'withoutTarget', '"throw" or "exclude"', withoutTarget);
  const table = classTable(`${at}: targets`, targets, readers);
  return { where: at, name, readers, table, codes: [], isLenient: withoutTarget === 'exclude' };
}

function codesOf<Row>(
  margins: readonly OpenMargin<Row>[],
  row: Row,
  index: number,
): number[] | 'missingClass' | 'withoutTarget' {
  const codes: number[] = [];
  for (const { where, readers, table, isLenient } of margins) {
    const path = classPath(readers, row, index);
    if (path === null) return 'missingClass';
    const code = table.placeOf(path);
    if (code === undefined) {
      if (isLenient) return 'withoutTarget';
      const rule = `given for every class of the rows (or the class merged by "collapse", or left out by withoutTarget: 'exclude')`;
      throw cxError('CX_INVALID_OPTION', `${where}: target of class ${showPath(path)}`, rule, undefined);
    }
    codes.push(code);
  }
  return codes;
}

function refuseEmptyClasses<Row>({ where, table, codes }: OpenMargin<Row>): void {
  const held = new Set(codes);
  const empty = table.targets.findIndex((target, code) => target > 0 && !held.has(code));
  if (empty < 0) return;
  const path = showPath(table.paths[empty] as readonly string[]);
  const rule = 'at least 1, since the class has a target (merge it into another by "collapse")';
  throw cxError('CX_INVALID_OPTION', `${where}: rows of class ${path}`, rule, 0);
}

/** Brings margins to one total: shares take the total of the others or, without one, the weight the rows have. */
export function alignTotals(
  margins: readonly PreparedMargin[],
  rows: readonly number[],
  weights: Float64Array,
): PreparedMargin[] {
  const totals = margins.map(({ targets }) => sum(targets));
  const first = margins.find((_, place) => !isShares(totals[place] as number));
  const common = sum(first ? first.targets : rows.map((row) => weights[row] as number));
  return margins.map((margin, place) => {
    const total = totals[place] as number;
    if (first && !isShares(total) && Math.abs(total - common) > 1e-9 * common) {
      const rule = `${common} in total, as those of margin "${first.name}", or shares that add up to 1`;
      throw cxError('CX_INVALID_OPTION', `${margin.where}: targets`, rule, total);
    }
    return { ...margin, targets: margin.targets.map((target) => target * (common / total)) };
  });
}

function isShares(total: number): boolean {
  return Math.abs(total - 1) <= 1e-9;
}
