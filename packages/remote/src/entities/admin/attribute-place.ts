import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { ClusterConfig } from "../../config/cluster-config.js";
import { assertPart } from "../ids/assert-part.js";

/** What attributes hold for: a project, a domain of it, or a workflow in that. */
export interface AttributePlace {
  /** By default that of the configuration. */
  readonly project?: string | undefined;
  /** Without it, the whole project. It is not taken from the configuration. */
  readonly domain?: string | undefined;
  /** The name of a workflow, whatever its versions. It needs a domain. */
  readonly workflow?: string | undefined;
}

/** A place, checked. */
export type SettledPlace =
  | { readonly of: "project"; readonly project: string }
  | { readonly of: "domain"; readonly project: string; readonly domain: string }
  | { readonly of: "workflow"; readonly project: string; readonly domain: string; readonly workflow: string };

const KNOWN: ReadonlySet<string> = new Set(["project", "domain", "workflow"]);

/** Where attributes hold. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function placeOf(
  config: Pick<ClusterConfig, "project">,
  given: AttributePlace,
  at: string,
): SettledPlace {
  assertOptions(given, KNOWN, at, 'Say what they hold for: `{ project: "orchard", domain: "production" }`.');
  const project = assertPart(given.project ?? config.project, { at, option: "project" });
  if (given.domain === undefined) {
    if (given.workflow === undefined) return { of: "project", project };
    const wanted = "a domain, since it takes a workflow";
    throw coreErrors.OPTION_INVALID({ at, option: "domain", wanted, given: given.domain });
  }
  const domain = assertPart(given.domain, { at, option: "domain" });
  if (given.workflow === undefined) return { of: "domain", project, domain };
  return {
    of: "workflow",
    project,
    domain,
    workflow: assertPart(given.workflow, { at, option: "workflow" }),
  };
}
