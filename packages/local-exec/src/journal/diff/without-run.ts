import type * as idl from "@flytekit-ts/models/core";

/** A literal in which paths in the folder of its run are the same as those of another run. */
export function withoutRun(literal: idl.Literal, run: string): idl.Literal {
  return replaced(literal, run) as idl.Literal;
}

function replaced(value: unknown, run: string): unknown {
  if (typeof value === "string") return value.replaceAll(`/${run}/`, "/RUN/");
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((each) => replaced(each, run));
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, replaced(each, run)]));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, run)]));
}
