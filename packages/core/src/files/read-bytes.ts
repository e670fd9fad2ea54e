import * as errors from "../errors.js";
import { isBytes } from "../storage/byte-chunks.js";
import { isRemote } from "../storage/local-path.js";
import type { ByteStream } from "../storage/storage.js";
import type { ValueStore } from "../types/value-store.js";
import { describeValue } from "../words/describe-value.js";

/** What is at a URI, read. A storage of somebody else may give anything, and text would be read as something else. */
export function readBytes(uri: string, { storage, signal }: ValueStore): ByteStream {
  const stream = storage.read(uri, { signal });
  return isRemote(uri) ? checked(uri, stream) : stream;
}

async function* checked(uri: string, stream: ByteStream): AsyncGenerator<Uint8Array, undefined> {
  for await (const chunk of stream) {
    if (!isBytes(chunk)) {
      const problem = `the storage gave ${describeValue(chunk)} where a Uint8Array was wanted`;
      throw errors.STORAGE_FAILED({ uri, action: "Reading", problem });
    }
    yield chunk;
  }
}
