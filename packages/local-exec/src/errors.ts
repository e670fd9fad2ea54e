import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = defineErrors({
  CONCURRENCY_INVALID: {
    origin: "user",
    message: (p: { given: unknown }) =>
      `\`concurrency\` is a whole number from 1, but was ${String(p.given)}.`,
    hint: "Say how many tasks may run at a time, or leave it out for as many as there are processors.",
  },
  ENTITY_NOT_RUNNABLE: {
    origin: "user",
    message: (p: { given: string }) =>
      `A run takes a task, map, workflow, launch plan or mocked reference, but was given ${p.given}.`,
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
  BRANCH_FAILED: {
    origin: "user",
    message: (p: { conditional: string; node: string; message: string }) =>
      `No arm of conditional ${p.conditional} (node ${p.node}) is taken: ${p.message}`,
    hint: "The message is the one of its `fail`; give it an `else` if that should not end the run.",
  },
  MAP_FAILED: {
    origin: "user",
    message: (p: {
      map: string;
      node: string;
      size: number;
      wanted: number;
      failures: readonly { readonly index: number; readonly message: string }[];
    }) =>
      `The map ${p.map} (node ${p.node}) failed: ${p.wanted} of its ${p.size} items have to succeed, and ${
        p.failures.length === 0
          ? "there are not so many."
          : `${p.failures.length} failed:\n${listItems(p.failures)}`
      }`,
    hint: "Mend what failed, or let fewer be enough with `minSuccesses` or `minSuccessRatio` of `mapTask`.",
  },
  MAP_INPUTS_INVALID: {
    origin: "user",
    message: (p: { map: string; problem: string }) => `The map ${p.map} cannot run: ${p.problem}.`,
    hint: "The lists that a map goes over are of one length; what is given whole to each item is not `over`.",
  },
  GATES_INVALID: {
    origin: "user",
    message: (p: { entity: string; problems: readonly string[] }) =>
      `${p.entity} cannot run with these \`gates\`:\n${p.problems.map((problem) => `  - ${problem}`).join("\n")}`,
    hint: "An approval is true or false, a signal a value of the type that is waited for.",
  },
  GATE_NOT_SCRIPTED: {
    origin: "user",
    message: (p: { gate: string; node: string; scripted: readonly string[] }) =>
      `The gate ${p.gate} (node ${p.node}) waits for somebody, and \`gates\` of the run ${
        p.scripted.length === 0 ? "says nothing" : `has only ${p.scripted.join(", ")}`
      }.`,
    hint: 'Say what the gate is given: `runLocal(entity, inputs, { gates: { "name": true } })`.',
  },
  GATE_REJECTED: {
    origin: "user",
    message: (p: { gate: string; node: string }) => `The gate ${p.gate} (node ${p.node}) was not approved.`,
    hint: "Answer it with `true` in the `gates` of the run; what has to happen after a refusal goes into `onFailure`.",
  },
  MOCK_INVALID: {
    origin: "user",
    message: (p: { problem: string }) => `A mock cannot be used: ${p.problem}.`,
    hint: "Give `mocks: [mock(entity, (inputs) => outputs)]`, each entity once.",
  },
  MOCK_MISSING: {
    origin: "user",
    message: (p: { runs: string; missing: readonly string[] }) =>
      `${p.runs} cannot run on this machine, for only a cluster has:\n${p.missing.map((each) => `  - ${each}`).join("\n")}`,
    hint: "Let a function stand in for it: `runLocal(entity, inputs, { mocks: [mock(reference, (inputs) => outputs)] })`.",
  },
  WORKFLOW_NOT_READY: {
    origin: "user",
    message: (p: { workflow: string }) => `The imperative workflow ${p.workflow} is not ready to run.`,
    hint: "It needs a node, a use for each input, and a value for each declared output.",
  },
});

const MOST_LISTED = 10;

function listItems(failures: readonly { readonly index: number; readonly message: string }[]): string {
  const listed = failures.slice(0, MOST_LISTED).map(({ index, message }) => `  - [${index}] ${message}`);
  const more = failures.length - listed.length;
  return [...listed, ...(more > 0 ? [`  - and ${more} more`] : [])].join("\n");
}
