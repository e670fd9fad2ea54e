import { defineErrors } from "./define-errors.js";

/** The errors about the constants of a choice: a part of the catalogue. */
export const choiceErrors = defineErrors({
  LITERAL_VALUES_INVALID: {
    origin: "user",
    message: (p: { problem: string; advice?: string | undefined }) =>
      `t.literal takes a list of different constants of one kind, but ${p.problem}.`,
    hint: ({ advice }) =>
      advice ??
      'Write strings, whole numbers, floats or booleans, and each once: `t.literal(["left", "right"])`.',
  },
});
