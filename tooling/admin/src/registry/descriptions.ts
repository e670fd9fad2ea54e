import type { DescriptionEntity } from "@flytekit-ts/models/admin";
import type { Identifier } from "@flytekit-ts/models/core";
import { failedQuery } from "../query/values.js";
import type { Backend } from "../state/backend.js";
import { keyOf } from "../state/table.js";
import { descriptionEntities } from "./tables.js";

/** The key of a description: that of its entity, with its kind. */
export function descriptionKey(id: Identifier): string {
  return keyOf(id.resourceType, id.project, id.domain, id.name, id.version);
}

/**
 * Keeps what an entity says of itself, if it says something.
 *
 * @returns its short text
 * @throws Refusal UNKNOWN for NUL, which PostgreSQL does not keep in texts
 */
export function describeEntity(
  { state, clock }: Backend,
  id: Identifier,
  description: DescriptionEntity | undefined,
): string {
  if (description === undefined) return "";
  const { shortDescription, sourceCode } = description;
  for (const text of [shortDescription, sourceCode?.link ?? ""])
    if (text.includes("\0")) throw failedQuery('invalid byte sequence for encoding "UTF8": 0x00');
  const at = clock.timestamp();
  const row = { id, description: { ...description, id }, createdAt: at, updatedAt: at };
  state.table(descriptionEntities).insert(descriptionKey(id), row);
  return shortDescription;
}
