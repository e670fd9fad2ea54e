import { defineErrors } from "@flytekit-ts/core/errors";
import { BARE_OUTPUT } from "@flytekit-ts/core/graph";
import { checkErrors } from "./errors/check-errors.js";
import { settingHint } from "./errors/setting-hint.js";
import { show } from "./errors/show.js";
import { describeProblems } from "./problem/describe-problem.js";
import type { Problem } from "./problem/problem.js";

const authoringErrors = defineErrors({
  APPROVAL_INVALID: {
    origin: "user",
    message: (p: { gate: string; given: string }) =>
      `The approval ${JSON.stringify(p.gate)} takes one whole output or input, but was given ${p.given}.`,
    hint: "Approve the promise that a call returned; take a part of it from what `approve` returns.",
  },
  CACHE_OVERRIDE_IGNORED: {
    origin: "user",
    message: (p: { entity: string }) =>
      `The call of ${p.entity} sets \`cache\`, which Flyte 1.16 reads from the task only.`,
    hint: 'Declare the cache on the task: `task({ name: ..., cache: { version: "1" } }, ...)`.',
  },
  CONDITIONAL_ARMS_DIFFER: {
    origin: "user",
    message: (p: {
      conditional: string;
      output: string;
      types: readonly string[];
      why?: string | undefined;
    }) => {
      const output = p.output === BARE_OUTPUT ? "their results" : p.output;
      const why = p.why === undefined ? "" : ` (${p.why})`;
      return `The arms of conditional ${p.conditional} give ${output} in different types: ${p.types.join(" and ")}${why}.`;
    },
    hint: ({ output }) =>
      output === BARE_OUTPUT
        ? "Give the same type in all arms; a task in one of them can convert what it gives."
        : "Give it in the same type in all arms, by a task that converts it, or name it otherwise in one of them.",
  },
  CONDITIONAL_ARM_INVALID: {
    origin: "user",
    message: (p: { arm: string; given: string; isClosure?: boolean; advice?: string | undefined }) =>
      p.isClosure === false
        ? `${p.arm} takes a function that calls something, but was given ${p.given}.`
        : `${p.arm} has to give what a call in it gives, but gave ${p.given}.`,
    hint: ({
      isClosure,
      advice = "Return what a call in the arm gives, such as `() => square({ x })`; pass other values through a task.",
    }) => (isClosure === false ? "Make it a function that calls something: `() => square({ x })`." : advice),
  },
  CONDITIONAL_ARM_MISPLACED: {
    origin: "user",
    message: (p: { arm: string; problem: string }) => `${p.arm} ${p.problem}.`,
    hint: "A conditional has one `if`, then any number of `elseIf`, and ends with `else` or `fail`.",
  },
  CONDITIONAL_FINISHED: {
    origin: "user",
    message: (p: { conditional: string }) =>
      `Conditional ${p.conditional} has its last arm already, and takes no other.`,
    hint: "Start another conditional for another question: `else` and `fail` come last.",
  },
  CONDITIONAL_NAME_TWICE: {
    origin: "user",
    message: (p: { conditional: string; workflow: string }) =>
      `Two conditionals of ${p.workflow} with arms of several calls are called ${p.conditional}.`,
    hint: "Such arms become sub-workflows named after their conditional; give each conditional a name of its own.",
  },
  CONDITIONAL_UNFINISHED: {
    origin: "user",
    message: (p: { conditional: string }) => `Conditional ${p.conditional} has no last arm.`,
    hint: "Finish it with `.else(() => ...)` or `.fail(message)`.",
  },
  CONDITION_UNUSED: {
    origin: "user",
    message: (p: { workflow: string; condition: string }) =>
      `The condition ${p.condition} in ${p.workflow} is given to no conditional.`,
    hint: "Ask with `conditional(...)`, and join with `and` and `or`: JavaScript's `if`, `&&`, `||` and `!` cannot see what a promise will be.",
  },
  DYNAMIC_USES_REFERENCE_TASK: {
    origin: "user",
    message: (p: { dynamic: string; task: string }) =>
      `The dynamic ${p.dynamic} calls ${p.task}, a task that is registered elsewhere.`,
    hint: "Flyte runs no reference tasks in a dynamic; call a reference launch plan, or the task itself.",
  },
  ENTITY_NOT_COMPILABLE: {
    origin: "user",
    message: (p: { at?: string; wanted: string; given: string }) =>
      `${p.at ?? "Compiling"} takes ${p.wanted}, but was given ${p.given}.`,
    hint: ({ wanted }) =>
      wanted.includes("task")
        ? "Give what `task(...)`, `workflow(...)` or `launchPlan(...)` returned, not a function or the result of a call."
        : "Give what `workflow(...)` returned; a task goes into a workflow that calls it.",
  },
  FAILURE_HANDLER_MISMATCH: {
    origin: "user",
    message: (p: {
      workflow: string;
      handler: string;
      problems: readonly string[];
      advice?: string | undefined;
    }) => `When ${p.workflow} fails, ${p.handler} cannot run: ${p.problems.join("; ")}.`,
    hint: ({ advice }) =>
      advice ??
      "A handler is a task or workflow that takes every input of the workflow, in the same type; what else it takes is optional.",
  },
  FAILURE_POLICY_UNKNOWN: {
    origin: "user",
    message: (p: { workflow: string; given: unknown }) =>
      `The failure policy of ${p.workflow} is "fail-immediately" or "fail-after-executable-nodes-complete", but was ${show(p.given)}.`,
    hint: "Give one of the two, or leave `failurePolicy` out for the first.",
  },
  INTERRUPTIBLE_NOT_BOOLEAN: {
    origin: "user",
    message: (p: { workflow: string; given: unknown }) =>
      `The option \`interruptible\` of workflow ${p.workflow} takes true or false, but was given ${show(p.given)}.`,
    hint: "Give `true` or `false`, or leave `interruptible` out.",
  },
  LAUNCH_PLAN_INPUT_INVALID: {
    origin: "user",
    message: (p: { plan: string; problem: string; advice?: string | undefined }) =>
      `The ${p.plan} ${p.problem.replace(/\.$/, "")}.`,
    hint: ({ advice }) => advice ?? "Give values by the names of the workflow's inputs.",
  },
  MAP_ITEMS_INVALID: {
    origin: "user",
    message: (p: { map: string; problem: string }) => `${p.map} ${p.problem}.`,
    hint: "Give lists of one length, with as many items as have to succeed; what is not in `over` is given whole.",
  },
  MAP_TARGET_INVALID: {
    origin: "user",
    message: (p: { given: string; advice?: string | undefined }) =>
      `A map goes over a task, a launch plan or a workflow with at most one output, but was given ${p.given}.`,
    hint: ({ advice }) =>
      advice ?? "Give what `task(...)` returned, and call the map: `mapTask(square)({ x: [1, 2] })`.",
  },
  MAP_TARGET_NEEDS_NEWER_BACKEND: {
    origin: "user",
    message: (p: { target: string }) =>
      `An open-source Flyte 1.16 takes maps over tasks of your own only, but this one goes over ${p.target}.`,
    hint: 'Map over a task; or, if your backend takes it, compile with `allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"]`.',
  },
  NAME_TWICE: {
    origin: "user",
    message: (p: { name: string; kinds: string; places: string }) =>
      `The name ${p.name} stands for ${p.kinds}, at ${p.places}.`,
    hint: "Give each entity a name of its own.",
  },
  NODE_ID_INVALID: {
    origin: "user",
    message: (p: { id: string; node: string; problem: string }) =>
      `The node of ${p.node} cannot have the id ${JSON.stringify(p.id)}: ${p.problem}.`,
    hint: "Choose another id, with at least one letter or digit.",
  },
  NODE_ID_TWICE: {
    origin: "user",
    message: (p: { id: string; where: string }) => `Two nodes ${p.where} have the id ${p.id}.`,
    hint: "Give each call an `id` of its own: `My_Area` and `my-area` are one, and automatic ids are n0, n1, ...",
  },
  OUTPUT_MISSING: {
    origin: "user",
    message: (p: { workflow: string; output: string; type: string; returned?: string | undefined }) => {
      const output = p.output === BARE_OUTPUT ? "output" : `output ${p.output}`;
      const returned = p.returned === undefined ? "" : `, for its body returned ${p.returned}`;
      return `${p.workflow} gives nothing for its ${output} (${p.type})${returned}.`;
    },
    hint: ({ output, returned }) =>
      output !== BARE_OUTPUT && returned !== undefined
        ? `Return an object with each declared output by its name: \`{ ${output}: ... }\`.`
        : "Return a promise or a value for each declared output; `addWorkflowOutput` gives those of an imperative workflow.",
  },
  OUTPUT_TYPE_MISSING: {
    origin: "user",
    message: (p: { workflow: string; output: string; given: string }) =>
      `The output ${p.output} of ${p.workflow} needs a type, for it was given ${p.given} and not a single promise.`,
    hint: "Give the type as the third argument, or declare the output up front.",
  },
  OUTPUT_UNKNOWN: {
    origin: "user",
    message: (p: { workflow: string; output: string; known: readonly string[] }) =>
      `The body of ${p.workflow} returns ${p.output}, which is none of its outputs (${p.known.join(", ")}).`,
    hint: "Declare it among the `outputs`, or leave it out.",
  },
  PROMISE_OUT_OF_PLACE: {
    origin: "user",
    message: (p: {
      at: string;
      promise: string;
      workflow: string;
      owner?: Owner | undefined;
      isOrder?: boolean;
      /** The id that no node has, where nothing more is known. */
      node?: string;
    }) =>
      p.node === undefined
        ? `${p.at} uses ${p.promise}, which ${describeOwner(p.workflow, p.owner)}.`
        : `${p.at} uses ${p.promise}, but ${p.workflow} has no node ${p.node}.`,
    hint: ({ owner, isOrder, node }) => {
      if (node !== undefined)
        return "Use outputs of nodes of the same workflow; what is inside a conditional or sub-workflow is not seen from outside.";
      if (owner?.isArm === true) return "Use what the conditional gives: that is what all its arms give.";
      return isOrder === true
        ? "Give `after` what calls in the same workflow body returned; a workflow can come after another where both are called."
        : "Pass the value in as an input of the workflow.";
    },
  },
  REFERENCE_WORKFLOW_AS_NODE: {
    origin: "user",
    message: (p: { workflow: string }) =>
      `${p.workflow} is a workflow that is registered elsewhere, which cannot be part of another workflow.`,
    hint: "Use `referenceLaunchPlan` for one of its launch plans.",
  },
  REGISTRATION_INVALID: {
    origin: "user",
    message: (p: { problems: readonly Problem[] }) =>
      `What was given cannot be registered:\n${describeProblems(p.problems)}`,
  },
  SCHEDULE_INVALID: {
    origin: "user",
    message: (p: { given: unknown; wanted: string }) =>
      `A schedule takes ${p.wanted}, but was given ${show(p.given)}.`,
    hint: 'Write `cron("0 2 * * *")` (five fields), `cron("@daily")`, or `fixedRate("1 hour")`.',
  },
  SETTINGS_INVALID: {
    origin: "user",
    message: (p: { setting: string; wanted: string; given: unknown }) =>
      `The setting \`${p.setting}\` takes ${p.wanted}, but was ${show(p.given)}.`,
    hint: ({ setting }) => settingHint(setting),
  },
  TASK_NOT_REACHABLE: {
    origin: "user",
    message: (p: { task: string; module: string }) =>
      `The module ${p.module} exports nothing that reaches the task ${p.task}.`,
    hint: "Export the task, or a workflow that calls it; name what a dynamic calls in its `uses`.",
  },
  VARIABLE_TWICE: {
    origin: "user",
    message: (p: { workflow: string; variable: string }) => `${p.workflow} has an ${p.variable} already.`,
    hint: "Each input and each output is declared or added once, under a name of its own.",
  },
  WORKFLOW_BODY_ASYNC: {
    origin: "user",
    message: (p: { workflow: string }) =>
      `The body of ${p.workflow} is async, but a body only puts calls together: nothing in it can be waited for.`,
    hint: "Leave out `async` and `await`: calls give promises of Flyte, which are passed on as they are; what needs waiting belongs into a task.",
  },
  WORKFLOW_EMPTY: {
    origin: "user",
    message: (p: { workflow: string }) => `The body of ${p.workflow} calls no task and no workflow.`,
    hint: "Call at least one task, for Flyte runs no workflow without; one may pass the values through.",
  },
  WORKFLOW_INVALID: {
    origin: "user",
    message: (p: { workflow: string; problems: readonly Problem[] }) =>
      `Workflow ${p.workflow} does not compile:\n${describeProblems(p.problems)}`,
  },
  WORKFLOW_RECURSIVE: {
    origin: "user",
    message: (p: { path: readonly string[] }) =>
      `A workflow cannot contain itself: ${p.path.join(" calls ")}.`,
    hint: "Flyte has no recursion of workflows; use a loop in the body, or in a task.",
  },
});

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors: typeof authoringErrors & typeof checkErrors = Object.freeze({
  ...authoringErrors,
  ...checkErrors,
});

/** The body that a promise belongs to. */
interface Owner {
  readonly workflow?: string;
  readonly isArm?: boolean;
}

function describeOwner(workflow: string, { workflow: owner, isArm }: Owner = {}): string {
  if (owner === undefined) return `belongs to another run of a workflow body than ${workflow}`;
  if (isArm === true) return `is known only inside ${owner}, an arm of a conditional`;
  return owner === workflow
    ? `belongs to an earlier run of the body of ${workflow}`
    : `belongs to the body of ${owner}, not to that of ${workflow}`;
}
