import type * as idl from "@flytekit-ts/models/core";
import { type Node, shortName } from "@flytekit-ts/core/graph";
import { lowerContainer, type TaskEntity, taskId, toK8sPod } from "@flytekit-ts/core/tasks";
import { usesOf } from "../../dynamic/dynamic-entity.js";
import { copyMessage } from "../../messages/copy-message.js";
import type { NodeKind } from "./node-kind.js";

/**
 * Nodes of tasks.
 *
 * The backend reads timeout, retries and interruptible of a task from its nodes only, so they are repeated
 * there.
 */
export const taskKind: NodeKind<TaskEntity> = {
  defaults: ({ name, settings: { timeout, retries, interruptible } }) => {
    return { name: shortName(name), timeout, retries, interruptible };
  },
  target: (node, entity, { settings }) => ({
    $case: "taskNode",
    value: {
      reference: { $case: "referenceId", value: taskId(entity, settings) },
      overrides: lowerOverrides(node, () => lowerContainer(entity, settings)),
    },
  }),
  uses: usesOf,
};

/** What a call says about the container of its task; a pod needs all of the container. */
export function lowerOverrides(node: Node, container: () => idl.Container): idl.TaskNodeOverrides {
  const { resources, extendedResources, image, podTemplate } = node.settings;
  return copyMessage({
    resources,
    extendedResources,
    containerImage: image ?? "",
    podTemplate: podTemplate === undefined ? undefined : toK8sPod(podTemplate, container()),
  });
}
