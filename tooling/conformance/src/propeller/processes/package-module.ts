import { mkdtempSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Entity } from "@flytekit-ts/core";
import { type BundlePlatform, bundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { isTask } from "@flytekit-ts/core/tasks";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { isLaunchPlan, isWorkflow } from "@flytekit-ts/workflow/compile";
import { SETTINGS } from "../../settings.js";

// Of the cases: what registering would only warn of, and what Flyte does not read.
const allow = ["FAILURE_POLICY_IGNORED", "MAP_TARGET_NEEDS_NEWER_BACKEND"];

/** A module as it is registered: the archive for `flytectl register files`, and what it was made of. */
export interface PackagedModule {
  readonly archive: Uint8Array;
  readonly exported: Exported;
  readonly entities: readonly Entity[];
}

/** What a module exports. */
export type Exported = Readonly<Record<string, unknown>> & { readonly entities?: readonly Entity[] };

/** Where a module is bundled. */
export interface Packaging {
  /** The folder of its project. That of the module, by default. */
  readonly root?: string | undefined;
  /** A folder for what is made. Local runs in threads import the module from there. */
  readonly folder: string;
  readonly platforms?: readonly BundlePlatform[];
}

/**
 * Package what a module exports: its list `entities`, or else all workflows and launch plans, or else its tasks.
 *
 * The module is bundled, and goes with the package as the code that comes into the working directory of a container.
 */
export async function packageModule(source: URL, packaging: Packaging): Promise<PackagedModule> {
  const entry = fileURLToPath(source);
  const { root = dirname(entry), platforms } = packaging;
  const folder = mkdtempSync(join(packaging.folder, "package-"));
  const built = await bundle({ entry, root, ...(platforms && { platforms }) });
  const exported = (await import(pathToFileURL(writeBundle(built, folder)).href)) as Exported;
  const entities = exported.entities ?? entitiesIn(Object.values(exported));
  const { image } = SETTINGS;
  const code = { bundle: built, destination: "." };
  const { bytes } = await packageEntities(entities, { image, code, root: folder }, { allow });
  return { archive: bytes, exported, entities };
}

function entitiesIn(exported: readonly unknown[]): readonly Entity[] {
  const whole = exported.filter((each) => isWorkflow(each) || isLaunchPlan(each));
  return whole.length > 0 ? whole : exported.filter(isTask);
}
