import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { PlannedNode } from "../plan/plan.js";
import { resolveStored } from "../resolve/resolve-stored.js";
import type { Maybe } from "../scope/maybe.js";
import type { NodeRun, Outcome, Surroundings } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellFailed, type Told } from "../scope/tell.js";

/** Resolve the inputs of a node whose upstream nodes are done, and run it. @throws `ATTRIBUTE_NOT_FOUND`, `LITERAL_NOT_FETCHED` */
export function enterNode(
  node: PlannedNode,
  path: string,
  around: Surroundings,
  scope: Scope,
): Maybe<Outcome> {
  let inputs: Maybe<Literals>;
  try {
    const at = `${node.entity} (node ${path})`;
    inputs = resolveStored(node.message.inputs, { outputsOf: around.outputsOf, at, store: scope.run.store });
  } catch (cause) {
    throw notEntered({ node, path }, cause, scope);
  }
  if (inputs instanceof Promise) return entered(inputs, { node, path, around, item: undefined }, scope);
  return scope.run.runNode({ node, path, inputs, around, item: undefined }, scope);
}

async function entered(
  inputs: Promise<Literals>,
  rest: Omit<NodeRun, "inputs">,
  scope: Scope,
): Promise<Outcome> {
  let whole: Literals;
  try {
    whole = await inputs;
  } catch (cause) {
    throw notEntered(rest, cause, scope);
  }
  return scope.run.runNode({ ...rest, inputs: whole }, scope);
}

function notEntered(told: Told, cause: unknown, scope: Scope): FlytekitError {
  return tellFailed(told, { attempt: 0, cause, duration: 0, retrying: false }, scope);
}
