import { isFlytekitError } from "@flytekit-ts/core";
import type { LiteralRow } from "../rows/literal-row.js";
import type { Read } from "../rows/read-json.js";
import type { MadeRow } from "./made-row.js";
import { decodeValue, encodeValue, literalBytes, transformerOf } from "./convert.js";
import { problemOf } from "./problem-of.js";

type Made = Pick<MadeRow, "described" | "twin">;

/**
 * Whether a type that flytekit refuses is refused, by an error with a code.
 *
 * What a record or dataset holds is not recorded then. One that can be made of its values has to hold them.
 */
export async function compareRefusedType(row: LiteralRow, make: () => Made): Promise<readonly string[]> {
  let made: Made;
  try {
    made = make();
  } catch (error) {
    return isFlytekitError(error) ? [] : [`the type is refused without a code: ${problemOf(error)}`];
  }
  const isHidden = made.described.kind === "record" || made.described.kind === "dataset";
  return isHidden ? compareConverted(made, row.value) : ["the type is refused by flytekit, and made by us"];
}

// For Python's ints and booleans JSON leaves no doubt; a string may have been a day, and a float a span of time.
const PLAIN: ReadonlySet<string> = new Set(["int", "bool", "none"]);

/** Whether a value that flytekit refuses is refused, or converted where it is a fair value in JavaScript. */
export async function compareRefused({ row, ...made }: MadeRow): Promise<readonly string[]> {
  const { twin, described } = made;
  const isRight = PLAIN.has(described.kind) && twin.fits(row.value);
  if (twin.takes(row.value) && !isRight) return compareConverted(made, row.value);
  try {
    await encodeValue(transformerOf(twin.type), twin.native(row.value));
    return ["the value is refused by flytekit, and taken by us"];
  } catch (error) {
    return isFlytekitError(error) ? [] : [`the value is refused without a code: ${problemOf(error)}`];
  }
}

/** Whether a value is converted, and is the same after decoding. */
export async function compareConverted({ twin }: Made, value: Read): Promise<readonly string[]> {
  const transformer = transformerOf(twin.type);
  try {
    const literal = await encodeValue(transformer, twin.native(value));
    const decoded = await decodeValue(transformer, literalBytes(literal));
    return twin.isSame(value, decoded) ? [] : ["the value is fair, and another after decoding"];
  } catch (error) {
    return [`the value is fair, and refused: ${problemOf(error)}`];
  }
}
