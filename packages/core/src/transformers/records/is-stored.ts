import type { TypeTransformer } from "../../types/transformer.js";

type Method = "storing" | "load";

/**
 * Whether values of a type, or of a type inside it, take more than their literal. A record that is declared later has
 * `storing` and `load` in any case, so they say nothing.
 */
export function isStored(type: TypeTransformer, method: Method): boolean {
  const seen = new Set<TypeTransformer>();
  const waiting = [type];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const own = next.resolve?.() ?? next;
    if (own[method] === undefined || seen.has(own)) continue;
    seen.add(own);
    if (own.members === undefined) return true;
    waiting.push(...partsOf(own.members));
  }
  return false;
}

function partsOf(members: NonNullable<TypeTransformer["members"]>): Iterable<TypeTransformer> {
  switch (members.kind) {
    case "record":
      return members.fields.values();
    case "list":
      return [members.element];
    case "map":
      return [members.value];
    default:
      return members.variants;
  }
}
