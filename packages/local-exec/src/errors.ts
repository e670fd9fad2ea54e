import { defineErrors, describeValue } from "@flytekit-ts/core/errors";
import { cacheErrors } from "./errors/cache-errors.js";
import { gateErrors } from "./errors/gate-errors.js";
import { isolationErrors } from "./errors/isolation-errors.js";
import { journalErrors } from "./errors/journal-errors.js";
import { listed } from "./errors/listed.js";
import { testingErrors } from "./errors/testing-errors.js";

const runErrors = defineErrors({
  CONCURRENCY_INVALID: {
    origin: "user",
    message: (p: { given: unknown }) =>
      `\`concurrency\` takes a whole number of at least 1, but was ${describeValue(p.given)}.`,
    hint: "Set how many tasks may run at a time, or leave it out for one per processor, at least four.",
  },
  DYNAMIC_TOO_DEEP: {
    origin: "user",
    message: (p: { dynamic: string; node: string; limit: number }) =>
      `The dynamic ${p.dynamic} (node ${brief(p.node)}) makes a graph inside the graphs of ${p.limit} other dynamics, and no more are allowed.`,
    hint: "Check the condition that ends the recursion, or write the levels as a loop in one body.",
  },
  ENTITY_NOT_RUNNABLE: {
    origin: "user",
    message: (p: { given: string }) =>
      `A run takes a task, map, workflow, launch plan or mocked reference, but was given ${p.given}.`,
    hint: "Pass the entity that `task(...)` or `workflow(...)` returned, not the result of calling it.",
  },
  EVENT_LISTENER_FAILED: {
    origin: "user",
    message: (p: { event: string; message: string }) =>
      `\`onEvent\` failed while handling the event ${p.event}: ${p.message}`,
    hint: "Catch errors inside the listener: a listener that throws stops the run.",
  },
  EVENTS_LOST: {
    origin: "user",
    message: (p: { count: number; reason: string }) =>
      `${p.count} events of the run cannot be read, because the temporary file that kept them failed: ${p.reason}.`,
    hint: "Free space on the disk of the temporary folder (TMPDIR), or pass `onEvent`, which needs no file.",
  },
  RUN_ABORTED: {
    origin: "user",
    message: (p: { entity: string; reason: string }) => `The run of ${p.entity} was aborted: ${p.reason}`,
  },
  RUN_INPUTS_INVALID: {
    origin: "user",
    message: (p: { entity: string; problems: readonly string[]; advice?: string | undefined }) =>
      `${p.entity} cannot run with these inputs:\n${listed(p.problems)}`,
    hint: ({ advice }) => advice ?? "Give each input a value of its declared type; nothing has run.",
  },
  TASK_TIMED_OUT: {
    origin: "user",
    message: (p: { task: string; node: string; milliseconds: number }) =>
      `Task ${p.task} (node ${p.node}) took longer than its timeout of ${p.milliseconds} ms.`,
    hint: "Give the task a longer `timeout`, and let it stop when `context.signal` fires.",
  },
  CONDITION_MALFORMED: {
    origin: "user",
    message: (p: { at?: string; part: string; problem: string }) =>
      `${p.part === "" ? "A condition" : `The part \`${p.part}\` of a condition`}${p.at === undefined ? "" : ` of ${p.at}`} cannot be evaluated: ${p.problem}.`,
    hint: "Compare two primitives of the same kind; convert a value in a task first.",
  },
  BRANCH_FAILED: {
    origin: "user",
    message: (p: { conditional: string; node: string; message: string }) =>
      `No arm of conditional ${p.conditional} (node ${p.node}) is taken: ${p.message}`,
    hint: "End the conditional with `else` instead of `fail` if the run should go on.",
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
      `The map ${p.map} (node ${p.node}) failed: ${p.wanted} of its ${p.size} items must succeed, but ${
        p.failures.length === 0
          ? "there are not that many."
          : `${p.failures.length} failed:\n${listed(
              p.failures.map(({ index, message }) => `[${index}] ${message}`),
              10,
            )}`
      }`,
    hint: "Fix the items that failed, or require fewer successes with `minSuccesses` or `minSuccessRatio` of `mapTask`.",
  },
  MAP_INPUTS_INVALID: {
    origin: "user",
    message: (p: { map: string; problem: string }) => `The map ${p.map} cannot run: ${p.problem}.`,
    hint: "Give lists of the same length, and name only those lists in `over` of `mapTask`.",
  },
  GATES_INVALID: {
    origin: "user",
    message: (p: { entity: string; problems: readonly string[]; advice?: string | undefined }) =>
      `${p.entity} cannot run with these \`gates\`:\n${listed(p.problems)}`,
    hint: ({ advice }) => advice ?? "Give `approve` true or false, and `waitForInput` a value of its type.",
  },
  GATE_NOT_SCRIPTED: {
    origin: "user",
    message: (p: { gate: string; node: string; scripted: readonly string[] }) =>
      `The gate ${p.gate} (node ${p.node}) needs an answer from \`gates\` of the run, which ${
        p.scripted.length === 0
          ? "is empty"
          : p.scripted.includes(p.gate)
            ? "has no more answers for it"
            : `has only ${p.scripted.join(", ")}`
      }.`,
    hint: 'Add an answer for the gate: `runLocal(entity, inputs, { gates: { "name": true } })`, or let gates wait for `run.approve` and `run.setInput` with `gates: "wait"`.',
  },
  GATE_REJECTED: {
    origin: "user",
    message: (p: { gate: string; node: string }) => `The gate ${p.gate} (node ${p.node}) was not approved.`,
    hint: "Set it to `true` in `gates` of the run, or handle the refusal in `onFailure` of the workflow.",
  },
  MOCK_INVALID: {
    origin: "user",
    message: (p: { problem: string }) => `A mock cannot be used: ${p.problem}.`,
    hint: "Pass `mocks: [mock(entity, (inputs) => outputs)]`, with one mock for each entity.",
  },
  MOCK_MISSING: {
    origin: "user",
    message: (p: { runs: string; missing: readonly string[] }) =>
      `${p.runs} cannot run on this machine, because only a cluster has:\n${listed(p.missing)}`,
    hint: "Replace it with a function: `runLocal(entity, inputs, { mocks: [mock(reference, (inputs) => outputs)] })`.",
  },
  NODE_TIMED_OUT: {
    origin: "user",
    message: (p: { kind: string; entity: string; node: string; milliseconds: number }) =>
      `The ${p.kind} ${p.entity} (node ${brief(p.node)}) took longer than its timeout of ${p.milliseconds} ms.`,
    hint: "Give the call a longer `timeout`, or `retries` if another attempt may be faster.",
  },
  WORKFLOW_NOT_READY: {
    origin: "user",
    message: (p: { workflow: string; missing: readonly string[] }) =>
      `The imperative workflow ${p.workflow} is not ready to run: ${p.missing.join(", ")}.`,
    hint: "Add at least one node, use each input, and set each declared output with `addWorkflowOutput`.",
  },
});

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors: typeof runErrors &
  typeof cacheErrors &
  typeof gateErrors &
  typeof isolationErrors &
  typeof journalErrors &
  typeof testingErrors = Object.freeze({
  ...runErrors,
  ...cacheErrors,
  ...gateErrors,
  ...isolationErrors,
  ...journalErrors,
  ...testingErrors,
});

const LONGEST_PATH = 80;

// A path in a deep recursion has thousands of parts, and only the ends tell something.
function brief(path: string): string {
  if (path.length <= LONGEST_PATH) return path;
  return `${path.slice(0, LONGEST_PATH / 2)}...${path.slice(-LONGEST_PATH / 2)}`;
}
