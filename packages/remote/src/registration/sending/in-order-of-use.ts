import type { SerializedEntity } from "@flytekit-ts/workflow";
import { registrationErrors as errors } from "../../errors/registration-errors.js";
import { entityKey } from "../messages/entity-key.js";
import { entityWords } from "../messages/entity-words.js";
import { usedIds } from "../messages/used-ids.js";

/** Which entities wait for which, by their places in the list. */
export interface OrderOfUse {
  /** For each entity, how many others it waits for. */
  readonly waitsFor: readonly number[];
  /** For each entity, those that wait for it. */
  readonly usedBy: readonly (readonly number[])[];
}

/** Who waits for whom. What is used and not in the list must be registered before. @throws `PACKAGE_INVALID` for a cycle */
export function orderOfUse(entities: readonly SerializedEntity[]): OrderOfUse {
  const places = new Map(entities.map(({ id }, place) => [entityKey(id), place]));
  const usedBy: number[][] = entities.map(() => []);
  const waitsFor = entities.map((entity, place) => {
    const used = new Set(usedIds(entity).flatMap((id) => places.get(entityKey(id)) ?? []));
    used.delete(place);
    for (const each of used) usedBy[each]?.push(place);
    return used.size;
  });
  assertNoCycle(entities, { waitsFor, usedBy });
  return { waitsFor, usedBy };
}

function assertNoCycle(entities: readonly SerializedEntity[], { waitsFor, usedBy }: OrderOfUse): void {
  const left = [...waitsFor];
  const ready = left.flatMap((count, place) => (count === 0 ? [place] : []));
  for (let place = ready.pop(); place !== undefined; place = ready.pop()) {
    for (const next of usedBy[place] ?? []) {
      left[next] = (left[next] ?? 0) - 1;
      if (left[next] === 0) ready.push(next);
    }
  }
  const inCycle = entities.filter((_each, place) => (left[place] ?? 0) > 0);
  if (inCycle.length === 0) return;
  const words = inCycle.slice(0, 5).map(entityWords).join(", ");
  throw errors.PACKAGE_INVALID({ problem: `these entities use each other in a circle: ${words}` });
}
