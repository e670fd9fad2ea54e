/** The number of a float of two bytes. */
export function halfFloat([low = 0, high = 0]: Uint8Array): number {
  const sign = high >> 7 === 0 ? 1 : -1;
  const exponent = (high >> 2) & 0x1f;
  const fraction = ((high & 3) << 8) | low;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
