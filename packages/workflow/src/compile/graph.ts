import type { Entity } from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";
import { isWorkflow, type Trace, type WorkflowEntity } from "../function/workflow-entity.js";
import { assignNodeIds, type NodeIds } from "./assign-node-ids.js";

/** A traced workflow whose nodes have ids. */
export interface Graph extends Trace {
  readonly workflow: WorkflowEntity;
  readonly ids: NodeIds;
}

const graphs = new WeakMap<WorkflowEntity, Graph>();

/**
 * The graph of a workflow; its body runs the first time this is asked.
 *
 * A body that throws is not remembered as done: the next call runs it again.
 */
export function graphOf(workflow: WorkflowEntity): Graph {
  const known = graphs.get(workflow);
  if (known !== undefined) return known;
  const trace = workflow.trace();
  const graph = Object.freeze({ ...trace, workflow, ids: assignNodeIds(trace.nodes) });
  graphs.set(workflow, graph);
  return graph;
}

/**
 * Everything that entities use, each once, what is used before what uses it: the order of registration.
 *
 * @throws `WORKFLOW_RECURSIVE` for a workflow that contains itself.
 */
export function entitiesOf(roots: readonly Entity[]): readonly Entity[] {
  const done = new Set<Entity>();
  const visit = (entity: Entity, path: readonly Entity[]): void => {
    if (done.has(entity)) return;
    if (path.includes(entity)) throw recursive(entity, path);
    if (isWorkflow(entity)) {
      for (const node of graphOf(entity).nodes) visit(node.entity, [...path, entity]);
    }
    done.add(entity);
  };
  for (const root of roots) visit(root, []);
  return [...done];
}

function recursive(entity: Entity, path: readonly Entity[]): Error {
  const names = [...path.slice(path.indexOf(entity)), entity].map(({ name }) => name);
  return errors.WORKFLOW_RECURSIVE({ path: names }, { location: entity.definedAt.location });
}
