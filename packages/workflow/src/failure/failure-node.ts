import { describeValue, locate } from "@flytekit-ts/core/errors";
import {
  addNode,
  createTracer,
  differenceOf,
  type Entity,
  inputPromises,
  type Interface,
  type Place,
} from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import { isOptional, type RuntimeType } from "@flytekit-ts/core/types";
import { isSameMessage } from "../backend-rules/parts/is-same-message.js";
import * as errors from "../errors.js";
import { ERROR_OR_NONE } from "../messages/error-or-none.js";
import { isReference } from "../reference/reference-entity.js";
import { type FailureNode, isWorkflow, type Trace } from "../trace/workflow-entity.js";

/** The ids that flytekit gives failure nodes: `fn0` in function workflows, `efn` in imperative ones. */
export type FailureNodeId = "fn0" | "efn";

/** A workflow as its failure handler sees it. */
export interface Guarded {
  readonly name: string;
  readonly interface: Interface;
}

/** Where a failure node goes: the trace, the node's id, and the line that names the handler. */
export interface FailurePlace {
  readonly start: Trace["start"];
  readonly id: FailureNodeId;
  readonly place: Place;
}

/**
 * The node that runs when a workflow fails: its handler, given every input of the workflow.
 *
 * The other inputs of the handler keep their defaults. One of them is `err`: the engine puts the error there.
 *
 * @throws `FAILURE_HANDLER_MISMATCH`
 */
export function failureNode(
  handler: Entity,
  workflow: Guarded,
  { start, id, place }: FailurePlace,
): FailureNode {
  const { name, interface: declared } = workflow;
  const problems = isHandler(handler)
    ? problemsOf(handler.interface, declared)
    : ["a handler is a task or a workflow"];
  if (problems.length > 0) throw handlerMismatch(handler, { workflow: name, problems, place });
  try {
    // In a separate trace, since it is not one of the workflow's nodes.
    const args = inputPromises(declared, start);
    const node = addNode(createTracer(name), handler, { args, options: undefined, place });
    return { id, node };
  } catch (error) {
    throw locate(error, place);
  }
}

interface Mismatch {
  readonly workflow: string;
  readonly problems: readonly string[];
  readonly place: Place;
  readonly advice?: string;
}

/** The error of a handler that does not fit its workflow. */
export function handlerMismatch(handler: Entity, { workflow, problems, place, advice }: Mismatch): Error {
  const params = { workflow, handler: describeValue(handler), problems, advice };
  return errors.FAILURE_HANDLER_MISMATCH(params, { location: place.location });
}

function isHandler(handler: Entity): boolean {
  return (
    isTask(handler) || isWorkflow(handler) || (isReference(handler) && handler.reference.kind === "task")
  );
}

function problemsOf(handler: Interface, { inputs }: Interface): readonly string[] {
  const missing = [...inputs].flatMap(([name, type]) => {
    const taken = handler.inputs.get(name);
    if (taken === undefined) return [`it does not take the input ${name}`];
    if (isSame(taken, type)) return [];
    const difference = differenceOf(taken.transformer, type.transformer);
    const where = difference === undefined ? "" : ` (${difference})`;
    return [`its input ${name} is ${wordsOf(taken)}, not ${wordsOf(type)}${where}`];
  });
  const extra = [...handler.inputs].flatMap(([name, type]) =>
    inputs.has(name) || name === "err" || isOptional(type.transformer)
      ? []
      : [`its input ${name} ${whyRequired(type)}, and the workflow has no such input`],
  );
  return [...missing, ...extra, ...problemsOfError(handler)];
}

// Flyte starts a handler with the inputs of the workflow alone. flytekit refuses an input with a default, too.
function whyRequired({ default: fallback }: RuntimeType): string {
  return fallback === undefined ? "is required" : "is not optional, for which a default is not enough";
}

// The engine replaces the value of an input named `err` by the error, whatever was bound to it.
function problemsOfError({ inputs }: Interface): readonly string[] {
  const taken = inputs.get("err");
  if (taken === undefined || isSameMessage(taken.transformer.literalType, ERROR_OR_NONE)) return [];
  return [`its input err is ${wordsOf(taken)}, but Flyte puts the error there, as \`t.optional(t.error())\``];
}

function isSame(a: RuntimeType, b: RuntimeType): boolean {
  return isSameMessage(a.transformer.literalType, b.transformer.literalType);
}

function wordsOf({ transformer }: RuntimeType): string {
  return transformer.words;
}
