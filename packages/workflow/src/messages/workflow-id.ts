import type * as idl from "@flytekit-ts/models/core";
import { ResourceType } from "@flytekit-ts/core/literals";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";

/** The id of a workflow under these settings. */
export function workflowId(
  workflow: { readonly name: string },
  settings: SerializationSettings,
): idl.Identifier {
  const { project, domain, version } = settings;
  return { resourceType: ResourceType.WORKFLOW, project, domain, name: workflow.name, version, org: "" };
}
