/** Numbers pairs of whole numbers in the order in which they come: a hash of packed codes, for cuts with too many cells for a table. */
export interface PairIndex {
  /** Pairs numbered so far. */
  size: number;
  /** First number of each pair. */
  first: Int32Array;
  /** Second number of each pair. */
  second: Int32Array;
  /** Open addressing: the number of a pair plus 1, or 0 for a free place. */
  places: Int32Array;
}

/** Makes an empty index. */
export function createPairIndex(): PairIndex {
  return { size: 0, first: new Int32Array(512), second: new Int32Array(512), places: new Int32Array(1024) };
}

/** Spreads a pair over 32 bits. */
function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}

function grow(index: PairIndex): void {
  const { first, second, size } = index;
  index.first = new Int32Array(2 * first.length);
  index.second = new Int32Array(2 * second.length);
  index.first.set(first);
  index.second.set(second);
  const places = new Int32Array(4 * first.length);
  for (let at = 0; at < size; at++) {
    let place = (hash(first[at] as number, second[at] as number) >>> 7) & (places.length - 1);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    places[place] = at + 1;
  }
  index.places = places;
}

/** The number of a pair, given when the pair is new. */
export function pairNumber(index: PairIndex, first: number, second: number): number {
  const { places } = index;
  const mask = places.length - 1;
  let place = (hash(first, second) >>> 7) & mask;
  for (let found = places[place] as number; found !== 0; found = places[place] as number) {
    if (index.first[found - 1] === first && index.second[found - 1] === second) return found - 1;
    place = (place + 1) & mask;
  }
  const number = index.size++;
  index.first[number] = first;
  index.second[number] = second;
  places[place] = number + 1;
  // At most half of the places are taken, so that a search is short.
  if (index.size === index.first.length) grow(index);
  return number;
}
