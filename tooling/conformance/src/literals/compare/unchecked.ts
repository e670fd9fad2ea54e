import type { JsonValue } from "@flytekit-ts/models/json";
import { within } from "../described/source.js";
import { bareOf } from "../described/described.js";
import { jsonTwin } from "../twins/json-twin.js";
import { msgpackOf } from "./comparable-literal.js";
import { encodeValue, transformerOf } from "./convert.js";
import type { MadeRow } from "./made-row.js";
import { jsonOf } from "./messages-of.js";
import { Literal } from "@flytekit-ts/models/core";

/**
 * Whether flytekit wrote a record without looking at it: a field has a value of another type, or is left out. Then the
 * recorded bytes hold just what was given, whatever the type says.
 */
export async function isUnchecked({ row, twin, described, recorded }: MadeRow): Promise<boolean> {
  if (bareOf(described).kind !== "record" || twin.fits(row.value)) return false;
  const untyped = jsonTwin();
  const given = jsonOf(Literal, await encodeValue(transformerOf(untyped.type), untyped.native(row.value)));
  return textOf(given) === textOf(recorded.literal?.fromBytes);
}

function textOf(literal: JsonValue | undefined): string {
  const binary = within(literal, "scalar", "binary", "value");
  return typeof binary === "string" ? msgpackOf(Buffer.from(binary, "base64"), "values") : "";
}
