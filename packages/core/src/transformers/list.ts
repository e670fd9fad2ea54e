import type * as idl from "@flytekit-ts/models/core";
import { literalTypeOf } from "../literals/literal-type.js";
import { describeLiteral, literalOf } from "../literals/literal.js";
import { describeToken } from "../literals/msgpack-reader.js";
import { depthOf } from "../types/depth-of.js";
import { decodeLiteral } from "../types/decode-literal.js";
import { mismatch, refused, within } from "../types/mismatch.js";
import { isList } from "../words/plain-object.js";
import type { TypeTransformer } from "../types/transformer.js";
import { grouped } from "../words/enumerate.js";
import { listParts } from "./parts/list-parts.js";

/** Lists of one element type. */
export function listTransformer<T>(element: TypeTransformer<T>): TypeTransformer<T[]> {
  // Not a constant: the words of a type that is declared later are not known yet.
  const words = (): string => `list of ${grouped(element.words)}`;
  return {
    tag: "Typed List",
    get words() {
      return words();
    },
    literalType: literalTypeOf({ $case: "collectionType", value: element.literalType }),
    jsonSchema: element.jsonSchema && { type: "array", items: element.jsonSchema },
    depth: depthOf(element) + 2,
    members: { kind: "list", element },
    mayBe: isList,
    toLiteral(value) {
      const items = asArray(value, words);
      const literals: idl.Literal[] = [];
      eachIndex(items.length, (i) => literals.push(element.toLiteral(items[i])));
      return literalOf({ $case: "collection", value: { literals } });
    },
    fromLiteral(literal) {
      if (literal.value?.$case !== "collection") throw mismatch(words(), describeLiteral(literal));
      const { literals } = literal.value.value;
      const items: T[] = [];
      eachIndex(literals.length, (i) => {
        const item = literals[i];
        if (item !== undefined) items.push(decodeLiteral(element, item));
      });
      return items;
    },
    write(value, writer) {
      const items = asArray(value, words);
      writer.list(items.length);
      let i = 0;
      // No closure: most lists in records are short, and there are many of them.
      try {
        for (; i < items.length; i += 1) element.write(items[i], writer);
      } catch (error) {
        throw within(`[${i}]`, error);
      }
    },
    read(reader) {
      const token = reader.next();
      if (token.kind !== "list") throw mismatch(words(), describeToken(token));
      const items: T[] = [];
      try {
        while (items.length < token.size) items.push(element.read(reader));
      } catch (error) {
        throw within(`[${items.length}]`, error);
      }
      return items;
    },
    ...listParts(element),
  };
}

function asArray(value: unknown, words: () => string): readonly unknown[] {
  if (!isList(value)) throw refused(value, words(), "single-for-list");
  return value;
}

// A loop and not map(), which skips the holes of a sparse array: a hole is a missing value and is refused.
function eachIndex(size: number, convert: (index: number) => unknown): void {
  let index = 0;
  try {
    for (; index < size; index += 1) convert(index);
  } catch (error) {
    throw within(`[${index}]`, error);
  }
}
