import type { Entity } from "@flytekit-ts/core";
import { type DataStore, Engine, joinUri, processRunner } from "@flytekit-ts/propeller";
import { serialize } from "@flytekit-ts/workflow";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { SETTINGS } from "../../settings.js";
import type { RunProcesses } from "../compare-case-by-stand-in.js";
import { registerOurs } from "../register-messages.js";
import { standInOutcome } from "../stand-in-outcome.js";
import type { Image } from "./build-image.js";

/** Where the data of executions is, and what tells processes how to come to it. */
export interface DataPlace {
  readonly store: DataStore;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs workflows of a module of an image, every task as a process that the image's commands start. */
export async function processesOf(
  image: Image,
  name: string,
  { store, root, env }: DataPlace,
): Promise<RunProcesses> {
  const file = image.modules.get(name);
  if (file === undefined) throw new Error(`the image has no module ${name}`);
  const { entities } = (await import(pathToFileURL(file).href)) as { readonly entities: readonly Entity[] };
  const folder = dirname(file);
  const settings = { ...SETTINGS, root: folder };
  const registry = registerOurs(serialize(entities, settings, { allow: ["FAILURE_POLICY_IGNORED"] }));
  const path = { PATH: process.env["PATH"] ?? "" };
  const pods = processRunner({ commands: image.commands, cwd: folder, env: { ...path, ...env } });
  const dataRoot = joinUri(root, name);
  const engine = new Engine({ registry, store, pods, dataRoot });
  return async (workflow, given) => standInOutcome(await engine.execute(workflow, given));
}
