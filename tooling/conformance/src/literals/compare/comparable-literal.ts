import { MsgpackReader, type MsgpackToken } from "@flytekit-ts/core/types";
import type { JsonValue } from "@flytekit-ts/models/json";
import { isObject, type JsonObject, memberOf } from "../../messages/json.js";
import { msgpackText } from "../../runs/msgpack-text.js";
import { timestampIn } from "../twins/time-texts.js";

/**
 * How MessagePack is compared: byte by byte; by what it holds, where an untyped record is in it; or with ints as
 * floats, where an int was given for a float: Python writes the int, and a number of JavaScript is a float there.
 */
export type Comparing = "bytes" | "values" | "numbers";

/** A literal in JSON whose MessagePack is a text that can be compared. */
export function comparableLiteral(literal: JsonValue, comparing: Comparing): JsonValue {
  if (Array.isArray(literal)) return literal.map((item) => comparableLiteral(item, comparing));
  if (!isObject(literal)) return literal;
  if (isPickle(literal)) return { ...literal, uri: "a file with a random name" };
  const binary = memberOf(literal, "tag") === "msgpack" ? memberOf(literal, "value") : undefined;
  if (typeof binary === "string")
    return { ...literal, value: msgpackOf(Buffer.from(binary, "base64"), comparing) };
  return Object.fromEntries(
    Object.entries(literal).map(([key, member]) => [key, comparableLiteral(member, comparing)]),
  );
}

// A value that flytekit pickles is in a file whose name is random.
function isPickle(literal: JsonObject): boolean {
  const format = memberOf(memberOf(memberOf(literal, "metadata"), "type"), "format");
  return format === "PythonPickle" && typeof literal["uri"] === "string" && literal["uri"] !== "";
}

/** MessagePack as a text that can be compared; no bytes give an empty one. */
export function msgpackOf(bytes: Uint8Array, comparing: Comparing): string {
  if (bytes.length === 0) return "";
  try {
    if (comparing === "values") return msgpackText(bytes, textOfString);
    return msgpackBytes(bytes, comparing === "numbers");
  } catch {
    return `no MessagePack: ${hexOf(bytes)}`;
  }
}

/**
 * The bytes, value by value. Only a datetime may be written in another way: flytekit keeps the offset that Python's
 * datetime has, and a JavaScript date has none.
 */
export function msgpackBytes(bytes: Uint8Array, areFloats: boolean): string {
  const [tokens, slices] = [new MsgpackReader(bytes), new MsgpackReader(bytes)];
  const parts: string[] = [];
  for (let left = 1; left > 0; left -= 1) {
    const token = tokens.next();
    const members = membersOf(token);
    left += members;
    parts.push(
      members > 0 || isContainer(token) ? `${token.kind} ${sizeOf(token)}` : leafOf(token, slices, areFloats),
    );
    if (isContainer(token)) slices.next();
  }
  tokens.end();
  return parts.join(" ");
}

function isContainer(token: MsgpackToken): boolean {
  return token.kind === "list" || token.kind === "map";
}

function sizeOf(token: MsgpackToken): number {
  return token.kind === "list" || token.kind === "map" ? token.size : 0;
}

function membersOf(token: MsgpackToken): number {
  return token.kind === "map" ? 2 * token.size : sizeOf(token);
}

function leafOf(token: MsgpackToken, slices: MsgpackReader, areFloats: boolean): string {
  const bytes = slices.slice();
  if (areFloats && (token.kind === "int" || token.kind === "float")) return String(Number(token.value));
  return token.kind === "string" ? textOfString(token.value) : hexOf(bytes);
}

// A datetime as the moment that it is, whatever its offset.
function textOfString(text: string): string {
  const time = text.includes("T") ? timestampIn(text) : undefined;
  return time === undefined ? JSON.stringify(text) : `${time.seconds}s${time.nanos}n`;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
