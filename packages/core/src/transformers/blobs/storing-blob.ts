import * as errors from "../../errors.js";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import { textOf } from "../../errors/text-of.js";
import { directoryHandle } from "../../files/directory-handle.js";
import { fileHandle } from "../../files/file-handle.js";
import { handleOf, type HandleParts } from "../../files/handle.js";
import { uploadDirectory, uploadFile } from "../../files/upload.js";
import { fileNameOf } from "../../files/file-name.js";
import { isBytes } from "../../storage/byte-chunks.js";
import { assertLocal, assertLocalSync } from "../../storage/local-kind.js";
import { isRemote, localPath } from "../../storage/local-path.js";
import { nodePath } from "../../storage/node-fs.js";
import type { ByteStream } from "../../storage/storage.js";
import type { Storing } from "../../types/transformer.js";
import { keepsLocal, type ValueStore } from "../../types/value-store.js";
import { isOfFormat, notThere, uriOf, type Wanted } from "./address-of.js";
import { isTakenAgain, streamOf } from "./stream-of.js";

/** How a file or directory that is given for a type is stored; undefined if it needs no storing, or is none. */
export function storingBlob(value: unknown, wanted: Wanted): Storing | undefined {
  const content = wanted.kind === "file" ? contentOf(value) : undefined;
  if (content !== undefined)
    return (store) => guarded(wanted, () => storeContent(content, Object(value), { wanted, store }), true);
  const given = givenFor(value, wanted);
  if (given === undefined || isRemote(given.uri)) return undefined;
  return (store) => guarded(wanted, () => storeLocal(given, wanted, store));
}

// A path to nothing, or to something else, is refused by `toLiteral`, as other values of other types are.
function givenFor(value: unknown, { kind, format }: Wanted): HandleParts | undefined {
  const handle = handleOf(value);
  if (handle !== undefined) return handle.kind === kind && isOfFormat(handle, format) ? handle : undefined;
  const uri = uriOf(value);
  if (uri === undefined) return undefined;
  try {
    if (!isRemote(uri)) assertLocalSync(uri, kind);
    return { uri, format };
  } catch {
    return undefined;
  }
}

function contentOf(value: unknown): Uint8Array | ByteStream | undefined {
  return isBytes(value) ? value : streamOf(value);
}

const READ_BEFORE = {
  path: "",
  problem: "the stream was given for another file before, and can be read only once.",
  advice: "Give each file a stream of its own, or the bytes, or the file that was made of the stream.",
};

async function storeContent(
  content: Uint8Array | ByteStream,
  given: object,
  { wanted: { format }, store }: { readonly wanted: Wanted; readonly store: ValueStore },
): Promise<unknown> {
  if (isTakenAgain(given)) throw errors.VALUE_NOT_STORED(READ_BEFORE);
  const uri = store.newUri(format === "" ? "file" : `file.${format}`);
  const { storage, signal } = store;
  await storage.write(uri, content, { signal });
  if (!isRemote(uri)) await store.claim?.(uri);
  return fileHandle({ uri, format }, () => store);
}

// What is on this disk stays where it is, if that is where the store keeps things.
async function storeLocal(given: HandleParts, { kind }: Wanted, store: ValueStore): Promise<unknown> {
  await assertLocal(given.uri, kind);
  const path = nodePath().resolve(localPath(given.uri, "Finding"));
  const make = kind === "file" ? fileHandle : directoryHandle;
  let made: string | undefined;
  const place = (): string => (made ??= newPlace(path, kind, store));
  if (keepsLocal(store, place)) {
    await store.claim?.(path);
    return make({ ...given, uri: path }, () => store);
  }
  await (kind === "file" ? uploadFile : uploadDirectory)(path, place(), store);
  return make({ ...given, uri: place() }, () => store);
}

// A directory is the new folder itself, as in flytekit: its own name is no part of its content.
function newPlace(path: string, kind: Wanted["kind"], store: ValueStore): string {
  const uri = store.newUri(fileNameOf(path, kind));
  return kind === "file" ? uri : uri.slice(0, uri.lastIndexOf("/"));
}

async function guarded<T>(wanted: Wanted, work: () => Promise<T>, isMade = false): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (errors.STORAGE_NOT_FOUND.is(cause) || errors.STORAGE_KIND_WRONG.is(cause))
      throw notThere(cause, wanted);
    if (errors.VALUE_TYPE_MISMATCH.is(cause) || errors.VALUE_NOT_STORED.is(cause)) throw cause;
    // A storage of somebody else may throw anything.
    if (!isFlytekitError(cause))
      throw errors.VALUE_NOT_STORED({ path: "", problem: `${textOf(cause).replace(/\.$/, "")}.` }, { cause });
    // Where the content was to be written is a name that we made.
    const problem = errors.STORAGE_FAILED.is(cause) && isMade ? `${cause.params.problem}.` : cause.text;
    throw errors.VALUE_NOT_STORED({ path: "", problem, advice: cause.hint }, { cause });
  }
}
