import type * as idl from "@flytekit-ts/models/core";
import { NodeFailure, userFailure } from "../../values/failure.js";
import type { Literals } from "../../values/literals.js";
import { childName } from "../ids.js";
import { planRequest } from "../plan-request.js";
import type { ExecutionResult, NodeRecord } from "../records.js";
import type { Place, Scope } from "../scope.js";

/** Run a launch plan: as an execution of its own, under its workflow's own policy. @throws `NodeFailure` of the child */
export async function runPlanNode(
  scope: Scope,
  { record }: Place,
  id: idl.Identifier,
  inputs: Literals,
): Promise<Literals> {
  const { execution, signal } = scope;
  const { options, request, run } = execution;
  const name = childName(request.name, record.uniqueId, record.attempt);
  const recover = request.recover?.nodes.get(record.path)?.child;
  const { runChild } = options.hooks;
  if (runChild !== undefined) {
    return outputsOf(
      await runChild({ node: record, plan: id, name, inputs, recover }, signal),
      record,
      signal,
    );
  }
  const plan = options.registry.plan(id);
  if (plan === undefined) throw userFailure("LaunchPlanNotFound", `there is no launch plan ${id.name}`);
  const started = planRequest(options.registry, plan, inputs);
  const lineage = [...request.lineage, record.uniqueId];
  const next = { ...request, ...started, name, recover, signal, lineage };
  return outputsOf(await run.execute(options, next, execution.onNode), record, signal);
}

function outputsOf(child: ExecutionResult, record: NodeRecord, signal: AbortSignal): Literals {
  record.child = child;
  signal.throwIfAborted();
  if (child.failure !== undefined) throw new NodeFailure(child.failure);
  return child.outputs;
}
