import { memberOf } from "../../messages/json.js";
import { textOf } from "../described/source.js";
import type { Read } from "../rows/read-json.js";
import type { OfKind } from "./of-kind.js";
import type { Making, Twin } from "./twin.js";

/** A type with a hash of its values, or with an annotation. */
export function aroundTwin(type: OfKind<"hashed" | "annotated">, making: Making): Twin {
  const inner = making.twinOf(type.of, making);
  if (type.kind === "annotated") return { ...inner, type: inner.type.annotate(type.data) };
  // The function is the author's, and only what it gave is recorded. Where flytekit did not call it, neither may we.
  const hashes: (readonly [value: Read, native: unknown, hash: string])[] = [];
  const hashOf = (value: unknown): string | undefined =>
    hashes.find(([recorded, native]) => native === value || inner.isSame(recorded, value))?.[2];
  return {
    ...inner,
    type: inner.type.hashed((value) => hashOf(value) ?? "a hash that flytekit did not make"),
    native(value, literal) {
      const native = inner.native(value, literal);
      const hash = textOf(memberOf(literal, "hash"));
      if (hash !== "") hashes.push([value, native, hash]);
      return native;
    },
  };
}
