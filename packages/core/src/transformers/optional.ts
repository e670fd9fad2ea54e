import type * as idl from "@flytekit-ts/models/core";
import { depthOf } from "../types/depth-of.js";
import { decodeLiteral } from "../types/decode-literal.js";
import { scalarLiteral } from "../literals/literal.js";
import { literalTypeOf, tagged } from "../literals/literal-type.js";
import { withoutHash } from "../types/hashed.js";
import type { TypeTransformer } from "../types/transformer.js";
import { noneTransformer } from "./none.js";

/**
 * A value or none: Flyte's union of the type and NONE.
 *
 * As in flytekit, a value is always written together with its variant: the backend refuses some values without a
 * variant as ambiguous.
 */
export function optionalTransformer<T>(inner: TypeTransformer<T>): TypeTransformer<T | undefined> {
  const some = tagged(inner.literalType, inner.tag);
  const none = tagged(noneTransformer.literalType, noneTransformer.tag);
  const isNone = (value: unknown): boolean => value === undefined || value === null;
  const transformer: TypeTransformer<T | undefined> = {
    tag: "Typed Union",
    words: `optional ${inner.words}`,
    literalType: literalTypeOf({ $case: "unionType", value: { variants: [some, none] } }),
    jsonSchema: inner.jsonSchema && { anyOf: [inner.jsonSchema, { type: "null" }] },
    depth: depthOf(inner) + 3,
    members: { kind: "variants", variants: [inner, noneTransformer] },
    toLiteral(value) {
      const type = isNone(value) ? none : some;
      return scalarLiteral({
        $case: "union",
        value: { type, value: withoutHash(variantOf(value).toLiteral(value)) },
      });
    },
    fromLiteral(literal) {
      const variant = insideUnion(literal);
      if (variant !== undefined) return decodeLiteral(transformer, variant);
      return isNoneLiteral(literal) ? undefined : decodeLiteral(inner, literal);
    },
    write: (value, writer) => variantOf(value).write(value, writer),
    read(reader) {
      if (reader.peek().kind !== "nil") return inner.read(reader);
      return noneTransformer.read(reader);
    },
    toJson: (value) => variantOf(value).toJson?.(value),
    ...(inner.storing === undefined
      ? {}
      : { storing: (value) => (isNone(value) ? undefined : inner.storing?.(value)) }),
    ...(inner.load === undefined
      ? {}
      : { load: async (value, store) => (value === undefined ? value : inner.load?.(value, store)) }),
  };
  return transformer;

  function variantOf(value: unknown): TypeTransformer {
    return isNone(value) ? noneTransformer : inner;
  }
}

function insideUnion(literal: idl.Literal): idl.Literal | undefined {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  return scalar?.$case === "union" ? scalar.value.value : undefined;
}

// The backend turns a null in a Struct into an empty literal.
function isNoneLiteral({ value }: idl.Literal): boolean {
  return value === undefined || (value.$case === "scalar" && value.value.value?.$case === "noneType");
}
