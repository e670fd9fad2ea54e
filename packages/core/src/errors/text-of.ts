import { describeValue } from "../words/describe-value.js";
import { isFlytekitError } from "./flytekit-error.js";

/**
 * The message of a thrown value, which may be of any type. Errors of ours give their text without code and hint.
 */
export function textOf(error: unknown): string {
  if (isFlytekitError(error)) return error.text;
  if (typeof error !== "object" || error === null) return String(error);
  const { message } = error as { readonly message?: unknown };
  return typeof message === "string" ? message : describeValue(error);
}
