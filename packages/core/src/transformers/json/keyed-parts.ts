import { isMap } from "node:util/types";
import type { Storing, TypeTransformer } from "../../types/transformer.js";
import { storeInRecord } from "../../types/value-store.js";
import { type PartWork, workOnParts } from "../parts/work-on-parts.js";

/** `storing` and `load` of maps with keys of any type, if their values have them. */
export function keyedParts<K, V>(
  type: TypeTransformer<V>,
): Pick<TypeTransformer<Map<K, V>>, "storing" | "load"> {
  return {
    ...(type.storing === undefined ? {} : { storing: (map) => storingEntries(map, type) }),
    ...(type.load === undefined
      ? {}
      : {
          async load(map, store) {
            const works = [...map].map(([key, item], index) => {
              return { key, segment: `[key ${index}]`, work: async () => type.load?.(item, store) };
            });
            const loaded = new Map(map);
            await workOnParts(works, storeInRecord(store), (key, item) => loaded.set(key, item as V));
            return loaded;
          },
        }),
  };
}

function storingEntries(map: unknown, type: TypeTransformer): Storing | undefined {
  if (!isMap(map)) return undefined;
  const works: PartWork<unknown>[] = [];
  [...map].forEach(([key, item], index) => {
    const work = type.storing?.(item);
    if (work !== undefined) works.push({ key, segment: `[key ${index}]`, work });
  });
  if (works.length === 0) return undefined;
  return async (store) => {
    const stored = new Map(map);
    await workOnParts(works, storeInRecord(store), (key, item) => stored.set(key, item));
    return stored;
  };
}
