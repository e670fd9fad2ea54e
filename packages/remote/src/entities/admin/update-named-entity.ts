import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Connection } from "../../connection/connection.js";
import type { CallOptions } from "../../connection/unary-calls.js";
import { assertKind } from "../ids/assert-kind.js";
import {
  type EntityReference,
  type RegisteredKind,
  RESOURCE_TYPES,
  resolveReference,
} from "../ids/entity-reference.js";

/** What changes for the name of an entity, whatever its versions. What is left out stays as it is. */
export interface NamedEntityChange extends Omit<EntityReference, "version"> {
  readonly kind: RegisteredKind;
  readonly description?: string | undefined;
  /** The console hides archived entities. */
  readonly state?: "active" | "archived" | undefined;
}

const STATES = { active: 0, archived: 1 } as const;
const KNOWN: ReadonlySet<string> = new Set(["kind", "name", "project", "domain", "description", "state"]);

/**
 * Describes or archives the name of an entity.
 *
 * flyteadmin replaces both together, so what stays is read first.
 */
export async function updateNamedEntity(
  { admin, config }: Connection,
  change: NamedEntityChange,
  options: CallOptions = {},
): Promise<void> {
  const at = "remote.updateNamedEntity";
  assertOptions(change, KNOWN, at);
  const { kind, description, state, ...reference } = change;
  const resourceType = RESOURCE_TYPES[assertKind(kind, at)];
  if (description !== undefined && typeof description !== "string") {
    throw coreErrors.OPTION_INVALID({ at, option: "description", wanted: "a text", given: description });
  }
  if (state !== undefined && !Object.hasOwn(STATES, state)) {
    throw coreErrors.OPTION_INVALID({ at, option: "state", wanted: '"active" or "archived"', given: state });
  }
  const { project, domain, name } = resolveReference(config, reference, at);
  const id = { project, domain, name, org: "" };
  const { metadata: was } = await admin.getNamedEntity({ resourceType, id }, options);
  const metadata = {
    description: description ?? was?.description ?? "",
    state: state === undefined ? (was?.state ?? STATES.active) : STATES[state],
  };
  await admin.updateNamedEntity({ resourceType, id, metadata }, options);
}
