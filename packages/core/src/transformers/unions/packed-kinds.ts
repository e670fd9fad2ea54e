import type { MsgpackToken } from "../../literals/msgpack-reader.js";
import type { Json, JsonSchema } from "../../types/transformer.js";

/** A kind of MessagePack value. */
export type Kind = MsgpackToken["kind"];

/** The kinds of MessagePack that values of a type are written as. Undefined if that cannot be known. */
export type PackedKinds = ReadonlySet<Kind> | undefined;

const OF_TYPE: { readonly [type: string]: readonly Kind[] } = {
  array: ["list"],
  boolean: ["boolean"],
  integer: ["int"],
  null: ["nil"],
  number: ["float", "int"],
  object: ["map"],
};

/** The kinds of MessagePack that a JSON Schema allows. */
export function kindsOf(schema: JsonSchema | undefined): PackedKinds {
  if (schema === undefined) return undefined;
  if (Array.isArray(schema["enum"])) return union(schema["enum"].map(kindsOfValue));
  if (Object.hasOwn(schema, "const")) return kindsOfValue(schema["const"] ?? null);
  if (Array.isArray(schema["anyOf"]))
    return union(schema["anyOf"].map((each) => kindsOf(each as JsonSchema)));
  const type = schema["type"];
  if (type === "string") return new Set(schema["format"] === "base64" ? ["bytes", "string"] : ["string"]);
  const kinds = typeof type === "string" && Object.hasOwn(OF_TYPE, type) ? OF_TYPE[type] : undefined;
  return kinds && new Set(kinds);
}

function kindsOfValue(value: Json): PackedKinds {
  if (value === null) return new Set(["nil"]);
  if (typeof value === "string") return new Set(["string"]);
  if (typeof value === "boolean") return new Set(["boolean"]);
  return typeof value === "number" ? new Set(["float", "int"]) : undefined;
}

function union(all: readonly PackedKinds[]): PackedKinds {
  const kinds = new Set<Kind>();
  for (const each of all) {
    if (each === undefined) return undefined;
    for (const kind of each) kinds.add(kind);
  }
  return kinds;
}
