import type { LoadHook, ResolveHook } from "node:module";
import { lookUp, readModule } from "../sources/hooks/hooks.js";

export { loadSource } from "../sources/hooks/load-source.js";
export { replacedImport } from "../sources/hooks/replaced-import.js";

// What Node loads into a thread of its own, where it cannot run hooks in the thread that they are for.

export const resolve: ResolveHook = async (specifier, context, next) => {
  const { specifier: wanted, otherwise } = lookUp(specifier, context);
  try {
    return await next(wanted, context);
  } catch (error) {
    const instead = otherwise(error);
    if (instead === undefined) throw error;
    return next(instead, context);
  }
};

export const load: LoadHook = async (url, context, next) => {
  const read = readModule(url, context);
  return read ?? next(url, context);
};
