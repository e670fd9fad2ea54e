import type * as idl from "@flytekit-ts/models/core";
import { literalTypeOf } from "../literals/literal-type.js";
import { scalarLiteral } from "../literals/literal.js";
import type { MsgpackWriter } from "../literals/msgpack-writer.js";
import { depthOf } from "../types/depth-of.js";
import { withoutHash } from "../types/hashed.js";
import type { TypeTransformer } from "../types/transformer.js";
import { variantParts } from "./parts/variant-parts.js";
import { chooseVariant, plainVariant } from "./unions/choose-variant.js";
import { decodeVariant } from "./unions/decode-variant.js";
import { remembering } from "./unions/remembered.js";
import { readVariant } from "./unions/read-variant.js";
import { type Union, unionOf } from "./unions/union-of.js";
import { writeVariant } from "./unions/write-variant.js";

/**
 * A value of one of several types. As in flytekit, the literal of a value names its variant: the backend refuses some
 * values without a variant as ambiguous. Inside a record a value is written without it.
 *
 * Unions among the types dissolve. What remains may be one type, which is then no union.
 */
export function unionTransformer(
  types: readonly TypeTransformer[],
  more: Pick<TypeTransformer, "isNoneByDefault"> = {},
): TypeTransformer {
  const union = unionOf(types);
  const { variants, jsonSchema } = union;
  const [first] = variants;
  if (first !== undefined && variants.length === 1) return first.transformer;
  const { found, ...parts } = variantParts(union);
  return {
    tag: "Typed Union",
    get words() {
      return union.words;
    },
    literalType: literalTypeOf({ $case: "unionType", value: { variants: variants.map(({ type }) => type) } }),
    jsonSchema,
    depth: Math.max(...variants.map(({ transformer }) => depthOf(transformer))) + 3,
    members: { kind: "variants", variants: variants.map(({ transformer }) => transformer) },
    toLiteral: (given) =>
      isSimple(given, union) ? toLiteral(given, union) : remembering(() => toLiteral(given, union)),
    fromLiteral: (literal) => found(remembering(() => decodeVariant(literal, union))),
    write: (given, writer) =>
      isSimple(given, union) ? write(given, writer, union) : remembering(() => write(given, writer, union)),
    read: (reader) =>
      found(
        union.only === undefined ? remembering(() => readVariant(reader, union)) : readVariant(reader, union),
      ),
    toJson(given) {
      const { variant, value } = remembering(() => chooseVariant(given, union));
      return variant.transformer.toJson?.(value);
    },
    ...parts,
    ...more,
  };
}

// What has no other unions inside that are tried again and again.
function isSimple(given: unknown, union: Union): boolean {
  return union.only !== undefined || typeof given !== "object" || given === null;
}

function toLiteral(given: unknown, union: Union): idl.Literal {
  const { variant, value } = chooseVariant(given, union);
  const literal = withoutHash(variant.transformer.toLiteral(value));
  return scalarLiteral({ $case: "union", value: { type: variant.named, value: literal } });
}

function write(given: unknown, writer: MsgpackWriter, union: Union): void {
  const plain = plainVariant(given, union);
  if (plain !== undefined && !union.confusable.has(plain)) plain.transformer.write(given, writer);
  else writeVariant(chooseVariant(given, union), writer, union);
}
