import { upperFirst } from "../words/upper-first.js";
import { defineError } from "./define-errors.js";

// The errors of making types.

export const HASH_INVALID = defineError("HASH_INVALID", {
  origin: "user",
  message: (p: { type: string; problem: string }) =>
    `The hash of a value (${p.type}) must be a string, but the function given to \`hashed\` ${p.problem}.`,
  hint: "Let it return a string that is equal for equal values: a version, a checksum, a name.",
});

export const LITERAL_VALUES_INVALID = defineError("LITERAL_VALUES_INVALID", {
  origin: "user",
  message: (p: { problem: string; advice?: string | undefined }) =>
    `t.literal takes a list of different constants of one kind, but ${p.problem}.`,
  hint: ({ advice }) =>
    advice ??
    'Write strings, whole numbers, floats or booleans, and each once: `t.literal(["left", "right"])`.',
});

export const TYPE_FAULTY = defineError("TYPE_FAULTY", {
  origin: "user",
  message: (p: { type: string; faults: readonly { readonly what: string; readonly advice: string }[] }) =>
    [
      `The type ${p.type} has ${p.faults.length === 1 ? "a fault" : `${p.faults.length} faults`}:`,
      ...p.faults.map(({ what, advice }) => `  - ${upperFirst(what).replace(/\.$/, "")}. ${advice}`),
    ].join("\n"),
  hint: "Change the type's transformer as each line says, and run `checkType` again.",
});
