import { inspect, isDeepStrictEqual } from "node:util";
import type { Type, Value } from "../description/type.js";
import { comparable } from "./comparable.js";
import { expected } from "./expected.js";
import { makeValue } from "./make-value.js";

/** How a decoded value differs from the described one, in words; undefined where it does not. */
export async function differenceOf(type: Type, value: Value, decoded: unknown): Promise<string | undefined> {
  const [wanted, given] = [await comparable(makeValue(type, value, expected)), await comparable(decoded)];
  if (isDeepStrictEqual(wanted, given)) return undefined;
  const show = (each: unknown): string => inspect(each, { depth: 20, breakLength: 200 });
  return `decoded to ${show(given)}, not to ${show(wanted)}`;
}
