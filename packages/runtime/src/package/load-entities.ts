import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { textOf } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { packErrors } from "../errors/pack-errors.js";
import { withoutImporter } from "../errors/without-importer.js";

/**
 * The entities that modules export, in the order of the modules, and of one module in the order of their declarations.
 *
 * Whoever packages a project from a command line names modules; an author passes entities to `packageEntities`.
 *
 * @throws `MODULE_UNLOADABLE`, `PACKAGE_EMPTY`, and `VERSIONS_MIXED` for entities of another copy of the packages
 */
export async function loadEntities(modules: readonly string[], root = "."): Promise<readonly Entity[]> {
  if (modules.length === 0) throw packErrors.PACKAGE_EMPTY({ what: "no module was named" });
  const found = new Set<Entity>();
  for (const module of modules) {
    const exported = await load(module, root);
    for (const entity of Object.values(exported).filter(isEntity).sort(byDeclaration)) found.add(entity);
  }
  if (found.size === 0) {
    throw packErrors.PACKAGE_EMPTY({ what: `${modules.join(", ")} export no task, workflow or launch plan` });
  }
  return [...found];
}

async function load(module: string, root: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(resolve(root, module)).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw packErrors.MODULE_UNLOADABLE(
      { module, problem: withoutImporter(textOf(cause), module) },
      { cause },
    );
  }
}

// The names of a module's exports come in alphabetical order, which says nothing.
function byDeclaration(
  { definedAt: { location: a } }: Entity,
  { definedAt: { location: b } }: Entity,
): number {
  if (a === undefined || b === undefined || a.file !== b.file) return 0;
  return a.line - b.line || a.column - b.column;
}
