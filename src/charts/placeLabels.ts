/** A rectangle, in pixels from the top left of the plot. */
export interface Box {
  /** Its left side. */
  readonly left: number;
  /** Its right side. */
  readonly right: number;
  /** Its top. */
  readonly top: number;
  /** Its bottom. */
  readonly bottom: number;
}

/** A point to be labelled. */
export interface LabelPoint {
  /** Pixels from the left. */
  readonly x: number;
  /** Pixels from the top. */
  readonly y: number;
  /** Its label, in forms that grow shorter: the first that finds room is taken. */
  readonly texts: readonly string[];
}

/** Where a label begins, ends or has its middle. */
export interface LabelPlace {
  /** Pixels from the left. */
  readonly x: number;
  /** Pixels from the top, of its middle. */
  readonly y: number;
  /** Which part of the text stands at `x`. */
  readonly align: 'left' | 'center' | 'right';
}

/** A text and where it stands. */
export interface PlacedText extends LabelPlace {
  /** The text. */
  readonly text: string;
}

const LINE = 14;
const REACH = 9;
const RADIUS = 7;

// To the right first, as one reads; then left, above, below, and the corners.
const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
];

/** Width of a text in pixels, taken to be wide rather than narrow: nothing here can measure fonts. */
export function textWidth(text: string, size: number = 12): number {
  return Array.from(text).length * size * 0.58;
}

/** The box around a text. */
export function textBox({ x, y, align }: LabelPlace, width: number): Box {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Finds a place for each label beside its point, where it covers no point, no other label and nothing else that is there; `null` where there
 * is none. The first labels are placed first. Lines are crossed only where there is no other way.
 */
export function placeLabels(
  points: readonly LabelPoint[],
  plot: Pick<Box, 'right' | 'bottom'>,
  others: readonly Box[],
  lines: readonly Box[],
): (PlacedText | null)[] {
  const marks = points.map(({ x, y }) => ({
    left: x - RADIUS,
    right: x + RADIUS,
    top: y - RADIUS,
    bottom: y + RADIUS,
  }));
  const taken: Box[] = [...others, ...marks];
  const isFree = (box: Box): boolean =>
    box.left >= 0 &&
    box.right <= plot.right &&
    box.top >= 0 &&
    box.bottom <= plot.bottom &&
    !taken.some((other) => overlaps(box, other));
  const boxOf = (place: PlacedText): Box => textBox(place, textWidth(place.text));
  const placesOf = (x: number, y: number, text: string): PlacedText[] =>
    DIRECTIONS.map(([across, down]) => {
      const reach = down === 0 ? REACH : RADIUS;
      const align = across > 0 ? 'left' : across < 0 ? 'right' : 'center';
      return { x: x + across * reach, y: y + down * (RADIUS + LINE / 2), align, text };
    });
  const crossesNone = (box: Box): boolean => !lines.some((line) => overlaps(box, line));
  return points.map(({ x, y, texts }) => {
    let found: PlacedText | null = null;
    for (const text of texts) {
      const free = placesOf(x, y, text).filter((place) => isFree(boxOf(place)));
      found ??= free.find((place) => crossesNone(boxOf(place))) ?? free[0] ?? null;
    }
    if (found !== null) taken.push(boxOf(found));
    return found;
  });
}
