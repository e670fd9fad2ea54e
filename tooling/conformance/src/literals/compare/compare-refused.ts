import { isFlytekitError } from "@flytekit-ts/core";
import type { MadeRow } from "./made-row.js";
import { decodeValue, encodeValue, literalBytes, transformerOf } from "./convert.js";
import { problemOf } from "./problem-of.js";

/** Whether a type that flytekit refuses is refused, by an error with a code. */
export function compareRefusedType(make: () => unknown): readonly string[] {
  try {
    make();
    return ["the type is refused by flytekit, and made by us"];
  } catch (error) {
    return isFlytekitError(error) ? [] : [`the type is refused without a code: ${problemOf(error)}`];
  }
}

/** Whether a value that flytekit refuses is refused, or converted where it is a fair value in JavaScript. */
export async function compareRefused({ row, twin }: MadeRow): Promise<readonly string[]> {
  const transformer = transformerOf(twin.type);
  const isFair = twin.takes(row.value);
  try {
    const literal = await encodeValue(transformer, twin.native(row.value));
    if (!isFair) return ["the value is refused by flytekit, and taken by us"];
    const decoded = await decodeValue(transformer, literalBytes(literal));
    return twin.isSame(row.value, decoded) ? [] : ["the value is fair, and another after decoding"];
  } catch (error) {
    if (isFair) return [`the value is fair, and refused: ${problemOf(error)}`];
    return isFlytekitError(error) ? [] : [`the value is refused without a code: ${problemOf(error)}`];
  }
}
