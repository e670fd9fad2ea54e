import { toNanoseconds } from "@flytekit-ts/core/literals";
import type { JsonValue } from "@flytekit-ts/models/json";
import { within } from "../described/source.js";
import { bareOf } from "../described/described.js";
import { jsonTwin } from "../twins/json-twin.js";
import { scalarTwin } from "../twins/scalar-twins.js";
import { nanosecondsIn } from "../twins/time-texts.js";
import { msgpackOf } from "./comparable-literal.js";
import { decodeValue, encodeValue, transformerOf } from "./convert.js";
import type { MadeRow } from "./made-row.js";
import { jsonOf } from "./messages-of.js";
import { Literal } from "@flytekit-ts/models/core";

/**
 * Whether flytekit wrote a value without looking at it: a field of a record has a value of another type or is left out,
 * a constant is not in its choice, a span is longer than one of protobuf's. Then what is recorded holds just what was
 * given, whatever the type says. Of a dataset in another format it holds the format of the type.
 */
export async function isUnchecked({ row, twin, described, recorded }: MadeRow): Promise<boolean> {
  const type = bareOf(described);
  if (row.literal === undefined || twin.fits(row.value)) return false;
  if (type.kind === "duration") return spanOf(row.literal.bytes) === nanosecondsIn(row.value);
  if (type.kind === "dataset") return formatOf(row.literal.bytes) === type.format;
  if (type.kind === "choice") {
    const constant = scalarTwin(type.of);
    return constant.isSame(row.value, await decodeValue(transformerOf(constant.type), row.literal.bytes));
  }
  if (type.kind !== "record") return false;
  const untyped = jsonTwin();
  const given = jsonOf(Literal, await encodeValue(transformerOf(untyped.type), untyped.native(row.value)));
  return textOf(given) === textOf(recorded.literal?.fromBytes);
}

function spanOf(bytes: Uint8Array): bigint | undefined {
  const { value } = Literal.decode(bytes);
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  return primitive?.$case === "duration" ? toNanoseconds(primitive.value) : undefined;
}

function formatOf(bytes: Uint8Array): string | undefined {
  const { value } = Literal.decode(bytes);
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  return scalar?.$case === "structuredDataset"
    ? scalar.value.metadata?.structuredDatasetType?.format
    : undefined;
}

function textOf(literal: JsonValue | undefined): string {
  const binary = within(literal, "scalar", "binary", "value");
  return typeof binary === "string" ? msgpackOf(Buffer.from(binary, "base64"), "values") : "";
}
