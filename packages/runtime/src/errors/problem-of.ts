import { textOf } from "@flytekit-ts/core/errors";

/** Why a call of the system failed, without the path, which is said elsewhere. */
export function problemOf(cause: unknown): string {
  const text = textOf(cause);
  const { code } = Object(cause) as { readonly code?: unknown };
  return typeof code === "string" && text.startsWith(`${code}: `) ? text.replace(/, \w+ '.*$/s, "") : text;
}
