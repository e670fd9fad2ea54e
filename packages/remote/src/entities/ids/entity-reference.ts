import { ResourceType } from "@flytekit-ts/core/literals";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Identifier } from "@flytekit-ts/models/core";
import type { ClusterConfig } from "../../config/cluster-config.js";
import { assertPart } from "./assert-part.js";
import { type GivenScope, type Scope, scopeOf } from "./scope.js";

/** A registered entity by its name. Without a version it is the newest one. */
export interface EntityReference extends GivenScope {
  readonly name: string;
  readonly version?: string | undefined;
}

/** An entity as callers name it: its name alone, or with version, project and domain. */
export type GivenReference = string | EntityReference;

/** The kinds of entities that a cluster registers. */
export type RegisteredKind = "task" | "workflow" | "launch-plan";

/** A reference with all that is known without asking. */
export interface ResolvedReference extends Scope {
  readonly name: string;
  /** None for the newest one. */
  readonly version: string | undefined;
}

/** How Flyte's messages number the kinds. */
export const RESOURCE_TYPES = {
  task: ResourceType.TASK,
  workflow: ResourceType.WORKFLOW,
  "launch-plan": ResourceType.LAUNCH_PLAN,
} as const;

const KNOWN: ReadonlySet<string> = new Set(["name", "version", "project", "domain"]);

/** A reference, checked. An identifier from a message is one, too. @throws `OPTION_INVALID` */
export function resolveReference(
  config: Pick<ClusterConfig, "project" | "domain">,
  given: GivenReference | Identifier,
  at: string,
): ResolvedReference {
  if (typeof given === "string") {
    return {
      name: assertPart(given, { at, option: "name" }),
      version: undefined,
      ...scopeOf(config, {}, at),
    };
  }
  if (!isIdentifier(given))
    assertOptions(given, KNOWN, at, 'Give a name, or `{ name: "a.b", version: "v1" }`.');
  const { name, version } = given;
  return {
    name: assertPart(name, { at, option: "name" }),
    version: version === undefined ? undefined : assertPart(version, { at, option: "version" }),
    ...scopeOf(config, given, at),
  };
}

function isIdentifier(given: unknown): given is Identifier {
  return typeof given === "object" && given !== null && "resourceType" in given;
}

/** The identifier of one version of an entity. */
export function toIdentifier(
  kind: RegisteredKind,
  { project, domain, name, version }: Scope & { readonly name: string; readonly version: string },
): Identifier {
  return { resourceType: RESOURCE_TYPES[kind], project, domain, name, version, org: "" };
}
