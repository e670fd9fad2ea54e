import type { JsonValue } from "../command/output.js";
import { failureObject } from "../terminal/failures/failure-object.js";
import { failureOf } from "../terminal/failures/failure.js";

/** An error of a run for programs, with the fields of the error that ends a command. */
export function errorJson(error: unknown): { readonly [key: string]: JsonValue | undefined } {
  const { kind: _kind, ...fields } = failureObject(failureOf(error));
  return fields;
}
