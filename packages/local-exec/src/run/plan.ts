import type * as idl from "@flytekit-ts/models/core";
import { isTask, type TaskEntity } from "@flytekit-ts/core/plugin";
import type { CompiledWorkflow } from "@flytekit-ts/workflow/plugin";
import { errors } from "../errors.js";

/** A compiled workflow as the executor walks it. */
export interface Plan {
  readonly nodes: readonly PlannedNode[];
  readonly outputs: readonly idl.Binding[];
}

/** A node of a plan; other nodes are named by their index. */
export interface PlannedNode {
  readonly id: string;
  readonly message: idl.Node;
  readonly entity: string;
  readonly target:
    | { readonly kind: "task"; readonly task: TaskEntity }
    | { readonly kind: "workflow"; readonly plan: Plan };
  /** How many nodes have to be there first. */
  readonly upstream: number;
  readonly downstream: readonly number[];
}

const plans = new WeakMap<CompiledWorkflow, Plan>();

/** The plan of a compiled workflow: its own message, with each node's entity and neighbours looked up. */
export function planOf(compiled: CompiledWorkflow): Plan {
  const known = plans.get(compiled);
  if (known !== undefined) return known;
  const { nodes, outputs } = compiled.template;
  const lookup = lookupOf(compiled);
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const downstream: number[][] = nodes.map(() => []);
  for (const [index, node] of nodes.entries()) {
    for (const id of node.upstreamNodeIds) downstream[indexes.get(id) ?? -1]?.push(index);
  }
  const plan: Plan = {
    nodes: nodes.map((message, index) => planNode(message, downstream[index] ?? [], lookup)),
    outputs,
  };
  plans.set(compiled, plan);
  return plan;
}

interface Lookup {
  readonly tasks: ReadonlyMap<string, TaskEntity>;
  readonly workflows: ReadonlyMap<string, CompiledWorkflow>;
}

// By name, as the message refers to them: in one compilation a name stands for one thing.
function lookupOf({ entities, subWorkflows }: CompiledWorkflow): Lookup {
  return {
    tasks: new Map(entities.filter(isTask).map((task) => [task.name, task])),
    workflows: new Map(subWorkflows.map((each) => [each.workflow.name, each])),
  };
}

function planNode(message: idl.Node, downstream: readonly number[], lookup: Lookup): PlannedNode {
  const entity = referenceOf(message);
  const target = targetOf(entity, lookup);
  return { id: message.id, message, entity, target, upstream: message.upstreamNodeIds.length, downstream };
}

function targetOf(entity: string, { tasks, workflows }: Lookup): PlannedNode["target"] {
  const task = tasks.get(entity);
  if (task !== undefined) return { kind: "task", task };
  const compiled = workflows.get(entity);
  if (compiled !== undefined) return { kind: "workflow", plan: planOf(compiled) };
  throw errors.ENTITY_NOT_RUNNABLE({ given: `a node of ${entity}` });
}

function referenceOf({ target }: idl.Node): string {
  const reference =
    target?.$case === "taskNode" || target?.$case === "workflowNode" ? target.value.reference : undefined;
  return reference?.value.name ?? "";
}
