import type * as idl from "@flytekit-ts/models/core";
import {
  isStart,
  isTask,
  lowerContainer,
  type Node,
  promisesOf,
  type SerializationSettings,
  shortName,
  type TaskEntity,
  taskId,
  toDuration,
  toK8sPod,
} from "@flytekit-ts/core/plugin";
import { isWorkflow } from "../function/workflow-entity.js";
import { idOf } from "./assign-node-ids.js";
import { copyMessage } from "./copy-message.js";
import type { Graph } from "./graph.js";
import { lowerBinding } from "./lower-binding.js";
import { workflowId } from "./workflow-id.js";

/** A node as IDL. */
export function lowerNode(node: Node, graph: Graph, settings: SerializationSettings): idl.Node {
  const { aliases } = node.settings;
  return {
    id: idOf(node.key, graph.ids),
    metadata: lowerMetadata(node),
    inputs: node.bindings.map((binding) => lowerBinding(binding, graph)),
    upstreamNodeIds: upstreamIds(node, graph),
    outputAliases: [...(aliases ?? [])].map(([name, alias]) => ({ var: name, alias })),
    target: lowerTarget(node, settings),
  };
}

// First the nodes that data comes from, in the order of the bindings, then what the author asked to come after.
function upstreamIds(node: Node, { ids }: Graph): string[] {
  const upstream = new Set<string>();
  for (const { binding } of node.bindings) {
    for (const target of promisesOf(binding)) if (!isStart(target.node)) upstream.add(idOf(target.node, ids));
  }
  for (const key of node.after) upstream.add(idOf(key, ids));
  return [...upstream];
}

/**
 * A node's metadata: what the call says, else what the entity says.
 *
 * The backend reads timeout, retries and interruptible of a task from its nodes only, so they are repeated
 * here.
 */
function lowerMetadata({ entity, settings }: Node): idl.NodeMetadata {
  const own = isTask(entity) ? entity.settings : undefined;
  const timeout = settings.timeout ?? own?.timeout ?? 0n;
  const interruptible =
    settings.interruptible ?? (isWorkflow(entity) ? entity.settings.interruptible : own?.interruptible);
  const { cacheable, version, serialize } = settings.cache ?? {};
  return {
    name: settings.displayName ?? shortName(entity.name),
    timeout: timeout === 0n ? undefined : toDuration(timeout),
    retries: { retries: settings.retries ?? own?.retries ?? 0 },
    interruptibleValue: present(interruptible, (value) => ({ $case: "interruptible", value })),
    cacheableValue: present(cacheable, (value) => ({ $case: "cacheable", value })),
    cacheVersionValue: present(version, (value) => ({ $case: "cacheVersion", value })),
    cacheSerializableValue: present(serialize, (value) => ({ $case: "cacheSerializable", value })),
    config: new Map(),
  };
}

function present<T, R>(value: T | undefined, wrap: (value: T) => R): R | undefined {
  return value === undefined ? undefined : wrap(value);
}

function lowerTarget(node: Node, settings: SerializationSettings): idl.Node["target"] {
  const { entity } = node;
  if (isTask(entity)) {
    const overrides = lowerOverrides(node, entity, settings);
    return {
      $case: "taskNode",
      value: { reference: { $case: "referenceId", value: taskId(entity, settings) }, overrides },
    };
  }
  const id = workflowId(entity, settings);
  return { $case: "workflowNode", value: { reference: { $case: "subWorkflowRef", value: id } } };
}

function lowerOverrides(
  node: Node,
  task: TaskEntity,
  settings: SerializationSettings,
): idl.TaskNodeOverrides {
  const { resources, extendedResources, image, podTemplate } = node.settings;
  return copyMessage({
    resources,
    extendedResources,
    containerImage: image ?? "",
    podTemplate:
      podTemplate === undefined ? undefined : toK8sPod(podTemplate, lowerContainer(task, settings)),
  });
}
