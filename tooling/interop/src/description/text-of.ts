import type { Value } from "./type.js";

/** A described value that is a text, as most scalars are. */
export function textOf(value: Value | undefined): string {
  if (typeof value !== "string") throw new Error("a described value is no text");
  return value;
}
