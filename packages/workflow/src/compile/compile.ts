import type * as idl from "@flytekit-ts/models/core";
import {
  byCodePoint,
  describeValue,
  type Entity,
  isTask,
  type SerializationSettings,
} from "@flytekit-ts/core/plugin";
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
  /** What its authors should know, of every workflow used. */
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
 * `NAME_TWICE`, `ENTITY_NOT_COMPILABLE`, and what the body throws.
 */
export function compile(
  workflow: WorkflowEntity,
  settings: SerializationSettings = NOWHERE,
): CompiledWorkflow {
  if (!isWorkflow(workflow)) throw notWorkflow(workflow);
  const entities = checkNames(entitiesOf([workflow]), settings);
  const problems = new Map(entities.filter(isWorkflow).map((each) => [each, checkGraph(graphOf(each))]));
  assertCompilable(workflow, [...problems.values()].flat());
  const compiled = new Map<string, CompiledWorkflow>();
  for (const [each, warnings] of problems) {
    const graph = graphOf(each);
    const subWorkflows = closureOf(graph, compiled);
    compiled.set(each.name, {
      workflow: each,
      graph,
      template: lowerWorkflow(graph, settings),
      subWorkflows,
      entities: partOf(entities, each),
      warnings: [...subWorkflows.flatMap((part) => problems.get(part.workflow) ?? []), ...warnings],
    });
  }
  return compiled.get(workflow.name) as CompiledWorkflow;
}

function assertCompilable({ name }: WorkflowEntity, problems: readonly Problem[]): void {
  const broken = problems.some(({ severity }) => severity === "error");
  if (broken) throw errors.WORKFLOW_INVALID({ workflow: name, problems });
}

// What is used comes before what uses it, so the closures of the parts are known already.
function closureOf({ nodes }: Graph, compiled: ReadonlyMap<string, CompiledWorkflow>): CompiledWorkflow[] {
  const closure = new Set<CompiledWorkflow>();
  for (const { entity } of nodes) {
    const part = compiled.get(entity.name);
    if (part === undefined) continue;
    closure.add(part);
    for (const inner of part.subWorkflows) closure.add(inner);
  }
  return [...closure].toSorted((a, b) => byCodePoint(a.workflow.name, b.workflow.name));
}

function partOf(entities: readonly Entity[], workflow: WorkflowEntity): readonly Entity[] {
  const names = new Set(entitiesOf([workflow]).map(({ name }) => name));
  return entities.filter(({ name }) => names.has(name));
}

function notWorkflow(given: unknown): Error {
  const words = isTask(given) ? `the task ${given.name}` : describeValue(given);
  return errors.ENTITY_NOT_COMPILABLE({ wanted: "workflows", given: words });
}
