import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of looking at executions: a part of the catalogue. */
export const watchingErrors = defineErrors({
  CURSOR_INVALID: {
    origin: "user",
    message: ({ problem }: { problem: string }) => `The cursor is not one of this execution: ${problem}.`,
    hint: "Pass the `cursor` of a change that `watch` gave for the same execution, or leave `after` out.",
  },
  NODE_NOT_THERE: {
    origin: "user",
    message: ({ execution, path, problem }: { execution: string; path: string; problem: string }) =>
      `The node ${path} of the execution ${execution} ${problem}.`,
    hint: "`execution.nodes()` lists the nodes that the execution has reached, with their paths.",
  },
});
