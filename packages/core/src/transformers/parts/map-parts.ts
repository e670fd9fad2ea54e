import type { Storing, TypeTransformer } from "../../types/transformer.js";
import { isPlainObject, segmentOf, setOwn } from "../../words/plain-object.js";
import { type PartWork, workOnParts } from "./work-on-parts.js";

/** `storing` and `load` of maps, if their values have them. */
export function mapParts<T>(
  type: TypeTransformer<T>,
): Pick<TypeTransformer<Record<string, T>>, "storing" | "load"> {
  return {
    ...(type.storing === undefined ? {} : { storing: (value) => storingEntries(value, type) }),
    ...(type.load === undefined
      ? {}
      : {
          async load(value, store) {
            const works = Object.entries(value).map(([key, item]) => {
              return { key, segment: segmentOf(key), work: async () => type.load?.(item, store) };
            });
            const entries = { ...value };
            await workOnParts(works, store, (key, item) => setOwn(entries, key, item as T));
            return entries;
          },
        }),
  };
}

function storingEntries(value: unknown, type: TypeTransformer): Storing | undefined {
  if (!isPlainObject(value)) return undefined;
  const works: PartWork<string>[] = [];
  for (const [key, item] of Object.entries(value)) {
    const work = type.storing?.(item);
    if (work !== undefined) works.push({ key, segment: segmentOf(key), work });
  }
  if (works.length === 0) return undefined;
  return async (store) => {
    const entries = { ...value };
    await workOnParts(works, store, (key, item) => setOwn(entries, key, item));
    return entries;
  };
}
