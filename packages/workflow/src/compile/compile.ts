import type * as idl from "@flytekit-ts/models/core";
import { byCodePoint, type Entity, type SerializationSettings } from "@flytekit-ts/core/plugin";
import { checkGraph } from "../check/check-graph.js";
import { checkNames } from "../check/check-names.js";
import type { Problem } from "../check/problem.js";
import { errors } from "../errors.js";
import { isWorkflow, type WorkflowEntity } from "../function/workflow-entity.js";
import { entitiesOf, type Graph, graphOf } from "./graph.js";
import { lowerWorkflow } from "./lower-workflow.js";

/** A workflow that holds together, and all it uses. */
export interface CompiledWorkflow {
  readonly workflow: WorkflowEntity;
  readonly graph: Graph;
  /** The message the backend registers; ids are empty where no settings were given. */
  readonly template: idl.WorkflowTemplate;
  /** Every workflow used, at any depth, each once, by name. */
  readonly subWorkflows: readonly CompiledWorkflow[];
  /** Every entity used, this workflow last: the order of registration. */
  readonly entities: readonly Entity[];
  readonly warnings: readonly Problem[];
}

const NOWHERE: SerializationSettings = { project: "", domain: "", version: "", image: "" };

/**
 * Compile a workflow to the message the backend registers.
 *
 * Four passes, one file each: trace the body, give the nodes ids, check the graph, lower it. The body runs
 * once in the life of a workflow; equal settings give equal messages.
 *
 * @throws `WORKFLOW_INVALID`, listing every problem found rather than only the first; `WORKFLOW_RECURSIVE`,
 * `NAME_TWICE`, and what the body throws.
 */
export function compile(workflow: WorkflowEntity, settings: SerializationSettings = NOWHERE): CompiledWorkflow {
  const entities = entitiesOf([workflow]);
  checkNames(entities, settings);
  const used = entities.filter(isWorkflow);
  const problems = used.flatMap((each) => checkGraph(graphOf(each)));
  if (problems.some(({ severity }) => severity === "error")) {
    throw errors.WORKFLOW_INVALID({ workflow: workflow.name, problems });
  }
  const compiled = new Map<Entity, CompiledWorkflow>();
  for (const each of used) {
    const subWorkflows = closureOf(each, compiled);
    const graph = graphOf(each);
    const template = lowerWorkflow(graph, settings);
    compiled.set(each, { workflow: each, graph, template, subWorkflows, entities, warnings: problems });
  }
  return compiled.get(workflow) as CompiledWorkflow;
}

// What is used comes before what uses it, so the closures of the parts are known already.
function closureOf(workflow: WorkflowEntity, compiled: ReadonlyMap<Entity, CompiledWorkflow>): CompiledWorkflow[] {
  const closure = new Set<CompiledWorkflow>();
  for (const { entity } of graphOf(workflow).nodes) {
    const part = compiled.get(entity);
    if (part === undefined) continue;
    closure.add(part);
    for (const inner of part.subWorkflows) closure.add(inner);
  }
  return [...closure].toSorted((a, b) => byCodePoint(a.workflow.name, b.workflow.name));
}
