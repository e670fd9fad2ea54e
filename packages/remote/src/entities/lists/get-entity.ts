import type { Identifier } from "@flytekit-ts/models/core";
import type { Connection } from "../../connection/connection.js";
import type { CallOptions } from "../../connection/unary-calls.js";
import { connectionErrors as errors } from "../../errors/connection-errors.js";
import {
  type GivenReference,
  type RegisteredKind,
  type ResolvedReference,
  resolveReference,
  toIdentifier,
} from "../ids/entity-reference.js";
import { listLaunchPlans, listTasks, listWorkflows } from "./entity-lists.js";
import {
  type RegisteredLaunchPlan,
  registeredLaunchPlan,
  type RegisteredTask,
  registeredTask,
  type RegisteredWorkflow,
  registeredWorkflow,
} from "./registered.js";

/** The word that flytekit takes for the newest version. */
const LATEST = "latest";

/** A task: the version named, or the newest one. */
export async function getTask(
  connection: Connection,
  given: GivenReference | Identifier,
  options: CallOptions = {},
): Promise<RegisteredTask> {
  const id = await versionOf(connection, "task", given, options);
  const { endpoint } = connection.config;
  return registeredTask(await connection.admin.getTask({ id }, options), {
    endpoint,
    call: "AdminService.GetTask",
  });
}

/** A workflow with its compiled closure: the version named, or the newest one. */
export async function getWorkflow(
  connection: Connection,
  given: GivenReference | Identifier,
  options: CallOptions = {},
): Promise<RegisteredWorkflow> {
  const id = await versionOf(connection, "workflow", given, options);
  const { endpoint } = connection.config;
  return registeredWorkflow(await connection.admin.getWorkflow({ id }, options), {
    endpoint,
    call: "AdminService.GetWorkflow",
  });
}

/** A launch plan: the version named, or the newest one, be it active or not. */
export async function getLaunchPlan(
  connection: Connection,
  given: GivenReference | Identifier,
  options: CallOptions = {},
): Promise<RegisteredLaunchPlan> {
  const id = await versionOf(connection, "launch-plan", given, options);
  const { endpoint } = connection.config;
  return registeredLaunchPlan(await connection.admin.getLaunchPlan({ id }, options), {
    endpoint,
    call: "AdminService.GetLaunchPlan",
  });
}

/** The identifier of the version that a reference means: one call where it names none. */
export async function versionOf(
  connection: Connection,
  kind: RegisteredKind,
  given: GivenReference | Identifier,
  options: CallOptions,
): Promise<Identifier> {
  const at = AT[kind];
  const reference = resolveReference(connection.config, given, at);
  const { version } = reference;
  if (version !== undefined && version !== LATEST) return toIdentifier(kind, { ...reference, version });
  for await (const { id } of LISTED[kind](connection, newestFirst(reference, options))) return id;
  throw errors.CLUSTER_ENTITY_NOT_FOUND({
    endpoint: connection.config.endpoint,
    call: at,
    details: [],
    said: `no version of the ${kind.replace("-", " ")} ${reference.name} in ${reference.project}/${reference.domain}`,
  });
}

const AT = {
  task: "remote.task",
  workflow: "remote.workflow",
  "launch-plan": "remote.launchPlan",
} as const;

const LISTED = { task: listTasks, workflow: listWorkflows, "launch-plan": listLaunchPlans } as const;

function newestFirst({ project, domain, name }: ResolvedReference, { signal }: CallOptions) {
  return { project, domain, name, sort: { by: "createdAt" as const }, pageSize: 1, signal };
}
