import * as errors from "../errors.js";
import { isWellFormed } from "../words/plain-object.js";

/** The scheme of a URI, without `://`, in lower case. That of a plain path is `file`. */
export function schemeOf(uri: string): string {
  return /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(uri)?.[1]?.toLowerCase() ?? "file";
}

/** Whether a URI is not on this machine's disk. */
export function isRemote(uri: string): boolean {
  return schemeOf(uri) !== "file";
}

/**
 * The path of a plain path or `file://` URI; undefined if it can be none.
 *
 * A `#` or `?` is a part of the name: no file has a query. A `%` that begins no escape stays as it is, because flytekit
 * does not escape.
 */
export function localPathOf(uri: string): string | undefined {
  if (uri === "" || uri.includes("\0") || !isWellFormed(uri) || isRemote(uri)) return undefined;
  const given = /^file:\/\/(?:localhost)?(?<path>.*)$/is.exec(uri)?.groups?.["path"];
  if (given === undefined) return uri;
  // What stands before the first slash is another machine.
  if (!given.startsWith("/")) return undefined;
  const path = unescaped(given);
  return path.includes("\0") ? undefined : path;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path of a URI for the local disk. @throws `STORAGE_FAILED` */
export function localPath(uri: string, action: string): string {
  const path = localPathOf(uri);
  if (path !== undefined) return path;
  const problem = isRemote(uri) ? "it is not on the local disk" : "it is no path of a file on this machine";
  const advice = "Give a path such as `/data/x.csv` or a URL such as `file:///data/x.csv`.";
  throw errors.STORAGE_FAILED({ uri, action, problem, advice });
}
