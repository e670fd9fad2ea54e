import type { Codec } from "@flytekit-ts/models";
import { textOf } from "@flytekit-ts/core/errors";
import { decodeMessage } from "@flytekit-ts/core/literals";
import type { Storage } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { readSmall } from "../results/small-files.js";

/** A message that is stored under a URI. @throws `TASK_MESSAGE_INVALID`, `STORAGE_NOT_FOUND`, `STORAGE_FAILED` */
export async function readMessage<T>(
  codec: Codec<T>,
  uri: string,
  { storage, signal }: { readonly storage: Storage; readonly signal: AbortSignal },
): Promise<T> {
  const bytes = readSmall(uri) ?? (await readWhole(uri, storage, signal));
  const message = codec.$type;
  try {
    return decodeMessage(message, codec, bytes);
  } catch (cause) {
    throw errors.TASK_MESSAGE_INVALID({ uri, message, problem: textOf(cause).replace(/\.$/, "") }, { cause });
  }
}

async function readWhole(uri: string, storage: Storage, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of storage.read(uri, { signal })) chunks.push(chunk);
  const [first, ...more] = chunks;
  return first !== undefined && more.length === 0 ? first : new Uint8Array(Buffer.concat(chunks));
}
