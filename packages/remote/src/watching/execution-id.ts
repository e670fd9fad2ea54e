import type { ClusterConfig } from "../config/cluster-config.js";
import { watchingErrors as errors } from "../errors/watching-errors.js";

/** Where an execution is. */
export interface ExecutionId {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
}

/** An execution as it is given: its name, with the configured project and domain unless it says others. */
export type GivenExecution =
  | string
  | { readonly project?: string | undefined; readonly domain?: string | undefined; readonly name: string };

/** The whole id of an execution. @throws `EXECUTION_ID_INVALID` */
export function toExecutionId(given: GivenExecution, config: ClusterConfig): ExecutionId {
  const parts: unknown = typeof given === "string" ? { name: given } : given;
  if (typeof parts !== "object" || parts === null)
    throw errors.EXECUTION_ID_INVALID({ problem: `an execution is a name, or an object with one, not ${typeof given}` });
  const { project = config.project, domain = config.domain, name } = parts as Partial<ExecutionId>;
  const id = { project, domain, name };
  for (const [part, value] of Object.entries(id))
    if (typeof value !== "string" || value === "")
      throw errors.EXECUTION_ID_INVALID({ problem: `its ${part} is missing` });
  return id as ExecutionId;
}

/** Whether two ids are of one execution. */
export function isSameExecution(a: ExecutionId, b: ExecutionId): boolean {
  return a.project === b.project && a.domain === b.domain && a.name === b.name;
}
