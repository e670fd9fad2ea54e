import { defineErrors } from "@flytekit-ts/core/plugin";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = defineErrors({
  CONCURRENCY_INVALID: {
    origin: "user",
    message: (p: { given: unknown }) =>
      `\`concurrency\` is a whole number from 1, but was ${String(p.given)}.`,
  },
  ENTITY_NOT_RUNNABLE: {
    origin: "user",
    message: (p: { given: string }) => `A run takes a task or a workflow, but was given ${p.given}.`,
    hint: "Give what `task(...)` or `workflow(...)` returned, not the result of a call.",
  },
  EVENT_LISTENER_FAILED: {
    origin: "user",
    message: (p: { event: string; message: string }) =>
      `\`onEvent\` threw while it was told of ${p.event}: ${p.message}`,
    hint: "A run stops when its listener fails; catch what may fail inside the listener.",
  },
  RUN_ABORTED: {
    origin: "user",
    message: (p: { entity: string; reason: string }) => `The run of ${p.entity} was aborted: ${p.reason}`,
  },
  RUN_INPUTS_INVALID: {
    origin: "user",
    message: (p: { entity: string; problems: readonly string[] }) =>
      `${p.entity} cannot run with these inputs:\n${p.problems.map((problem) => `  - ${problem}`).join("\n")}`,
    hint: "Give each input a value of its declared type; nothing has run.",
  },
  TASK_TIMED_OUT: {
    origin: "user",
    message: (p: { task: string; node: string; milliseconds: number }) =>
      `Task ${p.task} (node ${p.node}) took longer than its timeout of ${p.milliseconds} ms.`,
    hint: "Give it more time, or stop early in the task when `context.signal` fires.",
  },
  CONDITION_MALFORMED: {
    origin: "user",
    message: (p: { at?: string; part: string; problem: string }) =>
      `${p.part === "" ? "A condition" : `The part \`${p.part}\` of a condition`}${p.at === undefined ? "" : ` of ${p.at}`} cannot be decided: ${p.problem}.`,
    hint: "Flyte compares two primitives of one kind; convert a value in a task first.",
  },
});
