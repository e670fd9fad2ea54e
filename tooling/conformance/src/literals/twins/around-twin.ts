import { inspect } from "node:util";
import { textOf } from "../described/source.js";
import { memberOf } from "../../messages/json.js";
import type { OfKind } from "./of-kind.js";
import type { Making, Twin } from "./twin.js";

/** A type with a hash of its values, or with an annotation. */
export function aroundTwin(type: OfKind<"hashed" | "annotated">, making: Making): Twin {
  const inner = making.twinOf(type.of, making);
  if (type.kind === "annotated") return { ...inner, type: inner.type.annotate(type.data) };
  // The function is the author's, and only what it gave is recorded. Where flytekit did not call it, neither may we.
  const hashes = new Map<string, string>();
  return {
    ...inner,
    type: inner.type.hashed((value) => hashes.get(keyOf(value)) ?? "a hash that flytekit did not make"),
    native(value, literal) {
      const native = inner.native(value, literal);
      const hash = textOf(memberOf(literal, "hash"));
      if (hash !== "") hashes.set(keyOf(native), hash);
      return native;
    },
  };
}

function keyOf(value: unknown): string {
  return inspect(value, { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity });
}
