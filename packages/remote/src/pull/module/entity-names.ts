import { identifierOf, type Names } from "../text/identifiers.js";
import type { RegisteredEntity } from "../source/pull-source.js";

/**
 * What each entity is called in the module: by the last part of its name, or where several have that, by the whole. In order
 * of their names, so that the same entities have the same names every time.
 */
export function entityNames(
  entities: readonly RegisteredEntity[],
  names: Names,
): ReadonlyMap<RegisteredEntity, string> {
  const short = new Map(entities.map((entity) => [entity, shortOf(entity)]));
  const counts = new Map<string, number>();
  for (const name of short.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const chosen = new Map<RegisteredEntity, string>();
  // First those that need no other name, so that a newcomer does not take it.
  for (const [entity, name] of short) if (counts.get(name) === 1) chosen.set(entity, names.take(name));
  for (const [entity, name] of short) {
    if (counts.get(name) === 1) continue;
    const whole = identifierOf(entity.name);
    chosen.set(entity, names.take(whole, entity.kind === "task" ? `${whole}Task` : `${whole}Plan`));
  }
  return chosen;
}

function shortOf({ name }: RegisteredEntity): string {
  const parts = name.split(".");
  return identifierOf(parts.at(-1) ?? "") || identifierOf(name) || "entity";
}
