import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const PACKAGE = "@oxc-project/runtime/";

/**
 * Where a helper of transformed code is. It is in a package of ours, which the author need not have.
 *
 * @param parentURL to look a helper up is to import it from here
 */
export function helperOf(specifier: string, parentURL: string | undefined): string | undefined {
  if (!specifier.startsWith(PACKAGE) || parentURL === import.meta.url) return undefined;
  return pathToFileURL(createRequire(import.meta.url).resolve(specifier)).href;
}
