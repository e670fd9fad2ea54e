import type * as NodeFs from "node:fs";
import type * as NodePath from "node:path";

/** Node's file system. Asked for when it is needed: importing a workflow must not load it. */
export const nodeFs = (): typeof NodeFs => process.getBuiltinModule("node:fs");

/** Node's paths. */
export const nodePath = (): typeof NodePath => process.getBuiltinModule("node:path");

/**
 * A name for a file that is there for a moment, in the form of `randomName`. It is made without `node:crypto`, which takes
 * five milliseconds to load: more than a small task takes. Whoever uses it must not overwrite what has the name already.
 */
export function momentaryName(): string {
  const part = (): string => Math.floor(Math.random() * 2 ** 32).toString(16);
  return [part(), part(), part(), part()].map((each) => each.padStart(8, "0")).join("");
}

/** A name that nothing else has. */
export const randomName = (): string =>
  process.getBuiltinModule("node:crypto").randomBytes(16).toString("hex");
