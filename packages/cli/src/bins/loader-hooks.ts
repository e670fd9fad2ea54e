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
  // Here nobody else needs the catalogue, and it takes longer to load than the hooks.
  if (read !== undefined && "problem" in read)
    throw (await import("../sources/hooks/fault-error.js")).faultError(read);
  return read ?? next(url, context);
};
