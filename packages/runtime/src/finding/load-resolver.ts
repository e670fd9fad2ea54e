import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { textOf } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";
import { withoutImporter } from "../errors/without-importer.js";
import { namedResolver } from "./named-resolver.js";
import type { Resolver } from "./resolver.js";

/**
 * The resolver that `--resolver` names, as `module#export`; without it, the one that finds tasks by module and name.
 *
 * @throws `RESOLVER_NOT_LOADED`
 */
export async function loadResolver(
  location: string | undefined,
  roots: readonly string[],
): Promise<Resolver> {
  if (location === undefined) return namedResolver(roots);
  const failed = (problem: string, cause?: unknown): Error =>
    errors.RESOLVER_NOT_LOADED({ resolver: location, problem }, { cause });
  const end = location.lastIndexOf("#");
  if (end <= 0 || end === location.length - 1) throw failed("it names no export of a module");
  const [module, name] = [location.slice(0, end), location.slice(end + 1)];
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(urlOf(module, roots))) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw failed(withoutImporter(textOf(cause), basename(module)), cause);
  }
  const resolver = Object.hasOwn(exported, name) ? exported[name] : undefined;
  if (!isResolver(resolver)) throw failed(`the module exports no resolver ${name}`);
  return resolver;
}

function isResolver(value: unknown): value is Resolver {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "loadTask") === "function";
}

/** A file below one of the roots, or a package that is installed there, or beside this one. */
function urlOf(module: string, roots: readonly string[]): string {
  for (const root of roots) {
    const file = resolve(root, module);
    if (existsSync(file)) return pathToFileURL(file).href;
  }
  for (const root of roots) {
    try {
      return pathToFileURL(createRequire(join(resolve(root), "any.js")).resolve(module)).href;
    } catch {
      // It is looked for elsewhere, and the last place says what is wrong.
    }
  }
  // What is named as a file is looked for where the image has files, and not beside this program.
  return /^\.{0,2}\//.test(module) ? pathToFileURL(resolve(roots[0] ?? ".", module)).href : module;
}
