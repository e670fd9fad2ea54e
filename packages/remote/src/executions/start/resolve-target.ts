import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { assertOptions, isTask } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { isLaunchPlan, isReference, isWorkflow } from "@flytekit-ts/workflow/compile";
import { assertKind } from "../../entities/ids/assert-kind.js";
import type { EntityReference, RegisteredKind } from "../../entities/ids/entity-reference.js";
import { toIdentifier } from "../../entities/ids/entity-reference.js";
import { scopeOf } from "../../entities/ids/scope.js";
import { versionOf } from "../../entities/lists/get-entity.js";
import { errors } from "../../errors.js";
import type { ClusterAccess } from "../../values/cluster-access.js";
import type { ExecuteOptions } from "./execute-options.js";
import { fetchTarget } from "./fetch-target.js";
import { inputSpecs } from "./input-specs.js";
import type { Target } from "./target.js";

/** A registered entity by its name, of which this program has no types. Without a version it is the newest one. */
export interface ExecutableReference extends EntityReference {
  /** A workflow is executed through the launch plan of its name. */
  readonly kind: RegisteredKind;
  /** Not that of an entity of this program, whose inputs TypeScript checks. */
  readonly "~input"?: never;
}

const KNOWN: ReadonlySet<string> = new Set(["kind", "name", "version", "project", "domain"]);

/**
 * What to execute for what an author gives: an entity of this program, a reference, or a name.
 *
 * @throws `ENTITY_NOT_EXECUTABLE`, `OPTION_INVALID`, `CLUSTER_ENTITY_NOT_FOUND`
 */
export async function resolveTarget(
  given: unknown,
  options: ExecuteOptions,
  { connection }: Pick<ClusterAccess, "connection">,
): Promise<Target> {
  if (isEntity(given)) {
    const kind = kindOf(given);
    const id = await idOf(given, kind, options, connection);
    const words = `${kind.replace("-", " ")} ${given.name}`;
    const inputs = inputSpecs(given.interface, kind);
    const fixed = new Set(isLaunchPlan(given) ? given.fixedInputs.keys() : []);
    return { id, words, inputs, fixed, types: given.interface, entity: given };
  }
  const at = "remote.execute";
  if (!isPlainObject(given)) throw errors.ENTITY_NOT_EXECUTABLE({ given: describeValue(given) });
  assertOptions(given, KNOWN, `the reference of ${at}`);
  const { kind, name, ...reference } = given as unknown as ExecutableReference;
  // Where it runs is also where it is looked for, unless it says another place.
  const { project = options.project, domain = options.domain, version = options.version } = reference;
  const executed = assertKind(kind, at) === "task" ? "task" : "launch-plan";
  return fetchTarget(
    connection,
    { kind: executed, name, project, domain, version },
    { signal: options.signal },
  );
}

function kindOf(entity: Entity): "task" | "launch-plan" {
  if (isReference(entity)) return entity.reference.kind === "task" ? "task" : "launch-plan";
  if (isTask(entity)) return "task";
  if (isWorkflow(entity) || isLaunchPlan(entity)) return "launch-plan";
  throw errors.ENTITY_NOT_EXECUTABLE({ given: `The ${entity.kind} ${entity.name}` });
}

async function idOf(
  entity: Entity,
  kind: "task" | "launch-plan",
  options: ExecuteOptions,
  connection: ClusterAccess["connection"],
): Promise<idl.Identifier> {
  if (isReference(entity)) {
    if (options.version === undefined) return toIdentifier(kind, entity.reference);
    const wanted = "nothing for a reference, which names its version itself";
    throw coreErrors.OPTION_INVALID({
      at: "remote.execute",
      option: "version",
      wanted,
      given: options.version,
    });
  }
  const { name } = entity;
  const scope = scopeOf(connection.config, options, "remote.execute");
  const { version, signal } = options;
  return versionOf(connection, kind, { name, version, ...scope }, { signal });
}
