import type { JsonValue } from "@flytekit-ts/models/json";
import { type JsonObject, isObject, memberOf } from "../../messages/json.js";
import { isReadList, isReadObject, type Read } from "../rows/read-json.js";
import type { Label } from "./label.js";

/** What is known of one type: what its label says, names and kinds in recorded messages, values of it. */
export interface Source {
  readonly label?: Label | undefined;
  /** The literal type, in JSON. */
  readonly type?: JsonValue | undefined;
  /** The JSON Schema that describes it inside a record. */
  readonly schema?: JsonValue | undefined;
  readonly values: readonly Read[];
  /** Whether flytekit refuses the type, so that nothing of it is recorded. */
  readonly isRefused?: boolean;
  /** The schemas that are referred to by name. */
  readonly definitions?: JsonObject | undefined;
  /** Names of the records around it. */
  readonly around?: readonly string[];
}

/** A member in a chain of members. */
export function within(json: JsonValue | undefined, ...keys: readonly string[]): JsonValue | undefined {
  return keys.reduce<JsonValue | undefined>(memberOf, json);
}

/** A list in JSON; empty if it is none. */
export function listOf(json: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(json) ? json : [];
}

/** An object in JSON; empty if it is none. */
export function objectOf(json: JsonValue | undefined): JsonObject {
  return isObject(json) ? json : {};
}

/** A text in JSON; empty if it is none. */
export function textOf(json: JsonValue | undefined): string {
  return typeof json === "string" ? json : "";
}

/** The items of all values that are lists. */
export function itemsOf(values: readonly Read[]): readonly Read[] {
  return values.filter(isReadList).flat();
}

/** What is at a key of all values that are objects. */
export function membersOf(values: readonly Read[], key: string): readonly Read[] {
  return values.filter(isReadObject).flatMap((value) => {
    const member = value.get(key);
    return member === undefined ? [] : [member];
  });
}

/** The keys and values of all values that are maps: in the form for keys of any type, or objects. */
export function entriesOf(values: readonly Read[]): readonly (readonly [Read, Read])[] {
  return values.filter(isReadObject).flatMap((value) => {
    const pairs = value.get("$map");
    if (!isReadList(pairs)) return [...value];
    return pairs.filter(isReadList).map(([key = null, item = null]) => [key, item] as const);
  });
}
