import { defineError } from "@flytekit-ts/core/literals";
import { BARE_OUTPUT } from "@flytekit-ts/core/graph";
import { settingHint } from "./errors/setting-hint.js";
import { show } from "./errors/show.js";
import { describeProblems } from "./problem/describe-problem.js";
import type { Problem } from "./problem/problem.js";

// The errors of this package. Codes are permanent; each has a page in `docs/errors/`. Import it as a namespace.
export * from "./errors/backend-errors.js";
export * from "./errors/check-errors.js";
export * from "./errors/conditional-errors.js";
export * from "./errors/module-errors.js";

export const APPROVAL_INVALID = defineError("APPROVAL_INVALID", {
  origin: "user",
  message: (p: { gate: string; given: string }) =>
    `The approval ${JSON.stringify(p.gate)} takes one whole output or input, but was given ${p.given}.`,
  hint: "Approve the promise that a call returned; take a part of it from what `approve` returns.",
});

export const DYNAMIC_USES_REFERENCE_TASK = defineError("DYNAMIC_USES_REFERENCE_TASK", {
  origin: "user",
  message: (p: { dynamic: string; task: string }) =>
    `The dynamic ${p.dynamic} calls ${p.task}, a task that is registered elsewhere.`,
  hint: "Flyte cannot run reference tasks in a dynamic; call a reference launch plan, or the task itself.",
});

export const ENTITY_NOT_COMPILABLE = defineError("ENTITY_NOT_COMPILABLE", {
  origin: "user",
  message: (p: { at?: string; wanted: string; given: string }) =>
    `${p.at ?? "Compiling"} takes ${p.wanted}, but was given ${p.given}.`,
  hint: ({ wanted }) =>
    wanted.includes("task")
      ? "Give what `task(...)`, `workflow(...)` or `launchPlan(...)` returned, not a function or the result of a call."
      : "Give what `workflow(...)` returned; a task goes into a workflow that calls it.",
});

export const FAILURE_HANDLER_MISMATCH = defineError("FAILURE_HANDLER_MISMATCH", {
  origin: "user",
  message: (p: {
    workflow: string;
    handler: string;
    problems: readonly string[];
    advice?: string | undefined;
  }) => `When ${p.workflow} fails, ${p.handler} cannot run: ${p.problems.join("; ")}.`,
  hint: ({ advice }) =>
    advice ??
    "A handler is a task or workflow that takes every input of the workflow, with the same type, and whose other inputs are all optional.",
});

export const FAILURE_POLICY_UNKNOWN = defineError("FAILURE_POLICY_UNKNOWN", {
  origin: "user",
  message: (p: { workflow: string; given: unknown }) =>
    `The failure policy of ${p.workflow} must be "fail-immediately" or "fail-after-executable-nodes-complete", but was ${show(p.given)}.`,
  hint: "Give one of the two, or leave `failurePolicy` out to get the first.",
});

export const GATE_NAME_TWICE = defineError("GATE_NAME_TWICE", {
  origin: "user",
  message: (p: { workflow: string; gate: string; uses: readonly string[]; isClash: boolean }) =>
    `Two gates of one execution of ${p.workflow} are called ${JSON.stringify(p.gate)}: ${p.uses.join(" and ")}. ${
      p.isClash
        ? "Flyte keeps one answer for a name, and these take different types"
        : "One answer opens both"
    }.`,
  hint: "Give each gate a name of its own; sub-workflows run in the same execution, so their gates count too.",
});

export const INPUT_UNUSED = defineError("INPUT_UNUSED", {
  origin: "user",
  message: (p: { workflow: string; input: string }) => `Nothing in ${p.workflow} uses its input ${p.input}.`,
  hint: "Pass it to a call, or leave it out. If the body decides by it, use `conditional(...)`: to JavaScript's `if`, `?:`, `&&` and `||` every promise is true.",
});

export const INTERRUPTIBLE_NOT_BOOLEAN = defineError("INTERRUPTIBLE_NOT_BOOLEAN", {
  origin: "user",
  message: (p: { workflow: string; given: unknown }) =>
    `The option \`interruptible\` of workflow ${p.workflow} takes true or false, but was given ${show(p.given)}.`,
  hint: "Give `true` or `false`, or leave `interruptible` out.",
});

export const LAUNCH_PLAN_INPUT_INVALID = defineError("LAUNCH_PLAN_INPUT_INVALID", {
  origin: "user",
  message: (p: { plan: string; problem: string; advice?: string | undefined }) =>
    `The ${p.plan} ${p.problem.replace(/\.$/, "")}.`,
  hint: ({ advice }) => advice ?? "Give values by the names of the workflow's inputs.",
});

export const MAP_ITEMS_INVALID = defineError("MAP_ITEMS_INVALID", {
  origin: "user",
  message: (p: { map: string; problem: string }) => `${p.map} ${p.problem}.`,
  hint: "Give lists of equal length, with at least as many items as have to succeed; inputs that are not in `over` are passed whole to every item.",
});

export const MAP_TARGET_INVALID = defineError("MAP_TARGET_INVALID", {
  origin: "user",
  message: (p: { given: string; advice?: string | undefined }) =>
    `A map goes over a task, a launch plan or a workflow with at most one output, but was given ${p.given}.`,
  hint: ({ advice }) =>
    advice ?? "Give what `task(...)` returned, and call the map: `mapTask(square)({ x: [1, 2] })`.",
});

export const MAP_TARGET_NEEDS_NEWER_BACKEND = defineError("MAP_TARGET_NEEDS_NEWER_BACKEND", {
  origin: "user",
  message: (p: { target: string }) =>
    `Open-source Flyte 1.16 accepts maps over your own tasks only, but this map goes over ${p.target}.`,
  hint: 'Map over a task that you declare with `task(...)`, or, if your backend supports such maps, compile with `allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"]`.',
});

export const NAME_TWICE = defineError("NAME_TWICE", {
  origin: "user",
  message: (p: { name: string; kinds: string; places: string }) =>
    `The name ${p.name} stands for ${p.kinds}, at ${p.places}.`,
  hint: "Give each entity a name of its own.",
});

export const NODE_ID_INVALID = defineError("NODE_ID_INVALID", {
  origin: "user",
  message: (p: { id: string; node: string; problem: string }) =>
    `The node of ${p.node} cannot have the id ${JSON.stringify(p.id)}: ${p.problem}.`,
  hint: "Choose another id, with at least one letter (a-z or A-Z) or digit (0-9).",
});

export const NODE_ID_TWICE = defineError("NODE_ID_TWICE", {
  origin: "user",
  message: (p: { id: string; where: string }) => `Two nodes ${p.where} have the id ${p.id}.`,
  hint: "Give each call an `id` of its own: `My_Area` and `my-area` are the same id, and automatic ids are n0, n1, ...",
});

export const OUTPUT_MISSING = defineError("OUTPUT_MISSING", {
  origin: "user",
  message: (p: { workflow: string; output: string; type: string; returned?: string | undefined }) => {
    const output = p.output === BARE_OUTPUT ? "output" : `output ${p.output}`;
    const returned = p.returned === undefined ? "" : `, because its body returned ${p.returned}`;
    return `${p.workflow} has no value for its ${output} (${p.type})${returned}.`;
  },
  hint: ({ output, returned }) =>
    output !== BARE_OUTPUT && returned !== undefined
      ? `Return an object with each declared output by its name: \`{ ${output}: ... }\`.`
      : "Return a promise or a value for each declared output; in an imperative workflow, add each with `addWorkflowOutput`.",
});

export const OUTPUT_TYPE_MISSING = defineError("OUTPUT_TYPE_MISSING", {
  origin: "user",
  message: (p: { workflow: string; output: string; given: string }) =>
    `The output ${p.output} of ${p.workflow} needs a type, because it was given ${p.given} and not a single promise.`,
  hint: "Give the type as the third argument, or declare the output up front.",
});

export const OUTPUT_UNKNOWN = defineError("OUTPUT_UNKNOWN", {
  origin: "user",
  message: (p: { workflow: string; output: string; known: readonly string[] }) =>
    p.known.length === 0
      ? `${p.workflow} gives a value for ${p.output}, but it has no outputs.`
      : `${p.workflow} gives a value for ${p.output}, which is not one of its outputs (${p.known.join(", ")}).`,
  hint: "Declare it among the `outputs`, or leave it out.",
});

export const PROMISE_OUT_OF_PLACE = defineError("PROMISE_OUT_OF_PLACE", {
  origin: "user",
  message: (p: {
    at: string;
    promise: string;
    workflow: string;
    owner?: Owner | undefined;
    isOrder?: boolean;
    /** An id that no node of the workflow has. Set only where the owner of the promise is not known. */
    node?: string;
  }) =>
    p.node === undefined
      ? `${p.at} uses ${p.promise}, which ${describeOwner(p.workflow, p.owner)}.`
      : `${p.at} uses ${p.promise}, but ${p.workflow} has no node ${p.node}.`,
  hint: ({ owner, isOrder, node }) => {
    if (node !== undefined)
      return "Use outputs of nodes of the same workflow; nodes inside a conditional or sub-workflow cannot be used from outside.";
    if (owner?.isArm === true)
      return "Use the result of the conditional: it has the outputs that all arms return.";
    return isOrder === true
      ? "Pass `after` the results of calls in the same workflow body; to run one workflow after another, use `after` in a body that calls both."
      : "Pass the value in as an input of the workflow.";
  },
});

export const REFERENCE_WORKFLOW_AS_NODE = defineError("REFERENCE_WORKFLOW_AS_NODE", {
  origin: "user",
  message: (p: { workflow: string }) =>
    `${p.workflow} is a workflow that is registered elsewhere, so it cannot be part of another workflow.`,
  hint: "Use `referenceLaunchPlan` for one of its launch plans.",
});

export const REGISTRATION_INVALID = defineError("REGISTRATION_INVALID", {
  origin: "user",
  message: (p: { problems: readonly Problem[] }) =>
    `The entities cannot be registered:\n${describeProblems(p.problems)}`,
});

export const SCHEDULE_INVALID = defineError("SCHEDULE_INVALID", {
  origin: "user",
  message: (p: { given: unknown; wanted: string }) =>
    `A schedule takes ${p.wanted}, but was given ${show(p.given)}.`,
  hint: 'Write `cron("0 2 * * *")` (five fields), `cron("@daily")`, or `fixedRate("1 hour")`.',
});

export const SETTINGS_INVALID = defineError("SETTINGS_INVALID", {
  origin: "user",
  message: (p: { setting: string; wanted: string; given: unknown }) =>
    `The setting \`${p.setting}\` takes ${p.wanted}, but was ${show(p.given)}.`,
  hint: ({ setting }) => settingHint(setting),
});

export const VARIABLE_TWICE = defineError("VARIABLE_TWICE", {
  origin: "user",
  message: (p: { workflow: string; variable: string }) => `${p.workflow} already has an ${p.variable}.`,
  hint: "Each input and each output is declared or added once, under a name of its own.",
});

export const WORKFLOW_BODY_ASYNC = defineError("WORKFLOW_BODY_ASYNC", {
  origin: "user",
  message: (p: { workflow: string }) =>
    `The body of ${p.workflow} is async, but a body only puts calls together and cannot wait for anything.`,
  hint: "Leave out `async` and `await`: calls return promises of Flyte, which you pass on as they are; code that has to wait belongs in a task.",
});

export const WORKFLOW_BODY_THREW = defineError("WORKFLOW_BODY_THREW", {
  origin: "user",
  message: (p: { workflow: string; thrown: string }) =>
    `The body of ${p.workflow} threw ${p.thrown}, which does not say at which line.`,
  hint: "Throw an `Error`, which knows its line; what may fail when the workflow runs belongs in a task.",
});

export const WORKFLOW_EMPTY = defineError("WORKFLOW_EMPTY", {
  origin: "user",
  message: (p: { workflow: string }) => `${p.workflow} calls no task and no workflow.`,
  hint: "Call at least one task, because Flyte runs no workflow without nodes; the task may return its inputs unchanged.",
});

export const WORKFLOW_INVALID = defineError("WORKFLOW_INVALID", {
  origin: "user",
  message: (p: { workflow: string; problems: readonly Problem[] }) =>
    `Workflow ${p.workflow} does not compile:\n${describeProblems(p.problems)}`,
});

export const WORKFLOW_RECURSIVE = defineError("WORKFLOW_RECURSIVE", {
  origin: "user",
  message: (p: { path: readonly string[] }) => `A workflow cannot contain itself: ${p.path.join(" calls ")}.`,
  hint: "Flyte has no recursive workflows; use a loop in the body, or in a task.",
});

/** The workflow whose body made a promise. */
interface Owner {
  readonly workflow?: string;
  readonly isArm?: boolean;
}

function describeOwner(workflow: string, { workflow: owner, isArm }: Owner = {}): string {
  if (owner === undefined) return `does not belong to this run of the body of ${workflow}`;
  if (isArm === true) return `is known only inside ${owner}, an arm of a conditional`;
  return owner === workflow
    ? `belongs to an earlier run of the body of ${workflow}`
    : `belongs to the body of ${owner}, not to that of ${workflow}`;
}
