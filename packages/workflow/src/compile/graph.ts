import { describeValue, type Entity, isTask } from "@flytekit-ts/core/plugin";
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
  const graph = Object.freeze({ ...trace, workflow, ids: Object.freeze(assignNodeIds(trace.nodes)) });
  graphs.set(workflow, graph);
  return graph;
}

/**
 * Everything that entities use, each once, what is used before what uses it: the order of registration.
 *
 * @throws `ENTITY_NOT_COMPILABLE` for what is no entity, `WORKFLOW_RECURSIVE` for a workflow that contains
 * itself.
 */
export function entitiesOf(roots: readonly Entity[]): readonly Entity[] {
  const done = new Set<Entity>();
  const around = new Map<string, WorkflowEntity>();
  const visit = (entity: Entity): void => {
    if (done.has(entity)) return;
    if (isWorkflow(entity)) {
      // A module that is loaded twice may close a circle through its other copy.
      const key = `${entity.name} ${entity.source}`;
      if (around.has(key)) throw recursive(entity, [...around.values()]);
      around.set(key, entity);
      for (const node of graphOf(entity).nodes) visit(node.entity);
      around.delete(key);
    }
    done.add(entity);
  };
  for (const root of roots) visit(assertEntity(root));
  return [...done];
}

function assertEntity(given: unknown): Entity {
  if (isTask(given) || isWorkflow(given)) return given;
  throw errors.ENTITY_NOT_COMPILABLE({ wanted: "tasks and workflows", given: describeValue(given) });
}

function recursive(entity: Entity, around: readonly Entity[]): Error {
  const names = around.map(({ name }) => name);
  const path = [...names.slice(names.indexOf(entity.name)), entity.name];
  return errors.WORKFLOW_RECURSIVE({ path }, { location: entity.definedAt.location });
}
