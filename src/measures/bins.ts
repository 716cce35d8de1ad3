/** The bin of one answer. Nothing is coerced: text, NaN, infinities and 8.5 are all off scale. */
export function binOf(value: unknown, minimum: number, span: number): number {
  if (value === null || value === undefined) return span + 1;
  return Number.isInteger(value) && (value as number) >= minimum && (value as number) <= minimum + span
    ? (value as number) - minimum
    : span + 2;
}

/** A table of counts, all zero, for a scale of `span + 1` points and the four reasons to leave an answer out. */
export function createCounts(span: number): number[] {
  return new Array<number>(span + 5).fill(0);
}
