import type { ExecutionCreateRequest, ExecutionSpec } from "@flytekit-ts/models/admin";
import { type Identifier, ResourceType } from "@flytekit-ts/models/core";
import { assertParts, resourceTypeName } from "../../registry/checks/identifiers.js";
import { assertLabels } from "../../registry/checks/labels.js";
import { assertLiterals } from "../../registry/checks/literals.js";
import { assertNotifications } from "../../registry/checks/notifications.js";
import { assertProjectAndDomain } from "../../registry/checks/project-and-domain.js";
import { missing, refused } from "../../serving/refusal.js";
import type { State } from "../../state/state.js";
import { assertExecutionName } from "./execution-name.js";

/** A request of which is known what it asks for. */
export interface Asked {
  readonly spec: ExecutionSpec;
  /** A launch plan or a task. */
  readonly entity: Identifier;
}

/** What a request asks for. @throws Refusal INVALID_ARGUMENT for what flyteadmin refuses before it looks for the entity */
export function asked(state: State, { project, domain, name, spec, inputs }: ExecutionCreateRequest): Asked {
  if (project === "") throw missing("project");
  if (domain === "") throw missing("domain");
  if (name !== "") assertExecutionName(name);
  assertProjectAndDomain(state, project, domain);
  if (spec === undefined) throw missing("spec");
  const entity = spec.launchPlan;
  if (entity === undefined) throw missing("id");
  assertParts(entity, ["project", "domain", "name", "version"]);
  const { resourceType } = entity;
  if (resourceType !== ResourceType.LAUNCH_PLAN && resourceType !== ResourceType.TASK)
    throw refused.invalid(
      `Invalid reference entity resource type [${resourceTypeName(resourceType)}], only [map[TASK:<nil> LAUNCH_PLAN:<nil>]] allowed`,
    );
  assertLiterals(inputs, "inputs");
  const overrides = spec.notificationOverrides;
  if (overrides?.$case === "notifications") assertNotifications(overrides.value.notifications);
  assertLabels(spec.labels);
  return { spec, entity };
}
