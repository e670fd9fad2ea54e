import type { ExecutionId } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { ClusterConfig } from "../../config/cluster-config.js";
import { assertPart } from "../../entities/ids/assert-part.js";
import { scopeOf } from "../../entities/ids/scope.js";

/** An execution as it is given: its name, with the configured project and domain unless it says others. */
export type GivenExecution =
  | string
  | { readonly project?: string | undefined; readonly domain?: string | undefined; readonly name: string };

/** The whole id of an execution. @throws `OPTION_INVALID` */
export function toExecutionId(given: GivenExecution, config: ClusterConfig, at: string): ExecutionId {
  const parts: unknown = typeof given === "string" ? { name: given } : given;
  if (typeof parts !== "object" || parts === null)
    throw coreErrors.OPTION_INVALID({
      ...{ at, option: "execution", wanted: "the name of an execution, or an object with it", given },
      advice: 'Write `"f4a1b2c3d4"`, or `{ project, domain, name }`.',
    });
  const { project, domain, name } = parts as Partial<ExecutionId>;
  return {
    ...scopeOf(config, { project, domain }, at),
    name: assertPart(name, { at, option: "name" }),
  };
}

/** Whether two ids are of one execution. */
export function isSameExecution(a: ExecutionId, b: ExecutionId): boolean {
  return a.project === b.project && a.domain === b.domain && a.name === b.name;
}
