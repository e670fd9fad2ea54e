const STEPS = 150_000_000;

/**
 * Work for a processor, of about a third of a second.
 *
 * @param {number} seed
 */
export function compute(seed) {
  let x = seed | 1;
  for (let i = 0; i < STEPS; i += 1) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0;
  return x;
}
