/**
 * Whether the bytes of a number in a typed array begin with the smallest.
 *
 * @internal
 */
export function isLittleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}
