import type { ExecutionSpec } from "@flytekit-ts/models/admin";

/** A row of what flyteadmin calls tags of executions. */
export interface ExecutionTag {
  readonly key: string;
  readonly value: string;
}

/** Labels with their values, and what the API calls tags without one. */
export function executionTagsOf({ labels, tags }: ExecutionSpec): readonly ExecutionTag[] {
  const labelled = [...(labels?.values ?? [])].map(([key, value]) => ({ key, value }));
  return [...labelled, ...tags.map((key) => ({ key, value: "" }))];
}
