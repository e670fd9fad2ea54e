import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Entity } from "@flytekit-ts/core";
import { isEntity } from "@flytekit-ts/core/graph";
import { isTaskMap } from "@flytekit-ts/workflow/compile";
import { moduleResolver } from "@flytekit-ts/workflow/serialize";
import type { Modules } from "../process/prepare.js";
import { bundle, type Entries } from "./bundle.js";
import { fileOfModule } from "./file-of-module.js";

/** The twins of rows, and the modules in which containers find them. */
export interface TwinModules {
  /** By `<module>.<variable>` of Python. */
  readonly twins: Readonly<Record<string, Entity>>;
  readonly modules: Modules;
}

/** What a container is told to look for: of a map, its task. */
export function taskNameOf(entity: Entity): string {
  return isTaskMap(entity) ? entity.target.name : entity.name;
}

/**
 * Load a module whose export `twins` maps `<module>.<variable>` to our tasks, and make a file for each Python module.
 *
 * Such a file has all that is exported where the twins of that module are declared, so that one of them can fail when
 * it is imported without the others. Where the exports do not lead to each twin, it has the twins themselves.
 */
export async function readTwinModules(path: string): Promise<TwinModules> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "twins-")));
  try {
    await bundle(new Map([["twins", { text: `export * from ${JSON.stringify(path)};` }]]), folder, "inline");
    const twins = twinsIn(await importFile(join(folder, "twins.mjs")), path);
    const byModule = grouped(twins);
    await bundle(entriesOf(byModule, (each) => declaringFiles(each)), folder);
    const hidden = await unreachable(byModule, folder);
    if (hidden.size > 0) await bundle(new Map([...hidden].map(([module, each]) => [module, listing(path, each)])), folder);
    const modules = [...byModule.keys()].map((module): [string, Uint8Array] => [
      module,
      readFileSync(join(folder, fileOfModule(module))),
    ]);
    return { twins, modules: new Map(modules) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Twins = ReadonlyMap<string, Entity>;
type ByModule = ReadonlyMap<string, Twins>;

async function importFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
}

function twinsIn(exported: Readonly<Record<string, unknown>>, path: string): Readonly<Record<string, Entity>> {
  const twins = exported["twins"];
  if (typeof twins !== "object" || twins === null) throw new Error(`${path} has no export \`twins\``);
  for (const [name, entity] of Object.entries(twins)) {
    if (!isEntity(entity)) throw new Error(`${path}: the twin of ${name} is no task`);
  }
  return twins as Readonly<Record<string, Entity>>;
}

function grouped(twins: Readonly<Record<string, Entity>>): ByModule {
  const byModule = new Map<string, Map<string, Entity>>();
  for (const [name, entity] of Object.entries(twins)) {
    const module = name.slice(0, name.lastIndexOf("."));
    const known = byModule.get(module) ?? new Map<string, Entity>();
    byModule.set(module, known.set(name, entity));
  }
  return byModule;
}

function entriesOf(byModule: ByModule, filesOf: (twins: Twins) => readonly string[]): Entries {
  return new Map(
    [...byModule].map(([module, twins]) => [
      module,
      { text: filesOf(twins).map((file) => `export * from ${JSON.stringify(file)};`).join("\n") },
    ]),
  );
}

function declaringFiles(twins: Twins): readonly string[] {
  const files = [...twins.values()].map(({ definedAt }) => definedAt.location?.file);
  return [...new Set(files.filter((file) => file !== undefined))];
}

async function unreachable(byModule: ByModule, folder: string): Promise<ByModule> {
  const resolver = moduleResolver(folder);
  const hidden = new Map<string, Twins>();
  for (const [module, twins] of byModule) {
    const file = fileOfModule(module);
    const names = [...twins.values()].map(taskNameOf);
    const found = names.map((name) => resolver.loadTask(["task-module", file, "task-name", name]));
    const settled = await Promise.allSettled(found);
    if (settled.some(({ status }) => status === "rejected")) hidden.set(module, twins);
  }
  return hidden;
}

function listing(path: string, twins: Twins): { readonly text: string } {
  const source = JSON.stringify(path);
  const members = [...twins.keys()].map((name, index) => `export const twin${index} = twins[${JSON.stringify(name)}];`);
  return { text: [`import { twins } from ${source};`, `export * from ${source};`, ...members].join("\n") };
}
