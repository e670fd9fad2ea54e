import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { JsonValue } from "../command/output.js";

/** An error for programs: its code, what it says, what to do, and the author's line. */
export function errorJson(error: unknown): { readonly [key: string]: JsonValue | undefined } {
  if (!isFlytekitError(error)) return { code: "UNEXPECTED", message: textOf(error) };
  const { code, text, hint, location } = error;
  const place =
    location === undefined
      ? undefined
      : { file: location.file, line: location.line, column: location.column };
  return { code, message: text, hint, location: place };
}
