/**
 * The chunks of a body with one bit changed: the lowest of a byte.
 *
 * @param {AsyncIterable<Buffer>} body
 * @param {number} at
 * @returns {AsyncGenerator<Buffer, void>}
 */
export async function* flipped(body, at) {
  let position = 0;
  for await (const chunk of body) {
    const copy = Buffer.from(chunk);
    const index = at - position;
    if (index >= 0 && index < copy.length) copy[index] = (copy[index] ?? 0) ^ 1;
    position += copy.length;
    yield copy;
  }
}

/**
 * The first bytes of a body.
 *
 * @param {AsyncIterable<Buffer>} body
 * @param {number} length
 * @returns {AsyncGenerator<Buffer, void>}
 */
export async function* first(body, length) {
  let left = length;
  for await (const chunk of body) {
    if (left > 0) yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}
