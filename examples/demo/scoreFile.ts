import { statSync } from 'node:fs';
import {
  CES_EASE,
  CSAT_FIVE_POINT,
  NPS_SCALE,
  cesMeasure,
  csatMeasure,
  isCxError,
  npsMeasure,
  type Measure,
  type MetricResult,
  type ScoreExclusion,
} from 'cx-scoring';
import type { FileRequest, OffScale } from './arguments.js';
import { expectedError } from './expectedError.js';
import { parseNumber } from './parseNumber.js';
import { createProgress, type ProgressOutput } from './progress.js';
import { readCsv } from './readCsv.js';

/** One line of the file, as numbers. */
interface Row {
  readonly score: number | null;
  readonly weight: number | null;
}

interface Settings {
  readonly score: 'score';
  readonly weight: 'weight' | undefined;
  readonly offScale: OffScale;
}

const SCALES = { nps: NPS_SCALE, csat: CSAT_FIVE_POINT, ces: CES_EASE };

/** What was read of a file, and what it gives. */
export interface FileScore {
  /** Rows of the file. */
  readonly rows: number;
  /** Rows that met the conditions. */
  readonly chosen: number;
  readonly result: MetricResult<string, ScoreExclusion>;
}

async function stream<Tally>(
  request: FileRequest,
  measure: Measure<Row, Tally, MetricResult<string, ScoreExclusion>>,
  progress: ProgressOutput,
): Promise<FileScore> {
  const { file, score, weight, metric, where } = request;
  const tally = measure.createTally();
  let chosen = 0;
  const { onProgress, end } = createProgress(progress, statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  const columns = [score, ...(weight === undefined ? [] : [weight]), ...where.map(({ column }) => column)];
  const firstCondition = columns.length - where.length;
  const takeRow = (cells: readonly string[], line: number): void => {
    if (where.some(({ text }, index) => cells[firstCondition + index]?.trim() !== text)) return;
    chosen++;
    const read = (index: number): number | null =>
      parseNumber(cells[index] ?? '', () => `${file}, line ${line}, column "${columns[index] ?? ''}"`);
    const row = { score: read(0), weight: weight === undefined ? null : read(1) };
    try {
      measure.addRow(tally, row, line);
    } catch (error) {
      if (!isCxError(error)) throw error;
      const at = `${file}, line ${line}`;
      const { minimum, maximum } = SCALES[metric];
      const advice = 'leave such answers out with --off-scale exclude';
      if (error.code === 'CX_OFF_SCALE') {
        throw expectedError(
          `${at}, column "${score}": ${row.score ?? ''} is not a whole number from ${minimum} to ${maximum} (${advice})`,
        );
      }
      throw expectedError(`${at}: ${error.message}`, { cause: error });
    }
  };
  const rows = await readCsv(file, columns, takeRow, onProgress).finally(end);
  return { rows, chosen, result: measure.toResult(tally) };
}

/** Scores one column of a CSV file in one pass: rows go straight into a tally, so memory does not grow with the file. */
export function scoreFile(request: FileRequest, progress: ProgressOutput): Promise<FileScore> {
  const weight = request.weight === undefined ? undefined : 'weight';
  const settings: Settings = { score: 'score', weight, offScale: request.offScale };
  switch (request.metric) {
    case 'nps':
      return stream(request, npsMeasure<Row>(settings), progress);
    case 'csat':
      return stream(request, csatMeasure<Row>(settings), progress);
    case 'ces':
      return stream(request, cesMeasure<Row>(settings), progress);
  }
}
