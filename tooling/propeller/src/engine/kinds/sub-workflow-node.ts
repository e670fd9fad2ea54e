import type * as idl from "@flytekit-ts/models/core";
import { WorkflowMetadata_OnFailurePolicy } from "@flytekit-ts/models/core";
import { systemFailure } from "../../values/failure.js";
import type { Literals } from "../../values/literals.js";
import type { Place, Scope } from "../scope.js";
import { insideOf } from "./inside-of.js";

/** Run a workflow inside this one. @throws `NodeFailure` of it */
export async function runSubWorkflow(
  scope: Scope,
  place: Place,
  id: idl.Identifier,
  inputs: Literals,
): Promise<Literals> {
  const { execution, entities, signal } = scope;
  const template = entities.subWorkflow(id);
  if (template === undefined) throw systemFailure("WorkflowNotFound", `there is no sub-workflow ${id.name}`);
  const { nodes, outputs, failureNode, metadata } = template;
  const own = metadata?.onFailure ?? WorkflowMetadata_OnFailurePolicy.FAIL_IMMEDIATELY;
  const parts = { nodes, outputs, failureNode, own, inputs, entities };
  return execution.run.graph(execution, parts, insideOf(place), signal);
}
