import type { Identifier } from "@flytekit-ts/models/core";
import { isLaunchPlan, type LaunchPlanEntity } from "@flytekit-ts/workflow/compile";
import type { Connection } from "../connection/connection.js";
import type { CallOptions } from "../connection/unary-calls.js";
import { type GivenReference, resolveReference } from "../entities/ids/entity-reference.js";
import { versionOf } from "../entities/lists/get-entity.js";
import { getActiveLaunchPlan } from "../entities/lists/get-others.js";

/** A launch plan as callers name it: by reference, identifier, or as the entity that they declared. */
export type GivenPlan = GivenReference | Identifier | LaunchPlanEntity;

/** Makes a version of a launch plan the active one, in place of the one before: the version named, or the newest. */
export async function activate(
  connection: Connection,
  given: GivenPlan,
  options: CallOptions = {},
): Promise<Identifier> {
  const id = await versionOf(connection, "launch-plan", named(given), options);
  await connection.admin.updateLaunchPlan({ id, state: 1 }, options);
  return id;
}

/** Makes a version of a launch plan inactive: the version named, or the active one. `undefined` if none is active. */
export async function deactivate(
  connection: Connection,
  given: GivenPlan,
  options: CallOptions = {},
): Promise<Identifier | undefined> {
  const reference = resolveReference(connection.config, named(given), "remote.deactivate");
  const id =
    reference.version === undefined
      ? (await getActiveLaunchPlan(connection, reference, options))?.id
      : await versionOf(connection, "launch-plan", reference, options);
  if (id !== undefined) await connection.admin.updateLaunchPlan({ id, state: 0 }, options);
  return id;
}

function named(given: GivenPlan): GivenReference | Identifier {
  return isLaunchPlan(given) ? given.name : given;
}
