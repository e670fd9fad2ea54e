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
  const words = `list of ${grouped(element.words)}`;
  return {
    tag: "Typed List",
    words,
    literalType: literalTypeOf({ $case: "collectionType", value: element.literalType }),
    jsonSchema: element.jsonSchema && { type: "array", items: element.jsonSchema },
    depth: depthOf(element) + 2,
    members: { kind: "list", element },
    mayBe: isList,
    toLiteral(value) {
      const literals = eachItem(asArray(value, words), (item) => element.toLiteral(item));
      return literalOf({ $case: "collection", value: { literals } });
    },
    fromLiteral(literal) {
      if (literal.value?.$case !== "collection") throw mismatch(words, describeLiteral(literal));
      return eachItem(literal.value.value.literals, (item) => decodeLiteral(element, item));
    },
    write(value, writer) {
      const items = asArray(value, words);
      writer.list(items.length);
      eachItem(items, (item) => element.write(item, writer));
    },
    read(reader) {
      const token = reader.next();
      if (token.kind !== "list") throw mismatch(words, describeToken(token));
      return eachItem(upTo(token.size), () => element.read(reader));
    },
    ...listParts(element),
  };
}

function asArray(value: unknown, words: string): readonly unknown[] {
  if (!isList(value)) throw refused(value, words, "single-for-list");
  return value;
}

// A loop and not map(), which skips the holes of a sparse array: a hole is a missing value and is refused.
function eachItem<A, B>(items: Iterable<A>, convert: (item: A) => B): B[] {
  const converted: B[] = [];
  try {
    for (const item of items) converted.push(convert(item));
  } catch (error) {
    throw within(`[${converted.length}]`, error);
  }
  return converted;
}

// Not an array of this size: malformed bytes may claim a huge size, which is noticed only when the bytes end.
function* upTo(size: number): Generator<number> {
  for (let i = 0; i < size; i += 1) yield i;
}
