import type { Signal } from "@flytekit-ts/core/storage";
import { ResourceType } from "@flytekit-ts/core/literals";
import type * as admin from "@flytekit-ts/models/admin";
import type { Connection } from "../../connection/connection.js";
import { connectionErrors } from "../../errors/connection-errors.js";
import type { EntityName, Listed, PulledKind, PullSource, RegisteredEntity } from "./pull-source.js";
import { registeredPlan, registeredTask } from "./registered-entity.js";

// As many as flyteadmin gives at once.
const PAGE = 100;
// sort_by: descending
const NEWEST = { key: "created_at", direction: 0 } as const;

type Admin = Connection["admin"];

/** The entities of a cluster. */
export function clusterSource(admin: Admin): PullSource {
  return {
    names: (of, signal) => namesIn(admin, of, signal),
    latest: (kind, name, signal) => latestOf(admin, { kind, ...name }, signal),
    get: (kind, name, signal) => versionOf(admin, { kind, ...name }, signal),
  };
}

async function namesIn(
  admin: Admin,
  { kind, project, domain }: Listed,
  signal?: Signal,
): Promise<readonly string[]> {
  const names: string[] = [];
  let token = "";
  do {
    const list = kind === "task" ? admin.listTaskIds : admin.listLaunchPlanIds;
    const page: admin.NamedEntityIdentifierList = await list(
      { project, domain, limit: PAGE, token },
      { signal },
    );
    names.push(...page.entities.map(({ name }) => name));
    // A page without entities is the last, whatever it says.
    token = page.entities.length === 0 ? "" : page.token;
  } while (token !== "");
  return names;
}

interface Of extends EntityName {
  readonly kind: PulledKind;
}

async function latestOf(
  admin: Admin,
  { kind, project, domain, name }: Of,
  signal?: Signal,
): Promise<RegisteredEntity | undefined> {
  const request = { id: { project, domain, name }, limit: 1, sortBy: NEWEST };
  if (kind === "task") {
    const [task] = (await admin.listTasks(request, { signal })).tasks;
    return task && registeredTask(task);
  }
  const [plan] = (await admin.listLaunchPlans(request, { signal })).launchPlans;
  return plan && registeredPlan(plan);
}

async function versionOf(
  admin: Admin,
  { kind, ...name }: Of & { readonly version: string },
  signal?: Signal,
): Promise<RegisteredEntity | undefined> {
  const resourceType = kind === "task" ? ResourceType.TASK : ResourceType.LAUNCH_PLAN;
  const request = { id: { ...name, resourceType } };
  try {
    return kind === "task"
      ? registeredTask(await admin.getTask(request, { signal }))
      : registeredPlan(await admin.getLaunchPlan(request, { signal }));
  } catch (error) {
    if (connectionErrors.CLUSTER_ENTITY_NOT_FOUND.is(error)) return undefined;
    throw error;
  }
}
