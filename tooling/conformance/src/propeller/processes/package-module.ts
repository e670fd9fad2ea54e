import type { Entity } from "@flytekit-ts/core";
import { isLaunchPlan, isWorkflow } from "@flytekit-ts/workflow/compile";
import { bundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SETTINGS } from "../../settings.js";

// Of the cases: what registering would only warn of, and what Flyte does not read.
const allow = ["FAILURE_POLICY_IGNORED", "MAP_TARGET_NEEDS_NEWER_BACKEND"];

/** A module as it is registered: the archive for `flytectl register files`, and what it was made of. */
export interface PackagedModule {
  readonly archive: Uint8Array;
  readonly entities: readonly Entity[];
}

type Exported = Readonly<Record<string, unknown>> & { readonly entities?: readonly Entity[] };

/**
 * Package what a module exports: its list `entities`, or else all workflows and launch plans.
 *
 * The module is bundled, and goes with the package as the code that comes into the working directory of a container.
 */
export async function packageModule(source: URL): Promise<PackagedModule> {
  const file = fileURLToPath(source);
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  try {
    const built = await bundle({ entry: file, root: dirname(file) });
    const module = writeBundle(built, folder);
    const exported = (await import(pathToFileURL(module).href)) as Exported;
    const entities =
      exported.entities ?? Object.values(exported).filter((each) => isWorkflow(each) || isLaunchPlan(each));
    const { image } = SETTINGS;
    const code = { root: folder, files: [built.fileName, `${built.fileName}.map`], destination: "." };
    const { bytes } = await packageEntities(entities, { image, code, root: folder }, { allow });
    return { archive: bytes, entities };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
