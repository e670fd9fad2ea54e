import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { type Executable, isTask } from "@flytekit-ts/core/tasks";
import {
  isDynamic,
  isLaunchPlan,
  isMap,
  isWorkflow,
  type LaunchPlanEntity,
  lowerLaunchPlan,
  type ReferenceEntity,
  type WorkflowEntity,
} from "@flytekit-ts/workflow/compile";
import { errors } from "../errors.js";
import { declare } from "./declared-of.js";
import type { FindEntity } from "./find-entity.js";
import type { Plan, PlannedNode, Target } from "./plan.js";
import { recoversOf } from "./recovers.js";
import type { TypeOfSignal } from "./signal-types.js";

/** Looks up the entities, mocks and plans that the nodes of one plan need. */
export interface Planning {
  readonly find: FindEntity;
  /** The type of the value that a gate waits for, if the gate is known. */
  readonly typeOfSignal: TypeOfSignal;
  mockOf(entity: Entity): Executable | undefined;
  /** Undefined for a workflow that cannot run here. */
  planOf(workflow: WorkflowEntity | ReferenceEntity): Plan | undefined;
}

/** Plan a node and the nodes nested in it: look up their targets. @throws `ENTITY_NOT_RUNNABLE` */
export function planNode(message: idl.Node, planning: Planning, id: string = message.id): PlannedNode {
  const { target } = message;
  const name = message.metadata?.name ?? "";
  switch (target?.$case) {
    case "taskNode":
    case "workflowNode": {
      const found = entityOf(message, planning);
      // The items of a map over a task refer to the map, which is registered instead of the task.
      const entity = isMap(found) ? found.target : found;
      declare(message, entity.interface);
      return { id, message, entity: entity.name, target: targetOf(entity, planning) };
    }
    case "branchNode":
      return { id, message, entity: name, target: planBranch(target.value.ifElse, id, planning) };
    case "gateNode":
      return { id, message, entity: name, target: planGate(target.value, planning) };
    case "arrayNode":
      return planArray(message, target.value, { id, planning });
    default:
      throw errors.ENTITY_NOT_RUNNABLE({ given: `a node of no kind (${id})` });
  }
}

function entityOf(message: idl.Node, { find }: Planning): Entity {
  const { target } = message;
  const isCall = target?.$case === "taskNode" || target?.$case === "workflowNode";
  const id = isCall ? target.value.reference?.value : undefined;
  const entity = find(id);
  if (entity === undefined) throw errors.ENTITY_NOT_RUNNABLE({ given: `a node of ${id?.name ?? "nothing"}` });
  return entity;
}

/** What a node of an entity runs. A mock, if there is one, replaces the entity. */
export function targetOf(entity: Entity, planning: Planning): Target {
  const mocked = planning.mockOf(entity);
  if (mocked !== undefined) return { kind: "task", task: mocked, recovers: recoversOf(entity) };
  if (isDynamic(entity)) return { kind: "dynamic", task: entity };
  if (isTask(entity)) {
    return entity.fn === undefined
      ? { kind: "missing", entity }
      : { kind: "task", task: entity, recovers: entity };
  }
  if (isLaunchPlan(entity)) return planLaunchPlan(entity, planning);
  const plan = isWorkflow(entity) ? planning.planOf(entity) : undefined;
  return plan === undefined ? { kind: "missing", entity } : { kind: "workflow", plan };
}

const NOWHERE = { project: "", domain: "", version: "", image: "" };

function planLaunchPlan(entity: LaunchPlanEntity, planning: Planning): Target {
  const plan = planning.planOf(entity.workflow);
  if (plan === undefined) return { kind: "missing", entity: entity.workflow };
  const { spec } = lowerLaunchPlan(entity, NOWHERE);
  const defaults = new Map<string, idl.Literal>();
  for (const [name, { behavior }] of spec?.defaultInputs?.parameters ?? []) {
    if (behavior?.$case === "default") defaults.set(name, behavior.value);
  }
  const { fixedInputs: fixed, settings } = entity;
  return { kind: "launch-plan", plan, defaults, fixed, overwritesCache: settings.overwriteCache };
}

function planBranch(block: idl.IfElseBlock | undefined, id: string, planning: Planning): Target {
  const plan = (node: idl.Node): PlannedNode => planNode(node, planning, `${id}-${node.id}`);
  const blocks = block?.case === undefined ? [] : [block.case, ...block.other];
  const last = block?.default;
  return {
    kind: "branch",
    arms: blocks.flatMap(({ condition, thenNode }) =>
      condition === undefined || thenNode === undefined ? [] : [{ condition, node: plan(thenNode) }],
    ),
    otherwise: last?.$case === "elseNode" ? plan(last.value) : undefined,
    message: last?.$case === "error" ? last.value.message : "No condition holds, and there is no other arm.",
  };
}

function planArray(
  message: idl.Node,
  array: idl.ArrayNode,
  { id, planning }: { readonly id: string; readonly planning: Planning },
): PlannedNode {
  if (array.node === undefined) throw errors.ENTITY_NOT_RUNNABLE({ given: `a map of nothing (${id})` });
  const { name, interface: declared } = entityOf(array.node, planning);
  const item = planNode(array.node, planning);
  declare(message, declared);
  const outputs = [...declared.outputs.keys()];
  return { id, message, entity: name, target: { kind: "array", item, array, outputs } };
}

function planGate({ condition }: idl.GateNode, planning: Planning): Target {
  if (condition === undefined) throw errors.ENTITY_NOT_RUNNABLE({ given: "a gate without a condition" });
  const type = condition.$case === "signal" ? planning.typeOfSignal(condition) : undefined;
  return { kind: "gate", condition, type };
}
