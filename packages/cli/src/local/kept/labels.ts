import type { FoundEntity } from "../../sources/found-entity.js";

/** The names of the labels that say where the entity of a run is from. */
export const FILE = "tsflyte.file";
export const EXPORT = "tsflyte.export";

/** The labels of a run of an entity, by which it is found again to go on. */
export function labelsOf(found: FoundEntity & { readonly file: string }): Readonly<Record<string, string>> {
  return { [FILE]: found.file, [EXPORT]: found.export };
}
