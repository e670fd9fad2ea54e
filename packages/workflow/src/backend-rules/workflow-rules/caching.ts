import { coreErrors } from "@flytekit-ts/core/errors";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import type { EntityRule } from "./rule.js";

/**
 * A task that is cached has a cache version. It can be registered without one, but then every cache lookup fails when
 * the task runs.
 */
export const caching: EntityRule = ({ reference: { id, entity }, site }) => {
  const metadata = entity?.kind === "task" ? entity.template.metadata : undefined;
  if (metadata?.discoverable !== true || metadata.discoveryVersion.trim() !== "") return NO_PROBLEMS;
  return [toProblem(coreErrors.CACHE_VERSION_MISSING({ at: `Task ${id.name}` }), { nodeId: site.id })];
};
