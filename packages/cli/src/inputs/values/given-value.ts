import type { TypeTransformer } from "@flytekit-ts/core/types";
import { type Data, isList, isObject } from "../documents/data.js";
import { jsonText } from "../documents/json-text.js";
import { kindOf } from "../kinds/kind-of.js";
import { dataValue } from "./data-value.js";
import type { Around, Outcome } from "./outcome.js";
import { textValue } from "./text-value.js";

/**
 * The value of an input that a file of inputs gives. As in flytekit, a text there is read as one behind the flag, and what is no text
 * as its JSON: `x: 5` and `x: "5"` are both an int for an input that is one, and both a string for one that is that.
 */
export async function givenValue(transformer: TypeTransformer, data: Data, around: Around): Promise<Outcome> {
  if (data === null && takesNone(transformer)) return { value: undefined };
  if ((isList(data) || isObject(data)) && !isText(transformer))
    return dataValue(transformer, data, { ...around, isInRecord: false });
  return textValue(transformer, typeof data === "string" ? data : jsonText(data), around);
}

function takesNone(transformer: TypeTransformer): boolean {
  const kind = kindOf(transformer);
  return kind.kind === "none" || (kind.kind === "union" && kind.variants.some(takesNone));
}

function isText(transformer: TypeTransformer): boolean {
  const kind = kindOf(transformer);
  return (
    kind.kind === "string" ||
    (kind.kind === "union" && kind.variants.every((each) => ["string", "none"].includes(kindOf(each).kind)))
  );
}
