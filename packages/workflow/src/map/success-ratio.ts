/**
 * The ratio that the message of a map holds for the one that its author wrote: the nearest float of 32 bits that is
 * not above it.
 *
 * Flyte takes the ceiling of ratio times items. 0.8 rounded to 32 bits is a little more, and would ask for all of 5
 * items; the next float below asks for 4.
 */
export function successRatio(written: number): number {
  const [nearest = 0] = FLOAT.fill(written);
  if (nearest <= written) return nearest;
  // The floats of 32 bits above zero are in the order of their bits.
  BITS[0] = (BITS[0] ?? 0) - 1;
  return FLOAT[0] ?? 0;
}

const FLOAT = new Float32Array(1);
const BITS = new Uint32Array(FLOAT.buffer);
