import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Entity } from "@flytekit-ts/core";
import { isEntity } from "@flytekit-ts/core/graph";
import { isTaskMap } from "@flytekit-ts/workflow/compile";
import { allTasks } from "@flytekit-ts/workflow/serialize";
import type { Modules } from "../process/prepare.js";
import { bundle } from "./bundle.js";
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
    const from = JSON.stringify(path);
    await bundle(new Map([["twins", { text: `export * from ${from};` }]]), folder, "inline");
    const twins = twinsIn(await importFile(join(folder, "twins.mjs")), path);
    const byModule = grouped(twins);
    const files = new Map([...byModule].map(([module, each]) => [module, declaringFiles(each)]));
    const hidden = await unreachable(byModule, files, folder);
    const texts = [...byModule].map(([module, each]): [string, { readonly text: string }] => [
      module,
      { text: hidden.has(module) ? listing(from, each) : exportsOf(files.get(module) ?? []) },
    ]);
    await bundle(new Map(texts), folder);
    const modules = texts.map(([module]): [string, Uint8Array] => [
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

function twinsIn(
  exported: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<Record<string, Entity>> {
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

function exportsOf(files: readonly string[]): string {
  return files.map((file) => `export * from ${JSON.stringify(file)};`).join("\n");
}

function declaringFiles(twins: Twins): readonly string[] {
  const files = [...twins.values()].map(({ definedAt }) => definedAt.location?.file);
  return [...new Set(files.filter((file) => file !== undefined))];
}

/** The modules some twin of which no export of its declaring files leads to. */
async function unreachable(
  byModule: ByModule,
  files: ReadonlyMap<string, readonly string[]>,
  folder: string,
): Promise<ReadonlySet<string>> {
  const all = [...new Set([...files.values()].flat())];
  const text = all.map((file, index) => `export * as m${index} from ${JSON.stringify(file)};`).join("\n");
  await bundle(new Map([["files", { text }]]), folder);
  const imported = await importFile(join(folder, "files.mjs"));
  const namesIn = new Map(all.map((file, index) => [file, tasksIn(imported[`m${index}`])]));
  const isHidden = (module: string, twins: Twins): boolean => {
    const names = new Set((files.get(module) ?? []).flatMap((file) => namesIn.get(file) ?? []));
    return [...twins.values()].some((twin) => !names.has(taskNameOf(twin)));
  };
  return new Set([...byModule].flatMap(([module, twins]) => (isHidden(module, twins) ? [module] : [])));
}

function tasksIn(exported: unknown): readonly string[] {
  return Object.values(exported ?? {})
    .filter((each): each is Entity => isEntity(each))
    .flatMap((entity) => allTasks(entity))
    .map(({ name }) => name);
}

function listing(source: string, twins: Twins): string {
  const members = [...twins.keys()].map(
    (name, index) => `export const twin${index} = twins[${JSON.stringify(name)}];`,
  );
  return [`import { twins } from ${source};`, `export * from ${source};`, ...members].join("\n");
}
