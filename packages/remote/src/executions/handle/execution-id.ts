import type { ExecutionId } from "@flytekit-ts/core";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { ClusterConfig } from "../../config/cluster-config.js";
import { assertPart } from "../../entities/ids/assert-part.js";
import { scopeOf } from "../../entities/ids/scope.js";

const KNOWN: ReadonlySet<string> = new Set(["project", "domain", "name", "org"]);
const AT = "remote.execution";

/** The id of an execution, by its name or whole. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function toExecutionId(config: ClusterConfig, given: unknown): ExecutionId {
  if (typeof given === "string") {
    return { ...scopeOf(config, {}, AT), name: assertPart(given, { at: AT, option: "name" }) };
  }
  assertOptions(given, KNOWN, AT, 'Give a name, or `{ project, domain, name }`.');
  const { name, project, domain } = given as Partial<ExecutionId>;
  return { ...scopeOf(config, { project, domain }, AT), name: assertPart(name, { at: AT, option: "name" }) };
}

/** What has the types of an execution. @throws `OPTION_INVALID` */
export function entityWithTypes(given: unknown): Entity | undefined {
  if (given === undefined || isEntity(given)) return given;
  const wanted = "a task, workflow, launch plan or reference";
  throw coreErrors.OPTION_INVALID({ at: AT, option: "entity", wanted, given, inWords: describeValue(given) });
}
