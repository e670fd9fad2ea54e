import { BARE_OUTPUT } from "@flytekit-ts/core/graph";
import { defineError } from "@flytekit-ts/core/literals";

// The errors of conditionals and their conditions.

export const CONDITIONAL_ARMS_DIFFER = defineError("CONDITIONAL_ARMS_DIFFER", {
  origin: "user",
  message: (p: {
    conditional: string;
    output: string;
    types: readonly string[];
    why?: string | undefined;
  }) => {
    const what = p.output === BARE_OUTPUT ? "different types" : `${p.output} with different types`;
    const why = p.why === undefined ? "" : ` (${p.why})`;
    return `The arms of conditional ${p.conditional} return ${what}: ${p.types.join(" and ")}${why}.`;
  },
  hint: ({ output }) =>
    output === BARE_OUTPUT
      ? "Return the same type from all arms; a task in an arm can convert its result."
      : "Return it with the same type from all arms (a task can convert it), or give it another name in one of them.",
});

export const CONDITIONAL_ARM_INVALID = defineError("CONDITIONAL_ARM_INVALID", {
  origin: "user",
  message: (p: { arm: string; given: string; isClosure?: boolean; advice?: string | undefined }) =>
    p.isClosure === false
      ? `${p.arm} takes a function that calls something, but was given ${p.given}.`
      : `${p.arm} must return the result of a call inside it, but returned ${p.given}.`,
  hint: ({
    isClosure,
    advice = "Return the result of a call in the arm, such as `() => square({ x })`; pass other values through a task.",
  }) => (isClosure === false ? "Make it a function that calls something: `() => square({ x })`." : advice),
});

export const CONDITIONAL_ARM_MISPLACED = defineError("CONDITIONAL_ARM_MISPLACED", {
  origin: "user",
  message: (p: { arm: string; problem: string }) => `${p.arm} ${p.problem}.`,
  hint: "A conditional has one `if`, then any number of `elseIf`, and ends with `else` or `fail`.",
});

export const CONDITIONAL_FINISHED = defineError("CONDITIONAL_FINISHED", {
  origin: "user",
  message: (p: { conditional: string }) =>
    `Conditional ${p.conditional} already has its last arm, so no other can be added.`,
  hint: "Start another conditional for another question: `else` and `fail` come last.",
});

export const CONDITIONAL_NAME_TWICE = defineError("CONDITIONAL_NAME_TWICE", {
  origin: "user",
  message: (p: { conditional: string; workflow: string }) =>
    `Two conditionals of ${p.workflow} are called ${p.conditional}, and both have arms with several calls.`,
  hint: "Such arms become sub-workflows named after their conditional; give each conditional a name of its own. A function that makes a conditional and is called twice can take the name as a parameter.",
});

export const CONDITIONAL_UNFINISHED = defineError("CONDITIONAL_UNFINISHED", {
  origin: "user",
  message: (p: { conditional: string }) => `Conditional ${p.conditional} has no last arm.`,
  hint: "Finish it with `.else(() => ...)` or `.fail(message)`.",
});

export const CONDITION_UNUSED = defineError("CONDITION_UNUSED", {
  origin: "user",
  message: (p: { workflow: string; condition: string }) =>
    `The condition ${p.condition} in ${p.workflow} is not passed to any conditional.`,
  hint: "Decide with `conditional(...)`, and join conditions with `and` and `or`: JavaScript's `if`, `&&`, `||` and `!` cannot see the value that a promise will have.",
});
