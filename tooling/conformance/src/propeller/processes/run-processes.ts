import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type DataStore, Engine, joinUri, processRunner, registerPackage } from "@flytekit-ts/propeller";
import { SETTINGS } from "../../settings.js";
import type { RunProcesses } from "../compare-case-by-stand-in.js";
import { standInOutcome } from "../stand-in-outcome.js";
import type { Image } from "./build-image.js";

/** Where the data of executions is, and what tells processes how to come to it. */
export interface DataPlace {
  readonly store: DataStore;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Runs the workflows of a package: registered as flytectl does, every task a process in an empty folder, started by the
 * programs of an image with what its template says.
 */
export async function runnerOf(image: Image, archive: Uint8Array, place: DataPlace): Promise<RunProcesses> {
  const { store, root, env } = place;
  const { project, domain, version } = SETTINGS;
  const uploads = joinUri(root, "uploads");
  const registry = await registerPackage(archive, { store, uploads, project, domain, version });
  const folders = mkdtempSync(join(image.folder, "containers-"));
  const pods = processRunner({
    cwd: ({ name }) => mkdtempSync(join(folders, `${name}-`)),
    env: { PATH: image.path, HOME: folders, ...env },
  });
  const engine = new Engine({ registry, store, pods, dataRoot: joinUri(root, "data"), project, domain });
  return async (workflow, given) => standInOutcome(await engine.execute(workflow, given));
}
