import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { directoryHandle } from "../files/directory-handle.js";
import { fileHandle } from "../files/file-handle.js";
import { localStore } from "../files/local-store.js";
import { assertOptions } from "../options/options.js";
import { isRemote, localPathOf } from "../storage/local-path.js";
import type { Storage } from "../storage/storage.js";
import { storagesOf } from "../storage/storages-of.js";
import { uriOf } from "../transformers/blobs/address-of.js";
import type { FlyteDirectory, FlyteFile, UrlLike } from "../types/kinds/handles.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject, isWellFormed } from "../words/plain-object.js";
import { formatOf } from "./file-format.js";

/** What can be said of a file beside where it is. */
export interface FlyteFileOptions<F extends string> extends FlyteDirectoryOptions<F> {
  /** What a task that receives the file should know of it. Literals carry it. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** What can be said of a directory beside where it is. */
export interface FlyteDirectoryOptions<F extends string> {
  /** The format, as in `t.file("csv")`. */
  readonly format?: F | undefined;
  /** The storages for URIs that are not on the local disk. */
  readonly storage?: Storage | readonly Storage[] | undefined;
}

/**
 * A file as a task receives it: to call `task.fn` in a unit test, or to give a file with metadata.
 *
 * Nothing is read before it is asked for. A relative path starts at the working directory of the process.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`
 * @example
 * const rows = await count.fn({ table: flyteFile("test/table.csv") }, testContext());
 */
export function flyteFile<const F extends string = "">(
  uri: string | UrlLike,
  options: FlyteFileOptions<F> = {},
): FlyteFile<F> {
  return atCaller(flyteFile, () => {
    assertOptions(options, new Set(["format", "metadata", "storage"]), "flyteFile");
    const { metadata } = options;
    assertMetadata(metadata);
    const parts = partsOf(uri, options, "flyteFile");
    return fileHandle({ ...parts, metadata }, storeOf(options, "flyteFile")) as FlyteFile<F>;
  });
}

/**
 * A directory as a task receives it: to call `task.fn` in a unit test.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`
 */
export function flyteDirectory<const F extends string = "">(
  uri: string | UrlLike,
  options: FlyteDirectoryOptions<F> = {},
): FlyteDirectory<F> {
  return atCaller(flyteDirectory, () => {
    assertOptions(options, new Set(["format", "storage"]), "flyteDirectory");
    const parts = partsOf(uri, options, "flyteDirectory");
    return directoryHandle(parts, storeOf(options, "flyteDirectory")) as FlyteDirectory<F>;
  });
}

function partsOf(
  given: unknown,
  { format }: { readonly format?: string | undefined },
  at: string,
): { readonly uri: string; readonly format: string } {
  const uri = uriOf(given);
  const known = uri === undefined || isRemote(uri) ? uri : localPathOf(uri);
  if (known === undefined || !isWellFormed(known)) {
    const advice = `Give a path or URL: \`${at}("data/x.csv")\`.`;
    throw errors.OPTION_INVALID({
      at,
      option: "uri",
      wanted: "a path or URL",
      given,
      inWords: describeValue(given),
      advice,
    });
  }
  return { uri: known, format: formatOf(format, at === "flyteFile" ? "file" : "directory") };
}

function assertMetadata(metadata: unknown): void {
  if (metadata === undefined) return;
  const isSound =
    isPlainObject(metadata) &&
    Object.entries(metadata).every(
      ([key, value]) => isWellFormed(key) && typeof value === "string" && isWellFormed(value),
    );
  if (isSound) return;
  const [at, advice] = ["flyteFile", 'Give strings by name: `{ metadata: { origin: "export" } }`.'];
  const params = { at, option: "metadata", wanted: "an object of strings", given: metadata, advice };
  throw errors.OPTION_INVALID({ ...params, inWords: describeValue(metadata) });
}

function storeOf(
  { storage }: { readonly storage?: Storage | readonly Storage[] | undefined },
  at: string,
): () => ReturnType<typeof localStore> {
  const storages = storagesOf(storage, at);
  let store: ReturnType<typeof localStore> | undefined;
  return () => (store ??= localStore({ storages }));
}
