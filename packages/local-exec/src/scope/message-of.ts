import { coreErrors, type FlytekitError } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";

/** The author's own message: what the failed task said, without the text that this package adds. */
export function messageOf(error: FlytekitError): string {
  if (coreErrors.TASK_FAILED.is(error) || errors.BRANCH_FAILED.is(error)) return error.params.message;
  if (!errors.MAP_FAILED.is(error) || error.params.failures.length === 0) return error.text;
  return error.params.failures.map(({ index, message }) => `[${index}]: ${message}`).join("\n");
}
