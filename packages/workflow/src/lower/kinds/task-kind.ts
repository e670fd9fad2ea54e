import type * as idl from "@flytekit-ts/models/core";
import { type Node, resolveImage, shortName } from "@flytekit-ts/core/graph";
import {
  lowerContainer,
  type SerializationSettings,
  type TaskEntity,
  taskId,
  toK8sPod,
} from "@flytekit-ts/core/tasks";
import { usesOf } from "../../dynamic/dynamic-entity.js";
import { copyMessage } from "../../messages/copy-message.js";
import type { NodeKind } from "./node-kind.js";

/**
 * How nodes of tasks are lowered.
 *
 * The backend reads timeout, retries and interruptible of a task only from its nodes, so they are repeated there.
 */
export const taskKind: NodeKind<TaskEntity> = {
  defaults: ({ name, settings: { timeout, retries, interruptible } }) => {
    return { name: shortName(name), timeout, retries, interruptible };
  },
  target: (node, entity, { settings }) => ({
    $case: "taskNode",
    value: {
      reference: { $case: "referenceId", value: taskId(entity, settings) },
      overrides: lowerOverrides(node, settings, () => lowerContainer(entity, settings)),
    },
  }),
  uses: usesOf,
};

/** The overrides of a call for its task's container. An overriding pod template needs the whole container. */
export function lowerOverrides(
  node: Node,
  settings: SerializationSettings,
  container: () => idl.Container,
): idl.TaskNodeOverrides {
  const { resources, extendedResources, image, podTemplate } = node.settings;
  return {
    resources: copyMessage(resources),
    extendedResources: copyMessage(extendedResources),
    containerImage: image === undefined ? "" : resolveImage(image, settings),
    podTemplate: podTemplate && copyMessage(toK8sPod(podTemplate, container())),
  };
}
