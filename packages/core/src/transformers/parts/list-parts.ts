import { isList } from "../../words/plain-object.js";
import type { Storing, TypeTransformer } from "../../types/transformer.js";
import { type PartWork, workOnParts } from "./work-on-parts.js";

/** `storing` and `load` of lists, if their elements have them. */
export function listParts<T>(element: TypeTransformer<T>): Pick<TypeTransformer<T[]>, "storing" | "load"> {
  return {
    ...(element.storing === undefined ? {} : { storing: (value) => storingItems(value, element) }),
    ...(element.load === undefined
      ? {}
      : {
          async load(value, store) {
            const works = value.map((item, key) => {
              return { key, segment: `[${key}]`, work: async () => element.load?.(item, store) };
            });
            const items = [...value];
            await workOnParts(works, store, (key, item) => (items[key] = item as T));
            return items;
          },
        }),
  };
}

function storingItems(value: unknown, element: TypeTransformer): Storing | undefined {
  if (!isList(value)) return undefined;
  const works: PartWork<number>[] = [];
  for (const [key, item] of value.entries()) {
    const work = element.storing?.(item);
    if (work !== undefined) works.push({ key, segment: `[${key}]`, work });
  }
  if (works.length === 0) return undefined;
  return async (store) => {
    const items: unknown[] = [...value];
    await workOnParts(works, store, (key, item) => (items[key] = item));
    return items;
  };
}
