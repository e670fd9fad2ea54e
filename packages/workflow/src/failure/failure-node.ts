import { t } from "@flytekit-ts/core";
import { describeValue, locate } from "@flytekit-ts/core/errors";
import {
  addNode,
  createTracer,
  type Entity,
  inputPromises,
  type Interface,
  type Place,
} from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import { isOptional, type RuntimeType, runtimeType } from "@flytekit-ts/core/types";
import { isDeepStrictEqual } from "node:util";
import { errors } from "../errors.js";
import { isReference } from "../reference/reference-entity.js";
import { type FailureNode, isWorkflow, type Trace } from "../trace/workflow-entity.js";

/** Of a function workflow, and of an imperative one: the ids that flytekit gives. */
export type FailureNodeId = "fn0" | "efn";

/** A workflow as its failure handler sees it. */
export interface Guarded {
  readonly name: string;
  readonly interface: Interface;
}

/** Where the handler stands: in which trace, under which id, and the line that says so. */
export interface FailurePlace {
  readonly start: Trace["start"];
  readonly id: FailureNodeId;
  readonly place: Place;
}

/**
 * The node that runs when a workflow fails: its handler, given every input of the workflow.
 *
 * Its other inputs are left to their defaults. `err` is one of them: the engine puts the error there.
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
    // In a trace of its own, for it is none of the workflow's nodes.
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
    return isSame(taken, type) ? [] : [`its input ${name} is ${wordsOf(taken)}, not ${wordsOf(type)}`];
  });
  const extra = [...handler.inputs].flatMap(([name, type]) =>
    inputs.has(name) || name === "err" || isOptional(type.transformer)
      ? []
      : [`its input ${name} is required, and the workflow has no such input`],
  );
  return [...missing, ...extra, ...problemsOfError(handler)];
}

// Whatever an input of this name was given, the engine replaces it by the error.
function problemsOfError({ inputs }: Interface): readonly string[] {
  const taken = inputs.get("err");
  if (taken === undefined || isSame(taken, runtimeType(t.optional(t.error()), "err"))) return [];
  return [`its input err is ${wordsOf(taken)}, but Flyte puts the error there, as \`t.optional(t.error())\``];
}

function isSame(a: RuntimeType, b: RuntimeType): boolean {
  return isDeepStrictEqual(a.transformer.literalType, b.transformer.literalType);
}

function wordsOf({ transformer }: RuntimeType): string {
  return transformer.words;
}
