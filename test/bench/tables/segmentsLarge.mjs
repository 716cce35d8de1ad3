// The cube of segments.mjs at a size where rows no longer fit beside those of peers: the library alone, the best of three passes.
import { toColumnTable } from '../../../dist/index.js';
import { segmentBy } from '../../../dist/segmentation/index.js';
import { figure } from '../report.mjs';
import { DIMENSIONS, draw, measure, timeOnce } from './segments.mjs';

export function table(size) {
  const options = { measure, dimensions: DIMENSIONS, cube: true };
  const { rows, texts, coded } = draw(size);
  const ways = [
    ['segmentBy, cube, rows', rows],
    ['segmentBy, cube, columns of texts', toColumnTable(texts)],
    ['segmentBy, cube, coded columns', toColumnTable(coded)],
  ];
  return {
    title: `Cube of 585 cells with intervals, ${size.toLocaleString('en')} rows, heap of 6 GB`,
    columns: ['way', 'ms', 'ns a row'],
    rows: ways.map(([name, data]) => {
      const own = timeOnce(() => segmentBy(data, options), size);
      return [name, figure((own * size) / 1e6), figure(own)];
    }),
    goals: [],
  };
}
