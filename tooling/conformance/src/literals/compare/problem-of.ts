import { isFlytekitError } from "@flytekit-ts/core";

/** What went wrong, with its code where it has one. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [line = ""] = error.message.split("\n");
  return isFlytekitError(error) ? line : `${error.name}: ${line}`;
}
