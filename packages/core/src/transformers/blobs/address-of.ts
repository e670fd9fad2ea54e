import * as errors from "../../errors.js";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import type { TypeFault } from "../../errors/type-fault.js";
import { handleOf, type HandleParts } from "../../files/handle.js";
import { isBytes } from "../../storage/byte-chunks.js";
import { assertLocalSync, type LocalKind } from "../../storage/local-kind.js";
import { isRemote, localPathOf } from "../../storage/local-path.js";
import { refused } from "../../types/mismatch.js";
import { isList } from "../../words/plain-object.js";
import { uriWords } from "../../words/uri-words.js";
import { streamOf } from "./stream-of.js";

/** What a type of files or directories takes. */
export interface Wanted {
  readonly kind: LocalKind;
  readonly format: string;
  readonly words: string;
}

/**
 * Where the file or directory is that an author gave: as a path, a URL, or one that a task received.
 *
 * A path stays as it is written. What it leads to has to be there, as in flytekit.
 *
 * @throws `VALUE_TYPE_MISMATCH`
 */
export function addressOf(value: unknown, wanted: Wanted): HandleParts {
  const handle = receivedOf(value, wanted);
  if (handle !== undefined) return handle;
  const uri = uriOf(value);
  if (uri === undefined) throw notAnAddress(value, wanted);
  if (isRemote(uri)) return { uri, format: wanted.format };
  try {
    assertLocalSync(uri, wanted.kind);
  } catch (cause) {
    throw notThere(cause, wanted);
  }
  return { uri: localPathOf(uri) ?? uri, format: wanted.format };
}

/** The file or directory that a task received, if the value is one. @throws `VALUE_TYPE_MISMATCH` for another kind or format */
export function receivedOf(value: unknown, { kind, format, words }: Wanted): HandleParts | undefined {
  const handle = handleOf(value);
  if (handle === undefined) return undefined;
  const params = { path: "", wanted: words };
  if (handle.kind !== kind)
    throw errors.VALUE_TYPE_MISMATCH({ ...params, given: `a ${handle.kind}`, fault: faultOf(kind) });
  if (isOfFormat(handle, format)) return handle;
  const given = `a ${kind} (${handle.format})`;
  throw errors.VALUE_TYPE_MISMATCH({ ...params, given, fault: "file-format" });
}

/** Whether formats are equal, or one of them is not known: so the backend compares them. */
export function isOfFormat(given: HandleParts, format: string): boolean {
  return format === "" || given.format === "" || given.format === format;
}

/** The text of a path or URL; undefined for other values. */
export function uriOf(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (typeof value !== "object" || value === null) return undefined;
  try {
    // A URL of any realm. A file or a stream has no such members.
    const href: unknown = Reflect.get(value, "href");
    const protocol: unknown = Reflect.get(value, "protocol");
    return typeof href === "string" && typeof protocol === "string" && href.startsWith(protocol)
      ? href
      : undefined;
  } catch {
    return undefined;
  }
}

function notAnAddress(value: unknown, { kind, words }: Wanted): Error {
  const otherwise: TypeFault = kind === "file" ? "no-file" : "no-directory";
  if (value === "") {
    const given = "an empty string";
    return errors.VALUE_TYPE_MISMATCH({ path: "", wanted: words, given, fault: otherwise });
  }
  if (kind === "file" && (isBytes(value) || streamOf(value) !== undefined)) {
    const given = isBytes(value) ? "bytes" : "a stream";
    return errors.VALUE_TYPE_MISMATCH({ path: "", wanted: words, given, fault: "not-stored" });
  }
  return refused(value, words, isList(value) ? "list-for-single" : otherwise);
}

/** The error for a path that leads to nothing, or to something else. */
export function notThere(cause: unknown, { kind, words }: Wanted): unknown {
  if (!isFlytekitError(cause)) return cause;
  const mismatch = (given: string, fault?: TypeFault): Error =>
    errors.VALUE_TYPE_MISMATCH({ path: "", wanted: words, given, fault }, { cause });
  if (errors.STORAGE_NOT_FOUND.is(cause)) {
    const what =
      cause.params.isLink === true ? "a link to something that does not exist" : "a path to nothing";
    const { uri } = cause.params;
    return mismatch(`${what} (${uriWords(uri)})`, /^~(?:\/|$)/.test(uri) ? "no-home" : "no-such-path");
  }
  if (errors.STORAGE_KIND_WRONG.is(cause)) {
    const { found } = cause.params;
    const isOther = found === "a file" || found === "a directory";
    return mismatch(`${found} (${uriWords(cause.params.uri)})`, isOther ? faultOf(kind) : "device");
  }
  return mismatch(`a path that cannot be used (${cause.text.replace(/\.$/, "")})`);
}

function faultOf(wanted: LocalKind): TypeFault {
  return wanted === "file" ? "directory-for-file" : "file-for-directory";
}
