import { defineErrors } from "./define-errors.js";

/** The errors of retries: a part of the catalogue. */
export const retryErrors = defineErrors({
  RETRY_RULE_FAILED: {
    origin: "user",
    message: (p: { task: string; node?: string; error: string; problem: string }) =>
      `Task ${p.task}${p.node === undefined ? "" : ` (node ${p.node})`} failed: ${p.error}\nThe \`retry.on\` of the task was asked about this error, and ${p.problem}.`,
    hint: "Return true or false for whatever may be thrown, at once and not as a promise: `retry: { on: (error) => error instanceof TimeoutError }`.",
  },
});
