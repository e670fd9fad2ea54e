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
    hint: "Give what is missing; Flyte has no use for it without.",
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
});

/** A text of a message in quotes; what is too long to read is cut off. */
function quoteBriefly(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}...` : text);
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
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
