/** The bytes of a stream from one position up to another. */
export async function* part(
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array, undefined> {
  let position = 0;
  if (end <= start) return;
  for await (const chunk of chunks) {
    const from = Math.max(0, start - position);
    const to = Math.min(chunk.length, end - position);
    position += chunk.length;
    if (from < to) yield chunk.subarray(from, to);
    if (position >= end) return;
  }
}
