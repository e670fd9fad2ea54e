import { coreErrors } from "@flytekit-ts/core/errors";
import type { ClusterConfig } from "../../config/cluster-config.js";
import { assertPart } from "./assert-part.js";

/** Where entities and executions are. */
export interface Scope {
  readonly project: string;
  readonly domain: string;
}

/** A scope as callers give it: what is left out is that of the configuration. */
export interface GivenScope {
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
}

/** The scope of a call. @throws `OPTION_INVALID` if a part is neither given nor configured */
export function scopeOf(
  config: Pick<ClusterConfig, "project" | "domain">,
  given: GivenScope,
  at: string,
): Scope {
  return {
    project: partOf(given.project ?? config.project, "project", at),
    domain: partOf(given.domain ?? config.domain, "domain", at),
  };
}

function partOf(value: unknown, option: "project" | "domain", at: string): string {
  if (value !== undefined) return assertPart(value, { at, option });
  throw coreErrors.OPTION_INVALID({
    ...{ at, option, wanted: `a ${option}`, given: value },
    advice: `Give the ${option} here, or once to \`connect\`.`,
  });
}
