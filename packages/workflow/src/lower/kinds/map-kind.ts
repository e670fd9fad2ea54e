import type * as idl from "@flytekit-ts/models/core";
import type { Node } from "@flytekit-ts/core/graph";
import { ArrayDataMode, ArrayExecutionMode } from "@flytekit-ts/core/literals";
import { taskId } from "@flytekit-ts/core/tasks";
import { lowerMapContainer } from "../../map/lower-map.js";
import { isTaskMap, type MapEntity, type TaskMapEntity } from "../../map/map-entity.js";
import { dnsSafe } from "../../messages/dns-safe.js";
import { lowerBinding } from "../parts/lower-binding.js";
import { lowerMetadata } from "../parts/lower-metadata.js";
import { launchPlanKind } from "./launch-plan-kind.js";
import type { Lowering, NodeKind } from "./node-kind.js";
import { referenceKind } from "./reference-kind.js";
import { lowerOverrides, taskKind } from "./task-kind.js";

/**
 * How nodes of maps are lowered.
 *
 * If the map goes over a task, the retries, timeout and other settings of a call apply to the items, so they are set
 * on the inner node. For other targets they are set on both nodes, as in flytekit.
 */
export const mapKind: NodeKind<MapEntity> = {
  defaults: ({ name }) => ({ name }),
  settings: (node, entity) => (isTaskMap(entity) ? {} : node.settings),
  target: (node, entity, lowering) => ({ $case: "arrayNode", value: lowerArray(node, entity, lowering) }),
  // A map over a task is registered instead of the task.
  uses: ({ target }) => (target.kind === "task" ? [] : [target]),
};

function lowerArray(node: Node, entity: MapEntity, lowering: Lowering): idl.ArrayNode {
  const { bound, concurrency, success } = entity;
  const onTask = isTaskMap(entity);
  return {
    node: onTask ? lowerTaskItem(node, entity, lowering) : lowerOtherItem(node, entity, lowering),
    parallelismOption: concurrency === undefined ? undefined : { $case: "parallelism", value: concurrency },
    successCriteria: { ...success },
    isOriginalSubNodeInterface: !onTask,
    ...modesOf(entity),
    boundInputs: [...bound],
    runAllSubNodes: false,
  };
}

function modesOf({ target }: MapEntity): Pick<idl.ArrayNode, "executionMode" | "dataMode"> {
  const { MINIMAL_STATE, FULL_STATE } = ArrayExecutionMode;
  const { SINGLE_INPUT_FILE, INDIVIDUAL_INPUT_FILES } = ArrayDataMode;
  if (target.kind === "reference" && target.reference.kind === "task") {
    return { executionMode: MINIMAL_STATE, dataMode: INDIVIDUAL_INPUT_FILES };
  }
  const isFunction = target.kind === "task" && target.template === undefined;
  return { executionMode: isFunction ? MINIMAL_STATE : FULL_STATE, dataMode: SINGLE_INPUT_FILE };
}

/** The fields that the inner nodes of all maps share. The bindings are those of the map's node. */
function itemNode(node: Node, { graph }: Lowering): Omit<idl.Node, "id" | "metadata" | "target"> {
  const inputs = node.bindings.map((binding) => lowerBinding(binding, graph));
  return { inputs, upstreamNodeIds: [], outputAliases: [] };
}

function lowerTaskItem(node: Node, entity: TaskMapEntity, lowering: Lowering): idl.Node {
  const { name, target } = entity;
  const reference = { $case: "referenceId" as const, value: taskId(entity, lowering.settings) };
  const { settings } = lowering;
  const overrides = lowerOverrides(node, settings, () => lowerMapContainer(entity, settings));
  return {
    ...itemNode(node, lowering),
    id: name,
    metadata: lowerMetadata(node.settings, { ...taskKind.defaults(target), name }),
    target: { $case: "taskNode", value: { reference, overrides } },
  };
}

function lowerOtherItem(node: Node, { name, target }: MapEntity, lowering: Lowering): idl.Node {
  return {
    ...itemNode(node, lowering),
    id: dnsSafe(name),
    metadata: lowerMetadata(node.settings, { name }),
    target:
      target.kind === "launch-plan"
        ? launchPlanKind.target(node, target, lowering)
        : target.kind === "reference"
          ? referenceKind.target(node, target, lowering)
          : undefined,
  };
}
