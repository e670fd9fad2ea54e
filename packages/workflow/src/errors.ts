import { defineErrors, describeValue } from "@flytekit-ts/core/plugin";
import type { Problem } from "./check/problem.js";

/** The errors of this package. Codes are permanent; each has a page in `docs/errors/`. */
export const errors = defineErrors({
  CACHE_OVERRIDE_IGNORED: {
    origin: "user",
    message: (p: { entity: string }) =>
      `The call of ${p.entity} sets \`cache\`, which Flyte 1.16 does not read from a node.`,
    hint: "Declare the cache on the task.",
  },
  CONDITION_UNUSED: {
    origin: "user",
    message: (p: { workflow: string }) =>
      `A condition in ${p.workflow} was made and given to no conditional.`,
    hint: "`if`, `&&`, `||` and `!` cannot see what a promise will be; decide inside a task.",
  },
  ENTITY_NOT_COMPILABLE: {
    origin: "user",
    message: (p: { wanted: string; given: string }) =>
      `Compiling takes ${p.wanted}, but was given ${p.given}.`,
    hint: "Give what `workflow(...)` or `task(...)` returned, not the result of a call.",
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
  NAME_TWICE: {
    origin: "user",
    message: (p: { name: string; kinds: string; places: string }) =>
      `The name ${p.name} stands for two different entities (${p.kinds}), at ${p.places}.`,
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
    message: (p: { id: string; workflow: string }) => `Two nodes of ${p.workflow} have the id ${p.id}.`,
    hint: "Ids are made DNS-safe first (`My_Node` and `my-node` are one); automatic ids are n0, n1, ...",
  },
  OUTPUT_MISSING: {
    origin: "user",
    message: (p: { workflow: string; output: string; type: string }) =>
      `The body of ${p.workflow} gives nothing for its output ${p.output} (${p.type}).`,
    hint: "Return a promise or a value for each declared output.",
  },
  OUTPUT_UNKNOWN: {
    origin: "user",
    message: (p: { workflow: string; output: string; known: readonly string[] }) =>
      `The body of ${p.workflow} returns ${p.output}, which is none of its outputs (${p.known.join(", ")}).`,
  },
  PROMISE_OUT_OF_PLACE: {
    origin: "user",
    message: (p: { at: string; promise: string; workflow: string }) =>
      `${p.at} uses ${p.promise}, which belongs to another run of a workflow body than ${p.workflow}.`,
    hint: "Pass the value in as an input of the workflow.",
  },
  SETTINGS_INVALID: {
    origin: "user",
    message: (p: { setting: string; wanted: string; given: unknown }) =>
      `The setting ${p.setting} takes ${p.wanted}, but was ${show(p.given)}.`,
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
      `Workflow ${p.workflow} does not compile:\n${p.problems.map(describeProblem).join("\n")}`,
  },
  WORKFLOW_RECURSIVE: {
    origin: "user",
    message: (p: { path: readonly string[] }) =>
      `A workflow cannot contain itself: ${p.path.join(" calls ")}.`,
    hint: "Flyte has no recursion of workflows; use a loop in the body, or in a task.",
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

// A list of names, for people.
function list(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}

// JSON has no words for undefined, bigints and circles, and a promise refuses to be written.
function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : describeValue(value);
}

function describeProblem({ code, severity, message, hint, location }: Problem): string {
  const place =
    location === undefined ? "" : `\n      at ${location.file}:${location.line}:${location.column}`;
  const warning = severity === "warning" ? "warning " : "";
  return `  - ${warning}[${code}] ${message}${place}${hint === undefined ? "" : `\n      hint: ${hint}`}`;
}
