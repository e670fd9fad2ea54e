import { BARE_OUTPUT, defineErrors, describeValue } from "@flytekit-ts/core/plugin";
import type { Problem } from "./check/problem.js";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = defineErrors({
  APPROVAL_INVALID: {
    origin: "user",
    message: (p: { gate: string; given: string }) =>
      `The approval ${p.gate} is of one whole output, but was given ${p.given}.`,
    hint: "Give the promise that a call returned; for a part of it let a task return that part.",
  },
  CACHE_OVERRIDE_IGNORED: {
    origin: "user",
    message: (p: { entity: string }) =>
      `The call of ${p.entity} sets \`cache\`, which Flyte 1.16 does not read from a node.`,
    hint: "Declare the cache on the task.",
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
    hint: "Flyte takes one type for an output of all arms; convert it in a task, or name it otherwise in one arm.",
  },
  CONDITIONAL_ARM_INVALID: {
    origin: "user",
    message: (p: { arm: string; given: string; isClosure?: boolean }) =>
      p.isClosure === false
        ? `${p.arm} takes a function that calls something, but was given ${p.given}.`
        : `${p.arm} gives what a call in it gives, but gave ${p.given}.`,
    hint: "Make the arm a closure that calls a task and returns the result; pass values through a task.",
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
    hint: "`else` and `fail` come last; start another conditional for another question.",
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
    hint: "`if`, `&&`, `||` and `!` cannot see what a promise will be; decide inside a task.",
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
    hint: "Give what `workflow(...)` or `task(...)` returned, not the result of a call.",
  },
  FAILURE_HANDLER_MISMATCH: {
    origin: "user",
    message: (p: { workflow: string; handler: string; problems: readonly string[] }) =>
      `When ${p.workflow} fails, ${p.handler} cannot run: ${p.problems.join("; ")}.`,
    hint: "A handler is a task or workflow that takes every input of the workflow, in the same type; what else it takes is optional.",
  },
  FAILURE_POLICY_UNKNOWN: {
    origin: "user",
    message: (p: { workflow: string; given: unknown }) =>
      `The failure policy of ${p.workflow} is "fail-immediately" or "fail-after-executable-nodes-complete", but was ${show(p.given)}.`,
  },
  INTERRUPTIBLE_NOT_BOOLEAN: {
    origin: "user",
    message: (p: { workflow: string; given: unknown }) =>
      `\`interruptible\` of ${p.workflow} is true or false, but was ${show(p.given)}.`,
  },
  LAUNCH_PLAN_INPUT_INVALID: {
    origin: "user",
    message: (p: { plan: string; problem: string }) => `The ${p.plan} ${p.problem.replace(/\.$/, "")}.`,
    hint: "Default and fixed inputs are values for inputs of the workflow, each set once.",
  },
  MAP_ITEMS_INVALID: {
    origin: "user",
    message: (p: { map: string; problem: string }) => `${p.map} ${p.problem}.`,
    hint: "Give lists of one length, with as many items as have to succeed; what is not in `over` is given whole.",
  },
  MAP_TARGET_INVALID: {
    origin: "user",
    message: (p: { given: string }) =>
      `A map goes over a task, a launch plan or a workflow with at most one output, but was given ${p.given}.`,
    hint: "Give `mapTask` an entity, not a call of it; return several values as one record.",
  },
  MAP_TARGET_NEEDS_NEWER_BACKEND: {
    origin: "user",
    message: (p: { target: string }) =>
      `The map over the ${p.target} is one that the compiler of an open-source Flyte 1.16 refuses.`,
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
    hint: "Give an id with at least one letter or digit that Flyte does not use itself.",
  },
  NODE_ID_TWICE: {
    origin: "user",
    message: (p: { id: string; where: string }) => `Two nodes ${p.where} have the id ${p.id}.`,
    hint: "Ids are made DNS-safe first (`My_Node` and `my-node` are one); automatic ids are n0, n1, ...",
  },
  OUTPUT_MISSING: {
    origin: "user",
    message: (p: { workflow: string; output: string; type: string; returned?: string | undefined }) => {
      const output = p.output === BARE_OUTPUT ? "output" : `output ${p.output}`;
      const returned = p.returned === undefined ? "" : `, for its body returned ${p.returned}`;
      return `${p.workflow} gives nothing for its ${output} (${p.type})${returned}.`;
    },
    hint: "Return a promise or a value for each declared output; `addWorkflowOutput` gives those of an imperative workflow.",
  },
  OUTPUT_TYPE_MISSING: {
    origin: "user",
    message: (p: { workflow: string; output: string }) =>
      `The output ${p.output} of ${p.workflow} is no single promise, so its type has to be given.`,
    hint: "Give the type as the third argument, or declare the output up front.",
  },
  OUTPUT_UNKNOWN: {
    origin: "user",
    message: (p: { workflow: string; output: string; known: readonly string[] }) =>
      `The body of ${p.workflow} returns ${p.output}, which is none of its outputs (${p.known.join(", ")}).`,
  },
  PROMISE_OUT_OF_PLACE: {
    origin: "user",
    message: (p: { at: string; promise: string; workflow: string; owner?: Owner | undefined }) =>
      `${p.at} uses ${p.promise}, which ${describeOwner(p.workflow, p.owner)}.`,
    hint: ({ owner }) =>
      owner?.isArm === true
        ? "Use what the conditional gives: that is what all its arms give."
        : "Pass the value in as an input of the workflow.",
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
    message: (p: { given: unknown; problem: string }) => `The schedule ${show(p.given)} ${p.problem}.`,
    hint: 'Write `cron("0 2 * * *")` (five fields), `cron("@daily")`, or `fixedRate("1 hour")`.',
  },
  SETTINGS_INVALID: {
    origin: "user",
    message: (p: { setting: string; wanted: string; given: unknown }) =>
      `The setting ${p.setting} takes ${p.wanted}, but was ${show(p.given)}.`,
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
      `The body of ${p.workflow} is async, but a body only wires nodes together.`,
    hint: "Make the body a plain function, and do what needs waiting inside a task.",
  },
  WORKFLOW_EMPTY: {
    origin: "user",
    message: (p: { workflow: string }) => `The body of ${p.workflow} calls no task and no workflow.`,
    hint: "Flyte runs no workflow without a node; let a task pass the values through.",
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

  // What flyteadmin refuses, or takes although it can never work.
  CRON_INVALID: {
    origin: "user",
    message: (p: { at: string; expression: string; problem: string }) =>
      `The cron expression ${quoteBriefly(p.expression)} of ${p.at} ${p.problem}.`,
    hint: 'Give five fields (minute, hour, day of month, month, day of week), "@daily" or "@every 1h30m".',
  },
  FIELD_UNSUPPORTED: {
    origin: "user",
    message: (p: { at: string; field: string; problem: string }) =>
      `${upperFirst(p.at)} sets ${p.field}, which ${p.problem}.`,
    hint: "Leave the field empty, or use what took its place.",
  },
  IDENTIFIER_INVALID: {
    origin: "user",
    message: (p: { at: string; part: string; wanted: string; given: unknown }) =>
      `In the id of ${p.at}, ${p.part} takes ${p.wanted}, but was ${show(p.given)}.`,
    hint: "An id is made of project, domain, name and version; it has the resource type of its entity and no org.",
  },
  INPUT_FIXED_AND_DEFAULTED: {
    origin: "user",
    message: (p: { at: string; input: string }) =>
      `${upperFirst(p.at)} gives the input ${p.input} both a default and a fixed value.`,
    hint: "Keep the default if an execution may give another value, and the fixed one if not.",
  },
  KICKOFF_INPUT_INVALID: {
    origin: "user",
    message: (p: { at: string; input: string; problem: string }) =>
      `The schedule of ${p.at} gives the time of its start to the input ${p.input}, which ${p.problem}.`,
    hint: "Name a datetime input of the workflow that has no fixed value.",
  },
  LABEL_INVALID: {
    origin: "user",
    message: (p: { at: string; problem: string }) => `${upperFirst(p.at)} has ${p.problem}.`,
    hint: "Labels are those of Kubernetes: letters, digits, '-', '_' and '.', up to 63, a letter or digit at both ends.",
  },
  NOTIFICATION_INVALID: {
    origin: "user",
    message: (p: { at: string; index: number; problem: string }) =>
      `Notification ${p.index} of ${p.at} ${p.problem}.`,
    hint: "A notification has a way (email, Slack, PagerDuty), recipients, and phases in which an execution ends.",
  },
  PART_MISSING: {
    origin: "user",
    message: (p: { at: string; part: string }) => `${upperFirst(p.at)} has no ${p.part}.`,
    hint: "Flyte does not register it without; give what is missing.",
  },
  POD_INVALID: {
    origin: "user",
    message: (p: { at: string; problem: string }) => `The pod of ${p.at} ${p.problem}.`,
    hint: "Give the pod as Kubernetes has it in JSON, with a container named like the primary one.",
  },
  SCHEDULE_INPUT_UNBOUND: {
    origin: "user",
    message: (p: { at: string; input: string }) =>
      `${upperFirst(p.at)} has a schedule, but its input ${p.input} has no value when nobody gives one.`,
    hint: "Give the input a default or a fixed value, or let the schedule give it the time of its start.",
  },
  SCHEDULE_NEVER_FIRES: {
    origin: "user",
    message: (p: { at: string; problem: string }) => `The schedule of ${p.at} never fires: ${p.problem}.`,
    hint: "Choose days that some month has.",
  },
  ALIAS_INVALID: {
    origin: "user",
    message: (p: { at: string; output: string; alias: string; problem: string }) =>
      `The output ${p.output} of ${p.at} cannot be called ${p.alias}: ${p.problem}.`,
    hint: "Give each output at most one alias, and a name that no other output of the node has.",
  },
  BINDING_AMBIGUOUS: {
    origin: "user",
    message: (p: { at: string; wanted: string }) =>
      `${p.at} takes ${p.wanted}, and what was given fits more than one of these.`,
    hint: "Give a value that fits one variant only; an empty list or map fits every list or map.",
  },
  BINDING_TWICE: {
    origin: "user",
    message: (p: { at: string }) => `${p.at} is given more than once.`,
    hint: "Keep one binding of each name.",
  },
  BRANCH_OUTPUTS_DIFFER: {
    origin: "user",
    message: (p: { arm: string; output: string; wanted: string; given: string }) =>
      `The arm ${p.arm} gives ${p.output} as ${p.given}, but an arm before it gives ${p.wanted}.`,
    hint: "Let all arms give an output with exactly the same type, or under names of their own.",
  },
  CONDITION_INPUT_UNKNOWN: {
    origin: "user",
    message: (p: { at: string; input: string; known: readonly string[] }) =>
      `A condition of ${p.at} compares ${p.input}, which is none of its inputs (${list(p.known)}).`,
    hint: "Bind what is compared as an input of the conditional.",
  },
  CONDITION_TYPES_DIFFER: {
    origin: "user",
    message: (p: { at: string; left: string; right: string }) =>
      `A condition of ${p.at} compares ${p.left} with ${p.right}.`,
    hint: "Flyte compares values of exactly one type; convert one of them in a task of its own.",
  },
  ENTITY_NOT_FOUND: {
    origin: "user",
    message: (p: { at: string; kind: string; entity: string }) =>
      `${p.at} calls the ${p.kind} ${p.entity}, which was not given.`,
    hint: "Register what a workflow calls before it; every part of an identifier counts, its kind included.",
  },
  FAILURE_INPUT_UNAVAILABLE: {
    origin: "user",
    message: (p: { at: string; promise: string }) =>
      `${p.at} takes ${p.promise}, but what runs on failure gets constants and inputs of the workflow only.`,
    hint: "Let the failed task leave what is needed elsewhere, or pass in an input of the workflow.",
  },
  INPUT_NOT_WHOLE: {
    origin: "user",
    message: (p: { at: string; promise: string }) =>
      `${p.at} is given ${p.promise}, but conditionals and approvals take whole outputs.`,
    hint: "Pass the part through a task of its own.",
  },
  MESSAGE_INCOMPLETE: {
    origin: "user",
    message: (p: { at: string; part: string }) => `${p.at} lacks ${p.part}.`,
    hint: "Messages that `compile` makes are complete; complete one that was made elsewhere.",
  },
  MESSAGE_UNREADABLE: {
    origin: "user",
    message: (p: { at: string; problem: string }) =>
      `The message of ${p.at} cannot be checked: ${p.problem}.`,
    hint: "Check a message that was decoded from bytes, or made by `compile`.",
  },
  NODE_LISTED_LATE: {
    origin: "user",
    message: (p: { at: string; promise: string; node: string }) =>
      `${p.at} uses ${p.promise}, but ${p.node} is listed later.`,
    hint: "List a node before the conditionals and approvals that use it.",
  },
  NODE_UNREACHABLE: {
    origin: "user",
    message: (p: { at: string }) => `No way leads from the start of the workflow to ${p.at}: it cannot run.`,
    hint: "Give every node of the workflow, arms of conditionals included, an id of its own.",
  },
  OUTPUT_NOT_FOUND: {
    origin: "user",
    message: (p: { at: string; promise: string; owner: string; known: readonly string[] }) =>
      `${p.at} uses ${p.promise}, but ${p.owner} gives ${list(p.known)}.`,
    hint: "Use a declared name, or the alias that the node gives it; a conditional has what all its arms have.",
  },
  RECORDS_CRASH_BACKEND: {
    origin: "user",
    message: (p: { at: string; wanted: string; given: string }) =>
      `${p.at} takes ${p.wanted} and was given ${p.given}, whose JSON Schemas crash Flyte's compiler together.`,
    hint: "Give both records the same schema, or leave the schema out of one of them.",
  },
  SUB_WORKFLOW_TWICE: {
    origin: "user",
    message: (p: { workflow: string }) => `The sub-workflow ${p.workflow} was given more than once.`,
    hint: "Give each sub-workflow once, however many nodes call it.",
  },
  SUB_WORKFLOW_UNUSED: {
    origin: "user",
    message: (p: { workflow: string }) =>
      `The sub-workflow ${p.workflow} is called by no node, so nothing in it was checked.`,
    hint: "Leave it out: Flyte stores it with the workflow for nothing.",
  },
  UPSTREAM_UNKNOWN: {
    origin: "user",
    message: (p: { at: string; upstream: string; workflow: string }) =>
      `${p.at} comes after ${p.upstream}, which is no node of ${p.workflow}.`,
    hint: "Name nodes of the same workflow; those inside conditionals cannot be named from outside.",
  },
  WORKFLOW_CYCLIC: {
    origin: "user",
    message: (p: { workflow: string; path: readonly string[] }) =>
      `Nodes of ${p.workflow} wait for each other: ${p.path.join(" before ")}.`,
    hint: "Let no node come after one that needs its outputs.",
  },
  WORKFLOW_TOO_LARGE: {
    origin: "user",
    message: (p: { workflow: string; nodes: number; limit: number }) =>
      `${p.workflow} has ${p.nodes} nodes, and Flyte takes no more than ${p.limit} unless it is set up for it.`,
    hint: "Move nodes into sub-workflows, or map over a list; nodes inside other nodes do not count.",
  },
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

// A list of names, for people.
function list(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}

// JSON has no words for undefined, bigints and circles, and a promise refuses to be written.
function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : describeValue(value);
}

// Who mends the first of many often mends the others.
const MOST = 20;

function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.slice(0, MOST).map(describeProblem);
  const rest = problems.length - lines.length;
  return [...lines, ...(rest === 0 ? [] : [`  and ${rest} more`])].join("\n");
}

function describeProblem({ code, severity, message, hint, location }: Problem): string {
  const place =
    location === undefined ? "" : `\n      at ${location.file}:${location.line}:${location.column}`;
  const warning = severity === "warning" ? "warning " : "";
  return `  - ${warning}[${code}] ${message}${place}${hint === undefined ? "" : `\n      hint: ${hint}`}`;
}

/** A text of a message in quotes; what is too long to read is cut off. */
function quoteBriefly(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}...` : text);
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
