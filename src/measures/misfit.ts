/** Finds where something differs in shape from a fresh tally: counts are whole numbers from 0, other numbers finite. */
export function misfit(path: string, fresh: unknown, value: unknown): string | undefined {
  if (Array.isArray(fresh)) {
    if (!Array.isArray(value) || value.length !== fresh.length) return path;
    return fresh.map((item, at) => misfit(`${path}[${at}]`, item, value[at])).find((found) => found !== undefined);
  }
  if (typeof fresh === 'object' && fresh !== null) {
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== Object.keys(fresh).length)
      return path;
    return Object.entries(fresh)
      .map(([key, item]) =>
        Object.hasOwn(value, key) ? misfit(`${path}.${key}`, item, (value as Record<string, unknown>)[key]) : path,
      )
      .find((found) => found !== undefined);
  }
  if (typeof fresh !== 'number') return value === fresh ? undefined : path;
  const counts = /(counts|excluded|incomplete|replies)\[\d+\]$|ount$/.test(path);
  return (counts ? Number.isSafeInteger(value) && (value as number) >= 0 : Number.isFinite(value)) ? undefined : path;
}
