import { describe, expect, it } from 'vitest';
import * as bandModule from '../../../src/segmentation/bandBy.js';
import * as channelModule from '../../../src/segmentation/channelOf.js';
import * as historyModule from '../../../src/segmentation/rfmOrderHistories.js';
import * as seniorityModule from '../../../src/segmentation/seniority.js';
import { bandsFromEdges } from '../../../src/segmentation/bandsFromEdges.js';
import { SEGMENT_DIMENSIONS } from '../../../src/segmentation/segmentDimensions.js';

describe('SEGMENT_DIMENSIONS', () => {
  it('holds the cuts of both articles, in their order', () => {
    expect(SEGMENT_DIMENSIONS.map(({ id, group }) => `${group} ${id}`)).toEqual([
      'demographic sector',
      'demographic size',
      'demographic company-age',
      'demographic distributor',
      'demographic zone',
      'demographic country',
      'behavioural purchase-frequency',
      'behavioural average-amount',
      'behavioural seniority',
      'channel channel',
      'channel device',
      'product product-category',
      'product range-level',
      'journey journey-stage',
      'journey touchpoint',
      'journey team',
      'journey agent',
      'journey branch',
    ]);
  });

  it('names each in both languages, with a source and a note', () => {
    for (const { names, note, source, takenFrom } of SEGMENT_DIMENSIONS) {
      for (const text of [names.en, names.fr, note.en, note.fr, source]) expect(text.trim()).not.toBe('');
      expect(takenFrom).toMatch(/^(?:Account|SurveyAnswer|OrderHistory)\.[a-zA-Z]+$/);
    }
  });

  it('suggests bands that can be cut', () => {
    const banded = SEGMENT_DIMENSIONS.flatMap(({ banding }) => (banding ? [banding] : []));
    expect(banded).toHaveLength(5);
    for (const { method, edges, bands } of banded) {
      expect(method === 'edges').toBe(edges !== null);
      if (edges) expect(bandsFromEdges(edges).labels).toHaveLength(bands);
    }
  });

  it('suggests the classes of size of the European Commission', () => {
    expect(SEGMENT_DIMENSIONS.find(({ id }) => id === 'size')?.banding?.edges).toEqual([10, 50, 250]);
  });

  it('names functions that exist', () => {
    const known = { ...bandModule, ...channelModule, ...historyModule, ...seniorityModule };
    for (const { computedBy } of SEGMENT_DIMENSIONS) if (computedBy) expect(known).toHaveProperty(computedBy);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(SEGMENT_DIMENSIONS))).toEqual(SEGMENT_DIMENSIONS);
  });
});
