import * as errors from "../../errors.js";
import { isPlainObject } from "../../words/plain-object.js";
import type { Form, RecordForm } from "./form.js";

/** A JSON Schema that is an object, as it is read. */
export type Node = Readonly<Record<string, unknown>>;

/** Where in a schema something stands. */
export interface Spot {
  /** From the whole type: `.user.born[]`. */
  readonly path: string;
  /** The title of a record there that has none of its own. */
  readonly name: string | undefined;
}

/** One reading of a schema, from its root. */
export interface Reading {
  readonly root: Node;
  /** The place of the type, such as `inputs.user of task a.b`. */
  readonly at: string;
  /** Whether codecs are left unread, because what they give is not written. */
  readonly skipsCodecs: boolean;
  /** Records around the spot that is being read. A record among them is one inside itself. */
  readonly open: Map<Node, RecordForm>;
  /** The other schemas around the spot. */
  readonly within: Set<Node>;
  /** How many schemas may still be read: references can make a small text very large. */
  readonly budget: { left: number };
  /** Reads a part. */
  readonly read: (reading: Reading, schema: unknown, spot: Spot) => Form;
}

/** How many schemas one schema may consist of, counting what references repeat. */
export const MOST_SCHEMAS = 20_000;

/** The error for what no Flyte type holds. */
export function refusal(
  { at }: { readonly at: string },
  path: string,
  what: string,
  instead?: string,
): Error {
  return errors.SCHEMA_NOT_REPRESENTABLE({ at: placeIn(at, path), what, instead });
}

/** What to do about null beside undefined. */
export const ONE_NONE = "Flyte has one none: allow null or undefined, but not both.";

/** A place inside a type: `inputs.user.born of task a.b`. */
export function placeIn(at: string, path: string): string {
  if (path === "") return at;
  const [, head, rest] = /^((?:inputs\.|outputs\.|output\b)\S*)(.*)$/s.exec(at) ?? [];
  return head === undefined ? `${path.replace(/^\./, "")} in ${at}` : `${head}${path}${rest}`;
}

/** The schema that a JSON pointer names; undefined if there is none. */
export function resolvePointer(root: Node, ref: unknown): Node | undefined {
  if (typeof ref !== "string") return undefined;
  if (!ref.startsWith("#")) return namedDefinition(root, ref);
  if (ref !== "#" && !ref.startsWith("#/")) return namedDefinition(root, ref.slice(1));
  let node: unknown = root;
  for (const part of ref.split("/").slice(1)) {
    const key = unescaped(part).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined;
    node = Reflect.get(node, key);
  }
  return isPlainObject(node) ? sameAsRoot(root, node) : undefined;
}

// A reference is a URL, in which a space is `%20`.
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// TypeBox names a recursive schema with `$id`, and refers to it by that.
function namedDefinition(root: Node, name: string): Node | undefined {
  const definitions = [root["$defs"], root["definitions"]]
    .filter(isPlainObject)
    .flatMap((each) => Object.entries(each));
  const found = definitions.find(
    ([key, node]) => isPlainObject(node) && [key, node["$id"], node["$anchor"]].includes(name),
  );
  if (root["$id"] === name) return root;
  return isPlainObject(found?.[1]) ? found[1] : undefined;
}

// Some libraries write a record that contains itself twice: as the root, and as a definition.
function sameAsRoot(root: Node, node: Node): Node {
  if (root["$ref"] !== undefined) return node;
  return isEqual(without(root, "$defs", "definitions", "$schema"), node) ? root : node;
}

/** A schema without some of its keywords. */
export function without(node: Node, ...keywords: readonly string[]): Node {
  return Object.fromEntries(Object.entries(node).filter(([keyword]) => !keywords.includes(keyword)));
}

export function isEqual(a: unknown, b: unknown): boolean {
  return process.getBuiltinModule("node:util").isDeepStrictEqual(a, b);
}
