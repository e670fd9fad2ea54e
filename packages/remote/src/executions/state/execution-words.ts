import type { ExecutionId } from "@flytekit-ts/core";

/** An execution in messages: `orchard/development/a1b2c3`. */
export function executionWords({ project, domain, name }: ExecutionId): string {
  return `${project}/${domain}/${name}`;
}
