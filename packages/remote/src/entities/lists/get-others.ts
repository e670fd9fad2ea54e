import type { DescriptionEntity, NamedEntity } from "@flytekit-ts/models/admin";
import type { Connection } from "../../connection/connection.js";
import type { CallOptions } from "../../connection/unary-calls.js";
import { connectionErrors as errors } from "../../errors/connection-errors.js";
import { assertKind } from "../ids/assert-kind.js";
import {
  type GivenReference,
  type RegisteredKind,
  RESOURCE_TYPES,
  resolveReference,
} from "../ids/entity-reference.js";
import { versionOf } from "./get-entity.js";
import { type RegisteredLaunchPlan, registeredLaunchPlan } from "./registered.js";

/** The active version of a launch plan; `undefined` if none is. */
export async function getActiveLaunchPlan(
  connection: Connection,
  given: GivenReference,
  options: CallOptions = {},
): Promise<RegisteredLaunchPlan | undefined> {
  const { project, domain, name } = resolveReference(connection.config, given, "remote.activeLaunchPlan");
  const asked = { id: { project, domain, name, org: "" } };
  const plan = await unlessAbsent(connection.admin.getActiveLaunchPlan(asked, options));
  const { endpoint } = connection.config;
  return plan && registeredLaunchPlan(plan, { endpoint, call: "AdminService.GetActiveLaunchPlan" });
}

/** The documentation of one version of an entity; `undefined` if it has none. */
export async function getDescription(
  connection: Connection,
  kind: RegisteredKind,
  given: GivenReference,
  options: CallOptions = {},
): Promise<DescriptionEntity | undefined> {
  const id = await versionOf(connection, assertKind(kind, "remote.description"), given, options);
  return await unlessAbsent(connection.admin.getDescriptionEntity({ id }, options));
}

/** What is kept for the name of an entity, whatever its versions. */
export async function getNamedEntity(
  connection: Connection,
  kind: RegisteredKind,
  given: GivenReference,
  options: CallOptions = {},
): Promise<NamedEntity> {
  const at = "remote.namedEntity";
  const resourceType = RESOURCE_TYPES[assertKind(kind, at)];
  const { project, domain, name } = resolveReference(connection.config, given, at);
  return await connection.admin.getNamedEntity(
    { resourceType, id: { project, domain, name, org: "" } },
    options,
  );
}

/** What a call gives; `undefined` where the cluster does not know it. */
export async function unlessAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (errors.CLUSTER_ENTITY_NOT_FOUND.is(error)) return undefined;
    throw error;
  }
}
