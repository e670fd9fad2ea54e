import type * as idl from "@flytekit-ts/models/core";
import { ResourceType } from "@flytekit-ts/core/literals";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";

/** The id of a launch plan under these settings. */
export function launchPlanId(
  plan: { readonly name: string },
  settings: SerializationSettings,
): idl.Identifier {
  const { project, domain, version } = settings;
  return { resourceType: ResourceType.LAUNCH_PLAN, project, domain, name: plan.name, version, org: "" };
}
