import module from "node:module";
import { faultError } from "./fault-error.js";
import { type ImportContext, lookUp, readModule } from "./hooks.js";

export { loadSource } from "./load-source.js";
export { replacedImport } from "./replaced-import.js";

type Next = (specifier: string, context: ImportContext) => object;

interface Hooks {
  readonly resolve: (specifier: string, context: ImportContext, next: Next) => object;
  readonly load: (url: string, context: ImportContext, next: Next) => object;
}

// From Node 22.15 on. The types are those of Node 20.
const registerHooks = Reflect.get(module, "registerHooks") as ((hooks: Hooks) => void) | undefined;

/** Let `import` in this thread load what authors write. */
export function hookInThread(): void {
  registerHooks?.({ resolve, load });
}

function resolve(specifier: string, context: ImportContext, next: Next): object {
  if (isRequire(context)) return next(specifier, context);
  const { specifier: wanted, otherwise } = lookUp(specifier, context);
  try {
    return next(wanted, context);
  } catch (error) {
    const instead = otherwise(error);
    if (instead === undefined) throw error;
    return next(instead, context);
  }
}

function load(url: string, context: ImportContext, next: Next): object {
  const read = isRequire(context) ? undefined : readModule(url, context);
  if (read !== undefined && "problem" in read) throw faultError(read);
  return read ?? next(url, context);
}

// That is hooked elsewhere: these hooks are not called for all of it.
function isRequire({ conditions }: ImportContext): boolean {
  return conditions?.includes("require") === true;
}
