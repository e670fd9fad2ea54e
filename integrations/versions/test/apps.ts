import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Downstream, install, packWhole, type Registry, run } from "@flytekit-ts/downstream";

const FOLDER = join(import.meta.dirname, "..");

/** How one attempt of an app ended: with a value, with an error of ours, or with one of JavaScript's. */
export interface Outcome {
  readonly value?: unknown;
  readonly code?: string;
  readonly message?: string;
  readonly native?: string;
}

/** How attempts ended, by their names in `app/attempts.js`. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** The versions that an app asks for. Those of the plugin are those of its own copies. */
export interface Versions {
  readonly workflow: string;
  readonly localExec: string;
  readonly plugin: string;
}

/** Install the app in these versions. Returns its folder. */
export async function installApp(
  downstream: Downstream,
  registry: Registry,
  { workflow, localExec, plugin }: Versions,
): Promise<string> {
  const folder = downstream.copy(join(FOLDER, "app"), `app-${workflow}-${localExec}-${plugin}`);
  await installIn(folder, registry, {
    "@acme/plugin": plugin,
    "@flytekit-ts/core": workflow,
    "@flytekit-ts/workflow": workflow,
    "@flytekit-ts/local-exec": localExec,
  });
  return folder;
}

/** Install these versions in a folder. */
export async function installIn(
  folder: string,
  registry: Registry,
  dependencies: Readonly<Record<string, string>>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", dependencies }));
  const scopes = `${registry.npmrc("@flytekit-ts")}${registry.npmrc("@acme")}`;
  // What npm remembers of a registry may be of an earlier one on this port.
  writeFileSync(join(folder, ".npmrc"), `${scopes}prefer-online=true\n`);
  await install(folder);
}

/** Run an app's attempts. */
export async function outcomesIn(folder: string): Promise<Outcomes> {
  return JSON.parse(await run(process.execPath, ["attempts.js"], folder)) as Outcomes;
}

/**
 * Pack the plugin in a version, as a package that brings core and workflow of its own version, or as one that takes
 * them as peers.
 */
export async function packPlugin(
  { root }: Downstream,
  version: string,
  kind: "dependencies" | "peerDependencies" = "dependencies",
): Promise<string> {
  const target = join(root, `${kind}-${version}`);
  const folder = join(target, "package");
  cpSync(join(FOLDER, "plugin"), folder, { recursive: true });
  const path = join(folder, "package.json");
  const name = kind === "dependencies" ? "@acme/plugin" : "@acme/peer";
  const needs = { "@flytekit-ts/core": `^${version}`, "@flytekit-ts/workflow": `^${version}` };
  const manifest = JSON.parse(readFileSync(path, "utf8")) as object;
  writeFileSync(path, JSON.stringify({ ...manifest, name, version, [kind]: needs }));
  return packWhole(target);
}
