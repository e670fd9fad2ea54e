import { posix } from "node:path";

/**
 * Why a module could not be imported, without the file of this package that imported it: to an author it is noise.
 *
 * @param module the path of the module, as the author has written it
 */
export function withoutImporter(problem: string, module: string): string {
  const [, told, missing = ""] = /^(Cannot find module '([^']*)') imported from [^\n]*$/.exec(problem) ?? [];
  return told !== undefined && missing.endsWith(posix.normalize(module)) ? told : problem;
}
