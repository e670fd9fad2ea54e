import { posix } from "node:path";

import { hasScheme, isGoUrl } from "./go-url.js";
import { isJsonObject, type JsonObject, own } from "./json.js";
import type { Draft } from "./metaschema.js";

/** The keyword for the id of a schema. */
export function idKeyword(draft: Draft): string {
  return draft === 4 ? "id" : "$id";
}

/** The URL that the validator uses for a document without an id. */
export const DOCUMENT = "src";

/** The URL of a reference or id in a schema with the URL `base`. It always has a fragment. */
export function resolveUrl(base: string, reference: string): string | undefined {
  if (reference === "") return base;
  if (!isGoUrl(reference)) return undefined;
  if (hasScheme(reference)) return normalized(reference);
  if (hasScheme(base))
    return URL.canParse(reference, base) ? normalized(new URL(reference, base).href) : undefined;
  const [address, fragment] = splitUrl(reference);
  const [from] = splitUrl(base);
  if (address === "") return from + fragment;
  return posix.join(from.slice(0, from.lastIndexOf("/") + 1), address) + fragment;
}

/** A URL without its fragment, and the fragment. */
export function splitUrl(url: string): readonly [address: string, fragment: string] {
  const hash = url.indexOf("#");
  return hash < 0 ? [url, "#"] : [url.slice(0, hash), url.slice(hash)];
}

/** Whether a reference is to the whole document. */
export function isToDocument(reference: string): boolean {
  return reference === "" || reference === "#" || reference === "#/";
}

function normalized(url: string): string {
  const [address, fragment] = splitUrl(url);
  return address + (isToDocument(fragment) ? "#" : fragment);
}

/** The target of a pointer (`#/definitions/Person`), and its URL, which ids on the way can change. */
export function followPointer(
  document: JsonObject,
  pointer: string,
  id: string,
): { readonly target: unknown; readonly base: string } | undefined {
  let [target, base]: [unknown, string | undefined] = [document, DOCUMENT];
  for (const part of pointer.slice("#/".length).split("/")) {
    const key = unescapePart(part);
    if (key === undefined || base === undefined) return undefined;
    if (Array.isArray(target)) {
      target = /^[+-]?\d+$/.test(key) ? (target as readonly unknown[])[Number(key)] : undefined;
    } else if (isJsonObject(target)) {
      const name = own(target, id);
      base = typeof name === "string" ? resolveUrl(base, name) : base;
      target = own(target, key);
    } else return undefined;
  }
  return base === undefined ? undefined : { target, base };
}

function unescapePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part.replaceAll("~1", "/").replaceAll("~0", "~"));
  } catch {
    return undefined;
  }
}
