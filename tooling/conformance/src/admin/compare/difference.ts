import { isDeepStrictEqual } from "node:util";
import type { Json } from "../rows/admin-row.js";

/** One place in which an answer is not as recorded. */
export interface Difference {
  /** `code`, `message`, or a JSON pointer into the response, headers or details. */
  readonly pointer: string;
  readonly expected: Json | undefined;
  readonly got: Json | undefined;
}

/** Where two JSON values differ. Blanks count as one where a text holds protobuf's text format. */
export function differences(
  expected: Json | undefined,
  got: Json | undefined,
  pointer = "",
): readonly Difference[] {
  if (isList(expected) && isList(got)) {
    const length = Math.max(expected.length, got.length);
    return Array.from({ length }, (_, index) =>
      differences(expected[index], got[index], `${pointer}/${index}`),
    ).flat();
  }
  if (isObject(expected) && isObject(got)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(got)]);
    return [...keys].flatMap((key) => differences(expected[key], got[key], `${pointer}/${escaped(key)}`));
  }
  const isEqual =
    typeof expected === "string" && typeof got === "string"
      ? isSameText(expected, got)
      : isDeepStrictEqual(expected, got);
  return isEqual ? [] : [{ pointer: pointer === "" ? "/" : pointer, expected, got }];
}

/** Whether texts are equal, with blanks folded where they hold protobuf's text format. */
export function isSameText(expected: string, got: string): boolean {
  return expected === got || (PROTO_TEXT.test(expected) && folded(expected) === folded(got));
}

const PROTO_TEXT = /\w+:("|\{|[A-Z0-9])/;

function folded(text: string): string {
  return text.replace(/[ \u00a0]+/g, " ");
}

/**
 * Takes out what may differ, at JSON pointers. A place that is there on one side only stays, and so is a difference.
 */
export function withoutVarying(
  expected: Json | undefined,
  got: Json | undefined,
  pointers: readonly string[],
): readonly [Json | undefined, Json | undefined] {
  let pair: readonly [Json | undefined, Json | undefined] = [expected, got];
  for (const pointer of pointers) {
    const path = pointer
      .split("/")
      .slice(1)
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (!pair.every((each) => has(each, path))) continue;
    pair = [without(pair[0], path), without(pair[1], path)];
  }
  return pair;
}

function has(value: Json | undefined, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return value !== undefined;
  return (
    typeof value === "object" && value !== null && has(Reflect.get(value, key) as Json | undefined, rest)
  );
}

function without(value: Json | undefined, [key, ...rest]: readonly string[]): Json | undefined {
  if (key === undefined) return null;
  if (isList(value))
    return value.map((each, index) => (String(index) === key ? (without(each, rest) ?? null) : each));
  return isObject(value) ? { ...value, [key]: without(value[key], rest) ?? null } : value;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
