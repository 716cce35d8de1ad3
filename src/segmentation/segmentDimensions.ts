import type { SegmentDimension } from './dimensionCatalogue.js';
import { COMPANY_DIMENSIONS } from './segmentDimensionsOfCompany.js';
import { CONTACT_DIMENSIONS } from './segmentDimensionsOfContact.js';

/**
 * The ready dimensions, in the order of the articles: who the company is, how it buys, by which way, what, and where on its journey.
 *
 * Data to build a menu of cuts from, and to agree on names and edges before the first answer comes in. Age and size are those of the
 * company, never of the person who answers.
 *
 * @example
 * ```ts
 * import { SEGMENT_DIMENSIONS } from 'cx-scoring/segmentation';
 *
 * SEGMENT_DIMENSIONS.find(({ id }) => id === 'size')?.banding?.edges; // => [10, 50, 250]
 * SEGMENT_DIMENSIONS.filter(({ group }) => group === 'channel').map(({ names }) => names.fr); // => ['Digital ou physique', 'Mobile ou ordinateur']
 * ```
 */
export const SEGMENT_DIMENSIONS: readonly SegmentDimension[] =
  /* @__PURE__ */ COMPANY_DIMENSIONS.concat(CONTACT_DIMENSIONS);
