/** The errors about the constants of a choice. */
export const choiceErrors = {
  LITERAL_VALUES_INVALID: {
    origin: "user",
    message: (p: { problem: string; advice?: string | undefined }) =>
      `t.literal takes a list of different constants of one kind, but ${p.problem}.`,
    hint: (p: { advice?: string | undefined }) =>
      p.advice ??
      'Write strings, whole numbers, floats or booleans, and each once: `t.literal(["left", "right"])`.',
  },
} as const;
