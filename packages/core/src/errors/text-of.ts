import { describeValue } from "../words/describe-value.js";
import { isFlytekitError } from "./flytekit-error.js";

/** What something that was thrown says: anything can be, and our own errors have code and hint beside their text. */
export function textOf(error: unknown): string {
  if (isFlytekitError(error)) return error.text;
  if (typeof error !== "object" || error === null) return String(error);
  const { message } = error as { readonly message?: unknown };
  return typeof message === "string" ? message : describeValue(error);
}
