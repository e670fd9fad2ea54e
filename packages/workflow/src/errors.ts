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
});

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
