import { isPlainObject } from "@flytekit-ts/core/types";

/** What in `{...}` of a text is a name with a dot: the others stay as they are. */
export const NAMED = /\{([^}]*\.[^}]*)\}/g;
const INPUT = /^inputs\.(\w+)$/;

/** The texts in braces of some data that flytekit takes for names: `inputs.day`. Names of properties are not filled in. */
export function namesIn(data: unknown): readonly string[] {
  if (typeof data === "string") return [...data.matchAll(NAMED)].map(([, name = ""]) => name);
  if (Array.isArray(data)) return data.flatMap(namesIn);
  return isPlainObject(data) ? Object.values(data).flatMap(namesIn) : [];
}

/** The input that a name is for: `day` for `inputs.day`; undefined for any other name. */
export function inputNamed(name: string): string | undefined {
  return INPUT.exec(name)?.[1];
}
