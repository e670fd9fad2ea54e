import { t } from "@flytekit-ts/core";
import { typed, type Typed } from "./typed.js";

/** The types that have no parts. */
export const simple = {
  int: (): Typed => typed(t.int(), "t.int()"),
  float: (): Typed => typed(t.float(), "t.float()"),
  string: (): Typed => typed(t.string(), "t.string()"),
  boolean: (): Typed => typed(t.boolean(), "t.boolean()"),
  datetime: (): Typed => typed(t.datetime(), "t.datetime()"),
  date: (): Typed => typed(t.date(), "t.date()"),
  duration: (): Typed => typed(t.duration(), "t.duration()"),
  none: (): Typed => typed(t.none(), "t.none()"),
  error: (): Typed => typed(t.error(), "t.error()"),
  json: (): Typed => typed(t.json(), "t.json()"),
  dataset: (): Typed => typed(t.dataset(), "t.dataset()"),
  binary: (): Typed => typed(t.binary(), "t.binary()"),
} as const;

/** A duration as pydantic writes it. */
export function isoDuration(): Typed {
  const { type, code } = simple.string();
  return typed(type, code, ['a duration in ISO 8601, as pydantic writes it: "PT1M30S".']);
}
