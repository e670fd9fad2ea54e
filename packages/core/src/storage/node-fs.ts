import type * as NodeFs from "node:fs";
import type * as NodePath from "node:path";

/** Node's file system. Asked for when it is needed: importing a workflow must not load it. */
export const nodeFs = (): typeof NodeFs => process.getBuiltinModule("node:fs");

/** Node's paths. */
export const nodePath = (): typeof NodePath => process.getBuiltinModule("node:path");

/** A name that nothing else has. */
export const randomName = (): string =>
  process.getBuiltinModule("node:crypto").randomBytes(16).toString("hex");
