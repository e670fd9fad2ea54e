/**
 * Compares strings as Python does, by code point, which is the order of their UTF-8 bytes. JavaScript compares
 * UTF-16.
 */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
