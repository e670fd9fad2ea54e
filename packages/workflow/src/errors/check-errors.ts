import { upperFirst } from "@flytekit-ts/core/errors";
import { defineError } from "@flytekit-ts/core/literals";
import { show } from "./show.js";

// The errors that are found in IDL messages: one part of the catalogue of this package.

export const BODY_LONG_FOR_TSC = defineError("BODY_LONG_FOR_TSC", {
  origin: "user",
  message: (p: { workflow: string; calls: number }) =>
    `In the body of ${p.workflow}, ${p.calls} calls depend on one another in a chain. TypeScript 5.7 to 6.0 may stop at longer ones, with "Maximum call stack size exceeded".`,
  hint: 'Write the type that the body returns, such as `({ n }): FlytePromise<number, "int"> => { ... }`, or move some of the calls into another workflow.',
});

export const CRON_INVALID = defineError("CRON_INVALID", {
  origin: "user",
  message: (p: { at?: string; expression: string; problem: string }) => {
    const of = p.at === undefined ? "" : ` of ${p.at}`;
    return `The cron expression ${quoteBriefly(p.expression)}${of} ${p.problem}.`;
  },
  hint: ({ problem }) =>
    problem.includes("time zone")
      ? 'Write the zone as in "TZ=Europe/Berlin 0 2 * * *", or leave it out.'
      : 'Give five fields (minute, hour, day of month, month, day of week), "@daily" or "@every 1h30m".',
});

export const FIELD_UNSUPPORTED = defineError("FIELD_UNSUPPORTED", {
  origin: "user",
  message: (p: { at: string; field: string; problem: string }) =>
    `${upperFirst(p.at)} sets ${p.field}, which ${p.problem}.`,
  hint: "Leave the field empty, or use the field that replaces it.",
});

export const IDENTIFIER_INVALID = defineError("IDENTIFIER_INVALID", {
  origin: "user",
  message: (p: { at: string; part: string; wanted: string; given: unknown }) =>
    `In the id of ${p.at}, ${p.part} takes ${p.wanted}, but was ${show(p.given)}.`,
  hint: "An id is made of project, domain, name and version; it has the resource type of its entity and no org.",
});

export const INPUT_FIXED_AND_DEFAULTED = defineError("INPUT_FIXED_AND_DEFAULTED", {
  origin: "user",
  message: (p: { at: string; input: string }) =>
    `${upperFirst(p.at)} gives the input ${p.input} both a default and a fixed value.`,
  hint: "Keep the default if an execution may give another value, and the fixed one if not.",
});

export const KICKOFF_INPUT_INVALID = defineError("KICKOFF_INPUT_INVALID", {
  origin: "user",
  message: (p: { at: string; input: string; problem: string }) =>
    `The schedule of ${p.at} passes its start time to the input ${p.input}, which ${p.problem}.`,
  hint: "Name a datetime input of the workflow that has no fixed value.",
});

export const LABEL_INVALID = defineError("LABEL_INVALID", {
  origin: "user",
  message: (p: { at: string; problem: string }) => `${upperFirst(p.at)} has ${p.problem}.`,
  hint: "Kubernetes accepts up to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends; Flyte accepts at most 16 labels.",
});

export const NOTIFICATION_INVALID = defineError("NOTIFICATION_INVALID", {
  origin: "user",
  message: (p: { at: string; index: number; problem: string }) =>
    `Notification ${p.index} of ${p.at} ${p.problem}.`,
  hint: "A notification needs a way to notify (email, Slack or PagerDuty), recipients, and phases in which an execution ends.",
});

export const PART_MISSING = defineError("PART_MISSING", {
  origin: "user",
  message: (p: { at: string; part: string }) => `${upperFirst(p.at)} has no ${p.part}.`,
  hint: "Add the missing part; Flyte needs it.",
});

export const PART_NOT_CONVERTED = defineError("PART_NOT_CONVERTED", {
  origin: "user",
  message: (p: { at: string; part: string; form: string; why: string }) =>
    `On a cluster, ${p.part} reaches ${p.at} as ${p.form}, ${p.why}: Flyte takes it out of a record as it stands there.`,
  hint: "Pass it through a task first: a task reads the part of a record, and returns the value itself.",
});

export const POD_INVALID = defineError("POD_INVALID", {
  origin: "user",
  message: (p: { at: string; problem: string }) => `The pod of ${p.at} ${p.problem}.`,
  hint: ({ problem }) =>
    problem.includes("container named")
      ? "Name containers with at most 63 lower-case letters, digits and hyphens, and give one of them the name in `primaryContainer`."
      : "Write the pod as Kubernetes reads it in JSON, and give one container the name of the primary one.",
});

export const SCHEDULE_INPUT_UNBOUND = defineError("SCHEDULE_INPUT_UNBOUND", {
  origin: "user",
  message: (p: { at: string; input: string }) =>
    `${upperFirst(p.at)} has a schedule, but its input ${p.input} has no value in the executions that the schedule starts.`,
  hint: "Give it a value with `defaultInputs` or `fixedInputs`, or pass it the start time with the schedule's `kickoffTime`.",
});

export const SCHEDULE_NEVER_FIRES = defineError("SCHEDULE_NEVER_FIRES", {
  origin: "user",
  message: (p: { at: string; problem: string }) => `The schedule of ${p.at} never fires: ${p.problem}.`,
  hint: "Choose days that some month has.",
});

export const ALIAS_INVALID = defineError("ALIAS_INVALID", {
  origin: "user",
  message: (p: { at: string; output: string; alias: string; problem: string }) =>
    `The output ${p.output} of ${p.at} cannot be called ${p.alias}: ${p.problem}.`,
  hint: "Give each output at most one alias, and a name that no other output of the node has.",
});

export const BINDING_AMBIGUOUS = defineError("BINDING_AMBIGUOUS", {
  origin: "user",
  message: (p: { at: string; wanted: string }) =>
    `${p.at} takes ${p.wanted}, but the given value fits more than one of these types.`,
  hint: "Give a value that fits one variant only; an empty list or map fits every list or map.",
});

export const BINDING_TWICE = defineError("BINDING_TWICE", {
  origin: "user",
  message: (p: { at: string }) => `${p.at} is bound more than once.`,
  hint: "Keep one binding for each name.",
});

export const BRANCH_OUTPUTS_DIFFER = defineError("BRANCH_OUTPUTS_DIFFER", {
  origin: "user",
  message: (p: { arm: string; output: string; wanted: string; given: string }) =>
    `The arm ${p.arm} gives the output ${p.output} the type ${p.given}, but an earlier arm gives it the type ${p.wanted}.`,
  hint: "Give the output exactly the same type in all arms, or a different name in each.",
});

export const CONDITION_INPUT_UNKNOWN = defineError("CONDITION_INPUT_UNKNOWN", {
  origin: "user",
  message: (p: { at: string; input: string; known: readonly string[] }) =>
    `A condition of ${p.at} compares ${p.input}, which is not one of its inputs (${list(p.known)}).`,
  hint: "Bind the compared value as an input of the conditional.",
});

export const CONDITION_TYPES_DIFFER = defineError("CONDITION_TYPES_DIFFER", {
  origin: "user",
  message: (p: { at: string; left: string; right: string }) =>
    `A condition of ${p.at} compares ${p.left} with ${p.right}.`,
  hint: "Flyte compares only values of exactly the same type; convert one of them in a task.",
});

export const ENTITY_NOT_FOUND = defineError("ENTITY_NOT_FOUND", {
  origin: "user",
  message: (p: { at: string; kind: string; entity: string }) =>
    `${p.at} calls the ${p.kind} ${p.entity}, which is not among the given entities.`,
  hint: "Register the entities that a workflow calls before the workflow; every part of an identifier has to match, its resource type included.",
});

export const FAILURE_INPUT_UNAVAILABLE = defineError("FAILURE_INPUT_UNAVAILABLE", {
  origin: "user",
  message: (p: { at: string; promise: string }) =>
    `${p.at} takes ${p.promise}, but a failure node gets only constants and inputs of the workflow.`,
  hint: "Let the failed task store the value elsewhere, or pass an input of the workflow instead.",
});

export const INPUT_NOT_WHOLE = defineError("INPUT_NOT_WHOLE", {
  origin: "user",
  message: (p: { at: string; promise: string }) =>
    `${p.at} is given ${p.promise}, but conditionals and approvals take only whole outputs.`,
  hint: "Pass the part through a task first.",
});

export const MESSAGE_INCOMPLETE = defineError("MESSAGE_INCOMPLETE", {
  origin: "user",
  message: (p: { at: string; part: string }) => `${p.at} lacks ${p.part}.`,
  hint: "Add the missing part; messages that `compile` makes are complete, so this one comes from elsewhere.",
});

export const MESSAGE_UNREADABLE = defineError("MESSAGE_UNREADABLE", {
  origin: "user",
  message: (p: { at: string; problem: string }) => `The message of ${p.at} cannot be checked: ${p.problem}.`,
  hint: "Check a message that was decoded from bytes, or made by `compile`.",
});

export const NODE_LISTED_LATE = defineError("NODE_LISTED_LATE", {
  origin: "user",
  message: (p: { at: string; promise: string; node: string }) =>
    `${p.at} uses ${p.promise}, but ${p.node} is listed later.`,
  hint: "List a node before the conditionals and approvals that use it.",
});

export const NODE_UNREACHABLE = defineError("NODE_UNREACHABLE", {
  origin: "user",
  message: (p: { at: string }) => `${p.at} cannot run: no path leads to it from the start of the workflow.`,
  hint: "Give every node of the workflow, arms of conditionals included, an id of its own.",
});

export const OUTPUT_NOT_FOUND = defineError("OUTPUT_NOT_FOUND", {
  origin: "user",
  message: (p: { at: string; promise: string; owner: string; known: readonly string[] }) =>
    `${p.at} uses ${p.promise}, but ${p.owner} gives ${list(p.known)}.`,
  hint: "Use the name of a declared output, or its alias on the node; a conditional has only the outputs that all its arms have.",
});

export const RECORDS_CRASH_BACKEND = defineError("RECORDS_CRASH_BACKEND", {
  origin: "user",
  message: (p: { at: string; wanted: string; given: string }) =>
    `${p.at} takes ${p.wanted} but was given ${p.given}; comparing their JSON Schemas crashes Flyte's compiler.`,
  hint: "Give both records the same schema, or leave the schema out of one of them.",
});

export const SUB_WORKFLOW_TWICE = defineError("SUB_WORKFLOW_TWICE", {
  origin: "user",
  message: (p: { workflow: string }) => `The sub-workflow ${p.workflow} was given more than once.`,
  hint: "Give each sub-workflow once, however many nodes call it.",
});

export const SUB_WORKFLOW_UNUSED = defineError("SUB_WORKFLOW_UNUSED", {
  origin: "user",
  message: (p: { workflow: string }) =>
    `No node calls the sub-workflow ${p.workflow}, so nothing in it was checked.`,
  hint: "Leave it out: Flyte would store it with the workflow and never use it.",
});

export const UPSTREAM_UNKNOWN = defineError("UPSTREAM_UNKNOWN", {
  origin: "user",
  message: (p: { at: string; upstream: string; workflow: string }) =>
    `${p.at} comes after ${p.upstream}, which is not a node of ${p.workflow}.`,
  hint: "Name nodes of the same workflow; those inside conditionals cannot be named from outside.",
});

export const WORKFLOW_CYCLIC = defineError("WORKFLOW_CYCLIC", {
  origin: "user",
  message: (p: { workflow: string; path: readonly string[] }) =>
    `Nodes of ${p.workflow} wait for each other: ${p.path.join(" before ")}.`,
  hint: "Let no node come after one that needs its outputs.",
});

export const WORKFLOW_TOO_LARGE = defineError("WORKFLOW_TOO_LARGE", {
  origin: "user",
  message: (p: { workflow: string; nodes: number; limit: number }) =>
    `${p.workflow} has ${p.nodes} nodes, but Flyte accepts at most ${p.limit} unless it is configured for more.`,
  hint: "Move nodes into sub-workflows, or map over a list; nodes inside other nodes do not count.",
});

// A list of names, for people.
function list(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}

/** A text of a message in quotes; what is too long to read is cut off. */
function quoteBriefly(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}...` : text);
}
