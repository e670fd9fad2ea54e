import { assertNotAborted } from "./assert-not-aborted.js";
import { ioFault } from "./io-fault.js";
import { assertLocal } from "./local-kind.js";
import { localPath } from "./local-path.js";
import { nodeFs } from "./node-fs.js";
import type { ReadOptions } from "./storage.js";

const CHUNK = 256 * 1024;
const ACTION = "Reading";

/** The bytes of a local file. It is opened when the first chunk is asked for, and closed when the loop ends. */
export async function* readLocal(
  uri: string,
  { signal, range }: ReadOptions = {},
): AsyncGenerator<Uint8Array, undefined> {
  const path = localPath(uri, ACTION);
  // Opening a pipe would wait for somebody who writes to it.
  await assertLocal(uri, "file", ACTION);
  try {
    const file = await nodeFs().promises.open(path, "r");
    try {
      let position = Math.max(0, range?.start ?? 0);
      const end = range?.end ?? Number.POSITIVE_INFINITY;
      while (position < end) {
        assertNotAborted(signal, uri, ACTION);
        const chunk = new Uint8Array(Math.min(CHUNK, end - position));
        const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        yield chunk.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw ioFault(cause, uri, ACTION);
  }
}
