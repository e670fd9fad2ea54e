import type { Signal } from "@flytekit-ts/core/storage";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Connection } from "../../connection/connection.js";
import { connectionErrors } from "../../errors/connection-errors.js";
import type { Difference } from "../../errors/parts/difference.js";
import { differencesOf, fetchedDifferences } from "../differences/differences-of.js";
import { requestOf } from "../messages/request-of.js";
import type { RegisteredEntity } from "../terms/registration.js";

/** What became of an entity: registered, or refused for another structure under the same identifier. */
export type Created =
  | { readonly outcome: RegisteredEntity["outcome"] }
  | {
      readonly outcome: "differs";
      readonly differences: readonly Difference[];
      readonly said: string;
      readonly cause: Error;
    };

/** Registers one entity. @throws the errors of calls */
export async function createEntity(
  connection: Connection,
  entity: SerializedEntity,
  signal: Signal | undefined,
): Promise<Created> {
  const answer = await createOnce(connection, entity, signal);
  if (answer.outcome !== "exists") return answer;
  if (answer.isCompared) return { outcome: "unchanged" };
  // Two callers registered it at the same time, and the database refused the second. Now that it is there, the
  // structures are compared.
  const again = await createOnce(connection, entity, signal);
  if (again.outcome !== "exists") return again;
  if (again.isCompared) return { outcome: "unchanged" };
  const differences = await fetchedDifferences(connection, entity, signal);
  if (differences.length === 0) return { outcome: "unchanged" };
  const { said, cause } = again;
  return { outcome: "differs", differences, said, cause };
}

type Answer =
  | Created
  | {
      readonly outcome: "exists";
      readonly isCompared: boolean;
      readonly said: string;
      readonly cause: Error;
    };

async function createOnce(
  connection: Connection,
  entity: SerializedEntity,
  signal: Signal | undefined,
): Promise<Answer> {
  try {
    await send(connection, entity, signal);
    return { outcome: "created" };
  } catch (error) {
    if (connectionErrors.CLUSTER_ENTITY_EXISTS.is(error)) {
      const { said } = error.params;
      return { outcome: "exists", isCompared: said.includes("identical structure"), said, cause: error };
    }
    if (
      connectionErrors.CLUSTER_REFUSED.is(error) &&
      error.params.said.includes("different structure already exists")
    ) {
      const { said } = error.params;
      const differences = await differencesOf(connection, entity, { said, signal });
      return { outcome: "differs", differences, said, cause: error };
    }
    if (connectionErrors.CLUSTER_TIMED_OUT.is(error))
      return silentAnswer(connection, entity, { error, signal });
    throw error;
  }
}

/**
 * What a cluster that did not answer may have meant: Node never gives out words of more than 64 kB, and the difference from
 * what is registered may be longer.
 *
 * @throws the error itself, where the entity is not registered, or is the same
 */
async function silentAnswer(
  connection: Connection,
  entity: SerializedEntity,
  { error, signal }: { readonly error: Error; readonly signal: Signal | undefined },
): Promise<Answer> {
  const differences = await fetchedDifferences(connection, entity, signal).catch((cause: unknown) => {
    if (connectionErrors.CLUSTER_ENTITY_NOT_FOUND.is(cause)) return [];
    throw cause;
  });
  if (differences.length === 0) throw error;
  return { outcome: "differs", differences, said: "", cause: error };
}

async function send(
  { admin }: Connection,
  entity: SerializedEntity,
  signal: Signal | undefined,
): Promise<void> {
  const { kind, id, message } = entity;
  const options = { signal, bytes: requestOf(entity) };
  if (kind === "task") await admin.createTask({ id, spec: message }, options);
  else if (kind === "workflow") await admin.createWorkflow({ id, spec: message }, options);
  else await admin.createLaunchPlan({ id, spec: message.spec }, options);
}
