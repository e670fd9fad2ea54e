import { upperFirst } from "@flytekit-ts/core/errors";
import { defineError } from "@flytekit-ts/core/literals";

// The errors for what Flyte's backend accepts, and then runs otherwise or not at all.

export const ANNOTATION_INVALID = defineError("ANNOTATION_INVALID", {
  origin: "user",
  message: (p: { at: string; name: string }) =>
    `${upperFirst(p.at)} has the annotation name ${JSON.stringify(p.name)}, which Kubernetes does not accept.`,
  hint: "Write a name such as `team` or `example.com/team`: up to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends. The value may be any string.",
});

export const CACHE_OVERRIDE_IGNORED = defineError("CACHE_OVERRIDE_IGNORED", {
  origin: "user",
  message: (p: { entity: string }) =>
    `The call of ${p.entity} sets \`cache\`, which Flyte 1.16 reads from the task only.`,
  hint: 'Declare the cache on the task: `task({ name: ..., cache: { version: "1" } }, ...)`.',
});

export const CACHE_WITHOUT_OUTPUTS = defineError("CACHE_WITHOUT_OUTPUTS", {
  origin: "user",
  message: (p: { at: string }) =>
    `${upperFirst(p.at)} is cached but has no outputs, so Flyte runs it every time.`,
  hint: "Leave `cache` out, or declare an output: Flyte caches outputs, and skips a call only if it finds some.",
});

export const CLOSURE_TOO_LARGE = defineError("CLOSURE_TOO_LARGE", {
  origin: "user",
  message: (p: { workflow: string; bytes: number; limit: number }) =>
    `${p.workflow} with all that it contains has about ${mebibytes(p.bytes)} when it is compiled, but Flyte reads at most ${mebibytes(p.limit)} of it back unless it is configured for more.`,
  hint: "Pass large constants as inputs or files, and call parts of the workflow through launch plans, which are stored apart.",
});

export const COMMAND_INPUT_INVALID = defineError("COMMAND_INPUT_INVALID", {
  origin: "user",
  message: (p: { at: string; input: string; problem: string }) =>
    `The command of ${p.at} uses \`{{.inputs.${p.input}}}\`, but ${p.problem}.`,
  hint: "Use the name of an input that is a single value, a list of them or a file; the program reads other inputs from the files in `inputDir`.",
});

export const CONDITION_TOO_DEEP = defineError("CONDITION_TOO_DEEP", {
  origin: "user",
  message: (p: { arm: string; limit: number }) =>
    `The condition of ${p.arm} nests \`and\` and \`or\` in each other through more than ${p.limit} levels, which cannot be read back from Flyte.`,
  hint: "Join conditions with one `and(...)` or one `or(...)`, which takes thousands, or decide in a task that returns a boolean.",
});

export const FAILURE_POLICY_IGNORED = defineError("FAILURE_POLICY_IGNORED", {
  origin: "user",
  message: (p: { workflow: string; sub: string }) =>
    `${p.sub} lets its other nodes finish after a failure, but inside ${p.workflow} Flyte reads only the failure policy of ${p.workflow}.`,
  hint: 'Set `failurePolicy: "fail-after-executable-nodes-complete"` on the outermost workflow, or call this one through its launch plan, which starts an execution of its own.',
});

export const FRACTION_OF_SECOND_IGNORED = defineError("FRACTION_OF_SECOND_IGNORED", {
  origin: "user",
  message: (p: { at: string; kind: "datetime" | "duration" }) =>
    `A condition of ${p.at} compares with a ${p.kind} that has a part below a second, and Flyte compares whole seconds only.`,
  hint: "Compare with whole seconds, such as `took.gt(1000)`, or let a task compare and return a boolean.",
});

export const MESSAGE_TOO_DEEP = defineError("MESSAGE_TOO_DEEP", {
  origin: "user",
  message: (p: { at: string; limit: number; depth?: number | undefined }) =>
    p.depth === undefined
      ? `The message of ${p.at} nests more than ${p.limit} levels, which cannot be read back from Flyte.`
      : `The message of ${p.at} nests ${p.depth} levels, but many programs that read it back from Flyte, such as those in Python, stop at ${p.limit}.`,
  hint: "Move inner conditionals into a workflow of their own and call it in the arm: each workflow nests apart.",
});

export const REQUEST_TOO_LARGE = defineError("REQUEST_TOO_LARGE", {
  origin: "user",
  message: (p: { at: string; bytes: number; limit: number }) =>
    `The message that registers ${p.at} has about ${mebibytes(p.bytes)}, but Flyte accepts at most ${mebibytes(p.limit)} unless it is configured for more.`,
  hint: "Pass large constants as inputs or files, and call parts of a workflow through launch plans, which are registered apart.",
});

export const RESOURCE_OVERRIDE_CUT = defineError("RESOURCE_OVERRIDE_CUT", {
  origin: "user",
  message: (p: { entity: string; resource: string; asked: string; limit: string }) =>
    `The call of ${p.entity} asks for ${p.asked} of ${p.resource}, but the limit of the task stays ${p.limit}, so Flyte cuts the request down to that.`,
  hint: ({ resource, asked }) =>
    `Give the call a limit, too: \`resources: { ${resource}: { request: "${asked}", limit: "${asked}" } }\`.`,
});

export const RETRIES_NEVER_APPLY = defineError("RETRIES_NEVER_APPLY", {
  origin: "user",
  message: (p: NeverApplied) =>
    p.kind !== undefined
      ? `The call of ${p.call} asks for ${times(p.retries)} and has no timeout, but the failure of a ${p.kind} is final.`
      : p.retries > 0
        ? `The call of ${p.call} asks for ${times(p.retries)}, but no error of task ${p.task} is tried again: the task has neither \`retries\` nor \`retry.on\`.`
        : `The task ${p.task} says with \`retry.on\` which errors are tried again, but neither it nor the call of ${p.call} has \`retries\`.`,
  hint: ({ kind, retries }) =>
    kind !== undefined
      ? "Set `retries` on the tasks inside, or give the call a `timeout`: an attempt that takes too long is tried again."
      : retries > 0
        ? "Say on the task which errors another attempt may help against: `retry: { on: [TimeoutError] }`, or all of them with `retries: 1`."
        : "Say how often: `retries: 3` on the task, or on its calls.",
});

export const RETRIES_OVERRIDE_IGNORED = defineError("RETRIES_OVERRIDE_IGNORED", {
  origin: "user",
  message: (p: { call: string; retries: number }) =>
    `The call of ${p.call} sets \`retries: 0\`, which Flyte 1.16 takes for nothing said: it allows the ${times(p.retries)} of the task.`,
  hint: "Declare another task without `retries` that has the same function, or throw a `NonRecoverableError`.",
});

export const SLEEP_TIMES_OUT = defineError("SLEEP_TIMES_OUT", {
  origin: "user",
  message: (p: { sleep: string; milliseconds: number }) =>
    `\`${p.sleep}\` is longer than the timeout of its node, which is ${p.milliseconds} ms: Flyte fails it when that time is over.`,
  hint: 'Give it a timeout that is as long: `sleep("3 days", { timeout: "3 days" })`. Otherwise a gate has an hour.',
});

export const SUB_WORKFLOWS_COMPILE_SLOWLY = defineError("SUB_WORKFLOWS_COMPILE_SLOWLY", {
  origin: "user",
  message: (p: { workflow: string; passes: number; limit: number }) =>
    `Flyte compiles the sub-workflows of ${p.workflow} ${count(p.passes)} times in all, once for each way that leads to them; more than ${count(p.limit)} take it seconds to hours.`,
  hint: "Call a workflow that is used in many places through its launch plan, or fewer times in each layer.",
});

export const VOID_ARM_NEEDS_NEWER_BACKEND = defineError("VOID_ARM_NEEDS_NEWER_BACKEND", {
  origin: "user",
  message: (p: { at: string; arm: string }) =>
    `An arm of ${p.at} is the workflow ${p.arm}, which has no outputs. Flyte before 1.15.3 cannot run that.`,
  hint: 'Use Flyte 1.15.3 or later and say so with `allow: ["VOID_ARM_NEEDS_NEWER_BACKEND"]`, or let the arm be one call of a task, or return something from it.',
});

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1).replace(/\.0$/, "")} MiB`;
}

// Numbers of ways grow beyond all numbers that people read.
function count(passes: number): string {
  return passes > 1e9 ? "more than a billion" : passes.toLocaleString("en-US");
}

/** Retries without a failure that they are for. `kind` is there if the call is not one of a task. */
interface NeverApplied {
  readonly call: string;
  readonly retries: number;
  readonly kind?: string;
  readonly task?: string;
}

function times(retries: number): string {
  return retries === 1 ? "1 retry" : `${retries} retries`;
}
