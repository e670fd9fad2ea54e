import {
  addNode,
  createTracer,
  type Entity,
  inputPromises,
  type Interface,
  isOptional,
  locate,
  type Place,
  type RuntimeType,
} from "@flytekit-ts/core/plugin";
import { isDeepStrictEqual } from "node:util";
import { errors } from "../errors.js";
import type { FailureNode, Trace } from "../function/workflow-entity.js";

/** Of a function workflow, and of an imperative one: the ids that flytekit gives. */
export type FailureNodeId = "fn0" | "efn";

/** A workflow as its failure handler sees it. */
export interface Guarded {
  readonly name: string;
  readonly interface: Interface;
  readonly definedAt: Place;
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
  { start, id }: { readonly start: Trace["start"]; readonly id: FailureNodeId },
): FailureNode {
  const { name, interface: declared, definedAt } = workflow;
  const problems = problemsOf(handler.interface, declared);
  if (problems.length > 0) {
    const params = { workflow: name, handler: handler.name, problems };
    throw errors.FAILURE_HANDLER_MISMATCH(params, { location: definedAt.location });
  }
  try {
    // In a trace of its own, for it is none of the workflow's nodes.
    const args = inputPromises(declared, start);
    const node = addNode(createTracer(name), handler, { args, options: undefined, place: definedAt });
    return { id, node };
  } catch (error) {
    throw locate(error, definedAt);
  }
}

function problemsOf(handler: Interface, { inputs }: Interface): readonly string[] {
  const missing = [...inputs].flatMap(([name, type]) => {
    const taken = handler.inputs.get(name);
    if (taken === undefined) return [`it does not take the input ${name}`];
    const same = isDeepStrictEqual(taken.transformer.literalType, type.transformer.literalType);
    return same ? [] : [`its ${name} is ${wordsOf(taken)}, not ${wordsOf(type)}`];
  });
  const extra = [...handler.inputs].flatMap(([name, type]) =>
    inputs.has(name) || isOptional(type.transformer) ? [] : [`its ${name} is not optional`],
  );
  return [...missing, ...extra];
}

function wordsOf({ transformer }: RuntimeType): string {
  return transformer.words;
}
