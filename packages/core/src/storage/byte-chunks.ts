import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { textOf } from "../errors/text-of.js";
import { describeValue } from "../words/describe-value.js";
import type { Signal } from "./signal.js";
import type { ByteStream } from "./storage.js";
import { itemsUntilAborted } from "./items-until-aborted.js";

/** Whether a value is bytes, of this realm or another. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

/**
 * The chunks of what is to be written, checked. For an author of a storage: a stream may give anything, may fail, or
 * may never end.
 *
 * @throws `STORAGE_FAILED` if the stream fails or gives something else than bytes, `STORAGE_ABORTED`
 */
export async function* byteChunks(
  source: Uint8Array | ByteStream,
  uri: string,
  signal?: Signal,
): AsyncGenerator<Uint8Array, undefined> {
  const action = "Writing";
  const aborted = (cause: unknown): Error => errors.STORAGE_ABORTED({ uri, action }, { cause });
  if (isBytes(source)) {
    if (signal?.aborted === true) throw aborted(signal.reason);
    yield source;
    return;
  }
  try {
    for await (const chunk of itemsUntilAborted(source, signal, aborted)) yield bytesOf(chunk, uri);
  } catch (cause) {
    if (isFlytekitError(cause)) throw cause;
    const problem = `the stream that was given failed: ${textOf(cause)}`;
    throw errors.STORAGE_FAILED({ uri, action, problem }, { cause });
  }
}

function bytesOf(chunk: unknown, uri: string): Uint8Array {
  if (isBytes(chunk)) return chunk;
  const problem = `the stream gave ${describeValue(chunk)} where a Uint8Array was wanted`;
  const advice = "Encode text: `new TextEncoder().encode(text)`.";
  throw errors.STORAGE_FAILED({ uri, action: "Writing", problem, advice });
}
