import type { Identifier } from "@flytekit-ts/models/core";

/** What tells entities apart, as a key of maps. */
export function entityKey({ resourceType, project, domain, name, version }: Identifier): string {
  return JSON.stringify([resourceType, project, domain, name, version]);
}
