import type * as idl from "@flytekit-ts/models/core";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errorTransformer, optionalTransformer } from "@flytekit-ts/core/types";
import type { PlannedNode } from "../plan/plan.js";
import { resolveStored } from "../resolve/resolve-stored.js";
import { messageOf } from "../scope/message-of.js";
import type { Scope } from "../scope/scope.js";
import { Arrivals } from "./arrivals.js";

/** The graph of a workflow that failed. */
export interface FailedGraph {
  readonly plan: { readonly failureNode: PlannedNode | undefined };
  readonly inputs: Literals;
  readonly prefix: string;
}

const ERROR = "err";

/**
 * Run the failure handler of a workflow with the workflow's own inputs.
 *
 * If the handler has an input called `err`, it gets the error. The error's `failedNodeId` is the id of the handler
 * itself, as in Flyte.
 */
export async function runFailureNode(graph: FailedGraph, error: FlytekitError, scope: Scope): Promise<void> {
  const { plan, prefix } = graph;
  const node = plan.failureNode;
  if (node === undefined) return;
  const path = prefix + node.id;
  const around = new Arrivals(graph.inputs);
  const at = `${node.entity} (node ${path})`;
  const { store } = scope.run;
  const inputs = new Map(
    await resolveStored(node.message.inputs, { outputsOf: around.outputsOf, at, store }),
  );
  if (inputs.has(ERROR)) inputs.set(ERROR, errorLiteral(messageOf(error), node.id));
  await scope.run.runNode({ node, path, inputs, around }, scope);
}

function errorLiteral(message: string, failedNodeId: string): idl.Literal {
  // A message may contain lone surrogates, which the text of a literal cannot hold.
  const text = message.replaceAll(/\p{Surrogate}/gu, "\u{fffd}");
  return optionalTransformer(errorTransformer).toLiteral({ message: text, failedNodeId });
}
