import { isFlytekitError } from "@flytekit-ts/core";
import { Literal, LiteralType } from "@flytekit-ts/models/core";
import type { JsonValue } from "@flytekit-ts/models/json";
import { showDifference } from "../../messages/describe-differences.js";
import { findDifferences } from "../../messages/find-differences.js";
import { isObject } from "../../messages/json.js";
import { isReadObject } from "../rows/read-json.js";
import { comparableLiteral, type Comparing, msgpackOf } from "./comparable-literal.js";
import type { MadeRow } from "./made-row.js";
import { compareConverted } from "./compare-refused.js";
import { decodeValue, encodeValue, transformerOf } from "./convert.js";
import { hasUntyped } from "./has-untyped.js";
import { jsonOf, type Messages } from "./messages-of.js";
import { isUnchecked } from "./unchecked.js";
import { meantMessage } from "./meant-message.js";
import { problemOf } from "./problem-of.js";

/** Our literal type beside the recorded one. */
export function compareType({ twin, recorded }: MadeRow): readonly string[] {
  const ours = jsonOf(LiteralType, transformerOf(twin.type).literalType);
  return differences("literal type", ours, recorded.type);
}

/** Our literal of the value beside the recorded one. */
export async function compareLiteral(made: MadeRow): Promise<readonly string[]> {
  const { row, twin, recorded } = made;
  if (recorded.literal === undefined) return ["the literal is missing"];
  if (await isStricter(made)) return compareStricter(made);
  // Ours has the defaults, and flytekit's only what was given.
  if (lacksFields(made) && (await isUnchecked(made))) return compareConverted(made, row.value);
  const comparing = comparingOf(made);
  try {
    const native = twin.native(row.value, recorded.literal.fromBytes);
    const ours = jsonOf(Literal, await encodeValue(transformerOf(twin.type), native));
    const found = differences("literal", comparableLiteral(ours, comparing), {
      fromBytes: comparableLiteral(recorded.literal.fromBytes, comparing),
      fromJson: recorded.literal.fromJson && comparableLiteral(recorded.literal.fromJson, comparing),
    });
    const binary = msgpackOf(binaryIn(ours), comparing);
    const isSame =
      row.msgpack === undefined || binary === msgpackOf(Buffer.from(row.msgpack, "hex"), comparing);
    return isSame ? found : [...found, "msgpack: ours is another"];
  } catch (error) {
    return [`literal: the value is refused: ${problemOf(error)}`];
  }
}

function lacksFields({ row, described }: MadeRow): boolean {
  const { value } = row;
  return (
    described.kind === "record" &&
    isReadObject(value) &&
    described.fields.some(({ name }) => !value.has(name))
  );
}

function comparingOf({ row, twin, described }: MadeRow): Comparing {
  if (!twin.fits(row.value) && twin.takes(row.value)) return "numbers";
  return hasUntyped(described) ? "values" : "bytes";
}

// Whether a value is in a choice, whether a span is one of protobuf's, and whether the fields of a record are of their
// types, is checked by us, and not by flytekit.
async function isStricter(made: MadeRow): Promise<boolean> {
  return !made.twin.takes(made.row.value) && isUnchecked(made);
}

async function compareStricter({ row, twin }: MadeRow): Promise<readonly string[]> {
  try {
    await encodeValue(transformerOf(twin.type), twin.native(row.value));
    return ["literal: a value that is to be refused is taken"];
  } catch (error) {
    return isFlytekitError(error) ? [] : [`literal: refused without a code: ${problemOf(error)}`];
  }
}

/** What the recorded literal gives here beside what it gave flytekit. */
export async function compareDecoded(made: MadeRow): Promise<readonly string[]> {
  const { row, twin } = made;
  if (row.literal === undefined) return [];
  const expected = row.decodes ?? row.value;
  const mayFail = (await isStricter(made)) || (isReadObject(expected) && expected.has("$fails"));
  try {
    const decoded = await decodeValue(transformerOf(twin.type), row.literal.bytes);
    const meant = isReadObject(expected) && expected.has("$fails") ? row.value : expected;
    return twin.isSame(meant, decoded) ? [] : ["decoded: ours is another value"];
  } catch (error) {
    return mayFail ? [] : [`decoded: the literal is refused: ${problemOf(error)}`];
  }
}

function differences(what: string, ours: JsonValue, recorded: Messages): readonly string[] {
  const fromBytes = findDifferences(ours, meantMessage(recorded.fromBytes));
  const fromJson =
    recorded.fromJson === undefined ? [] : findDifferences(ours, meantMessage(recorded.fromJson));
  const found = fromBytes.length > 0 ? fromBytes : fromJson;
  return found.map((each) => `${what}: ${showDifference(each)}`);
}

function binaryIn(literal: JsonValue): Uint8Array {
  const scalar = isObject(literal) ? literal["scalar"] : undefined;
  const binary = isObject(scalar) ? scalar["binary"] : undefined;
  const value = isObject(binary) ? binary["value"] : undefined;
  return Buffer.from(typeof value === "string" ? value : "", "base64");
}
