import {
  createCallable,
  describeValue,
  type Entity,
  isTask,
  type TaskEntity,
} from "@flytekit-ts/core/plugin";
import {
  type Body,
  compile,
  type FailurePolicy,
  isWorkflow,
  type Trace,
  traceBody,
  type WorkflowEntity,
} from "@flytekit-ts/workflow/plugin";
import { errors } from "../errors.js";
import { type Plan, planOf } from "./plan.js";

/** What runs: an entity's plan, and the policy when a node fails. */
export interface Runnable {
  readonly plan: Plan;
  readonly policy: FailurePolicy;
}

const runnables = new WeakMap<Entity, Runnable>();

/**
 * What to run for an entity: a workflow as it compiles, a task as a graph of one node.
 *
 * @throws `ENTITY_NOT_RUNNABLE`, and what compiling throws.
 */
export function runnableOf(entity: Entity): Runnable {
  const known = runnables.get(entity);
  if (known !== undefined) return known;
  const workflow = workflowOf(entity);
  const runnable: Runnable = { plan: planOf(compile(workflow)), policy: workflow.settings.failurePolicy };
  runnables.set(entity, runnable);
  return runnable;
}

function workflowOf(entity: Entity): WorkflowEntity {
  if (isWorkflow(entity)) return entity;
  if (isTask(entity)) return around(entity);
  throw errors.ENTITY_NOT_RUNNABLE({ given: describeValue(entity) });
}

/** A workflow that does nothing but call the task: what runs one task runs it as any other node. */
function around(task: TaskEntity): WorkflowEntity {
  const name = `${task.name.slice(0, 250)}.run`;
  const { interface: declared, definedAt } = task;
  const body: unknown = task;
  const settings = { failurePolicy: "fail-immediately", interruptible: false, docs: undefined } as const;
  const trace = (): Trace => traceBody({ name, interface: declared, definedAt, body: body as Body["body"] });
  const entity: WorkflowEntity = {
    kind: "workflow",
    name,
    interface: declared,
    definedAt,
    settings,
    source: "",
    trace,
  };
  return createCallable(entity);
}
