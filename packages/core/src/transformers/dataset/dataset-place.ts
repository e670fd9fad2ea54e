import { localPathOf } from "../../storage/local-path.js";

/** Where a dataset is, and in which format; the format is empty if it is not known. */
export interface DatasetPlace {
  readonly uri: string;
  readonly format: string;
}

/** The place that a value names: a path, a URI, a URL, a dataset, or an object with `uri`. Undefined for other values. */
export function placeOf(value: unknown): DatasetPlace | undefined {
  if (typeof value === "string") return at(value, "");
  if (typeof value !== "object" || value === null) return undefined;
  const { href, protocol, uri, format = "" } = partsOf(value);
  if (typeof href === "string" && typeof protocol === "string") return at(href, "");
  return typeof uri === "string" && typeof format === "string" ? at(uri, format) : undefined;
}

type Parts = Partial<Record<"href" | "protocol" | "uri" | "format", unknown>>;

function partsOf(value: object): Parts {
  try {
    const { href, protocol, uri, format } = value as Parts;
    return { href, protocol, uri, format };
  } catch {
    // A proxy that was revoked, or that does not let itself be read.
    return {};
  }
}

// A local path is written plain, as flytekit writes it: not escaped, and without `file://`.
function at(uri: string, format: string): DatasetPlace {
  return { uri: localPathOf(uri) ?? uri, format };
}

/** Whether a value may be the rows of a dataset, which are read one by one. */
export function isRows(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  try {
    return Symbol.asyncIterator in value || Symbol.iterator in value;
  } catch {
    return false;
  }
}

/** Whether two formats are the same to Flyte, or one of them is not known. */
export function sameFormat(one: string, other: string): boolean {
  return one === "" || other === "" || one.toLowerCase() === other.toLowerCase();
}

/** The last part of a URI after its last dot, in lower case; empty if there is none. */
export function extensionOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  return /\.([a-z\d]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
}
