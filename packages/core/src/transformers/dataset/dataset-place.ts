import type { UrlLike } from "../../types/kinds/handles.js";

/** Where a dataset is, and in which format; the format is empty if it is not known. */
export interface DatasetPlace {
  readonly uri: string;
  readonly format: string;
}

/** The place that a value names: a path, a URI, a URL, a dataset, or an object with `uri`. Undefined for other values. */
export function placeOf(value: unknown): DatasetPlace | undefined {
  if (typeof value === "string") return { uri: value, format: "" };
  if (typeof value !== "object" || value === null) return undefined;
  if (isUrl(value)) return { uri: value.protocol === "file:" ? pathOf(value) : value.href, format: "" };
  const { uri, format = "" } = value as { readonly uri?: unknown; readonly format?: unknown };
  return typeof uri === "string" && typeof format === "string" ? { uri, format } : undefined;
}

/** Whether a value may be the rows of a dataset, which are read one by one. */
export function isRows(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  return Symbol.asyncIterator in value || Symbol.iterator in value;
}

/** Whether two formats are the same to Flyte, or one of them is not known. */
export function sameFormat(one: string, other: string): boolean {
  return one === "" || other === "" || one.toLowerCase() === other.toLowerCase();
}

/** Whether a URI names a file or folder of this machine. */
export function isLocal(uri: string): boolean {
  return !/^[a-z][a-z\d+.-]+:\/\//iu.test(uri);
}

/** The last part of a URI after its last dot, in lower case; empty if there is none. */
export function extensionOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  return /\.([a-z\d]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
}

function isUrl(value: object): value is UrlLike {
  const { href, protocol } = value as { readonly href?: unknown; readonly protocol?: unknown };
  return typeof href === "string" && typeof protocol === "string";
}

function pathOf({ href }: UrlLike): string {
  return process.getBuiltinModule("node:url").fileURLToPath(href);
}
