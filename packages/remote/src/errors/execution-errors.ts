import { defineErrors, upperFirst } from "@flytekit-ts/core/errors";

/** Where an execution is, for people. */
export interface OfExecution {
  /** `orchard/development/a1b2c3` */
  readonly execution: string;
  readonly consoleUrl: string;
}

/** The errors of starting executions, waiting for them and reading them: a part of the catalogue. */
export const executionErrors = defineErrors({
  BACKFILL_INVALID: {
    origin: "user",
    message: (p: { plan: string; problem: string }) =>
      `The launch plan ${p.plan} cannot be executed for these times: ${p.problem}.`,
    hint: "Give a launch plan with a cron schedule, and a period with 1 to 100 of its scheduled times. For more, make several backfills.",
  },
  ENTITY_NOT_EXECUTABLE: {
    origin: "user",
    message: ({ given }: { given: string }) => `${given} cannot be executed on a cluster.`,
    hint: 'Give a task, a workflow, a launch plan or a reference to one, or `{ kind: "task", name: "a.b" }` for one that is registered.',
  },
  EXECUTION_ABORTED: {
    origin: "user",
    message: (p: OfExecution & { cause: string; by: string }) =>
      `The execution ${p.execution} was aborted${p.by === "" ? "" : ` by ${p.by}`}: ${p.cause}\n  ${p.consoleUrl}`,
    hint: "`execution.recover()` starts an execution that reuses the nodes that succeeded, `execution.relaunch()` one that runs all nodes again.",
  },
  EXECUTION_FAILED: {
    origin: "user",
    message: (p: OfExecution & { code: string; kind: string; message: string }) =>
      `The execution ${p.execution} failed with ${p.code} (${p.kind}): ${p.message}\n  ${p.consoleUrl}`,
    hint: "When the cause is fixed, `execution.recover()` starts an execution that reuses the nodes that succeeded.",
  },
  EXECUTION_INPUTS_INVALID: {
    origin: "user",
    message: (p: { entity: string; problems: readonly string[]; advice?: string | undefined }) =>
      `${upperFirst(p.entity)} cannot be executed with these inputs:${p.problems.map((each) => `\n  - ${each}`).join("")}`,
    hint: ({ advice }) => advice,
  },
  EXECUTION_INPUTS_TOO_LARGE: {
    origin: "user",
    message: (p: { entity: string; bytes: number; largest: string; said: string }) =>
      `The inputs of ${p.entity} take ${p.bytes} bytes, most of them ${p.largest}, and the cluster refused them: ${p.said}`,
    hint: "Pass large values as files or datasets: an input of type `t.file()` takes bytes and streams, and only its URI is sent.",
  },
  EXECUTION_NAME_INVALID: {
    origin: "user",
    message: ({ problem }: { problem: string }) => `An execution cannot have this name: ${problem}.`,
    hint: "Give `name` or `namePrefix`: lower-case letters, digits and hyphens, the first one a letter. A name has at most 63 of them, and what is added to a prefix counts too.",
  },
  EXECUTION_NAME_TAKEN: {
    origin: "user",
    message: (p: OfExecution & { differences: readonly string[] }) =>
      `There is another execution ${p.execution} already:${p.differences.map((each) => `\n  - ${each}`).join("")}\n  ${p.consoleUrl}`,
    hint: "Choose another name. The execution that has it is returned only where entity and inputs are the same.",
  },
  EXECUTION_NOT_STARTED: {
    origin: "user",
    message: (p: { entity: string; said: string }) =>
      `The cluster started no execution of ${p.entity}: ${p.said}`,
    hint: "If the launch plan limits how many of its executions run at a time, wait until one has ended.",
  },
  EXECUTION_OPTIONS_INVALID: {
    origin: "user",
    message: (p: { at: string; problems: readonly string[] }) =>
      `The options of ${p.at} are wrong:${p.problems.map((each) => `\n  - ${each}`).join("")}`,
    hint: "Nothing was sent. Correct all of them, and call again.",
  },
  EXECUTION_TIMED_OUT: {
    origin: "user",
    message: (p: OfExecution & { message: string }) =>
      `The execution ${p.execution} ran out of time: ${p.message}\n  ${p.consoleUrl}`,
    hint: "Give its nodes a longer `timeout`, or start an execution with `execution.recover()`, which reuses the nodes that succeeded.",
  },
  EXECUTION_UNFINISHED: {
    origin: "user",
    message: (p: OfExecution & { phase: string; after?: number | undefined }) =>
      p.after === undefined
        ? `The execution ${p.execution} has no outputs yet: it is ${p.phase}.\n  ${p.consoleUrl}`
        : `The execution ${p.execution} had not ended after ${p.after / 1000} s: it is ${p.phase}, and goes on.\n  ${p.consoleUrl}`,
    hint: "Wait for it with `execution.wait()`, and give that a longer `timeout` if it has one.",
  },
  EXECUTION_VALUES_UNREADABLE: {
    origin: "user",
    message: (p: { what: string; problem: string }) => `${p.what} cannot be read: ${p.problem}.`,
    hint: "The entity on the cluster may have other types than the one here. Pull it again, or read the execution without types: `remote.execution(id)`.",
  },
  FLYTE_URL_INVALID: {
    origin: "user",
    message: (p: { url: string; problem: string }) =>
      `${JSON.stringify(p.url)} is not the address of a value: ${p.problem}.`,
    hint: "Write `flyte://v1/<project>/<domain>/<execution>/<node>/<i, o or d>`, where `i` is for inputs, `o` for outputs and `d` for the deck. An attempt after the node and the name of a value at the end are optional.",
  },
  SIGNAL_ANSWERED: {
    origin: "user",
    message: (p: OfExecution & { signal: string }) =>
      `The signal ${p.signal} of ${p.execution} has its value already, and the execution goes on with it.`,
    hint: "`execution.signals()` lists the signals; those that still wait come first.",
  },
  SIGNAL_UNKNOWN: {
    origin: "user",
    message: (p: OfExecution & { signal: string; known: readonly string[] }) =>
      `${p.execution} does not wait for a signal ${JSON.stringify(p.signal)}${p.known.length === 0 ? "" : `, but for ${p.known.join(", ")}`}.`,
    hint: "A signal is known once the execution has reached its node: look at `execution.signals()` again.",
  },
  SIGNAL_VALUE_INVALID: {
    origin: "user",
    message: (p: { signal: string; problem: string }) =>
      `The signal ${p.signal} cannot have this value: ${p.problem}.`,
    hint: "Give a value of the type that `execution.signals()` shows: `approve` is for true and false, `setInput` for all others.",
  },
});
