import type { Entity } from "@flytekit-ts/core";
import { bundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SETTINGS } from "../../settings.js";

// Of the cases: what registering would only warn of, and what Flyte does not read.
const allow = ["FAILURE_POLICY_IGNORED", "MAP_TARGET_NEEDS_NEWER_BACKEND"];

/**
 * The archive of a module for `flytectl register files`: bundled, with its code, which goes into the working directory
 * of a container.
 */
export async function packageModule(source: URL): Promise<Uint8Array> {
  const file = fileURLToPath(source);
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  try {
    const built = await bundle({ entry: file, root: dirname(file) });
    const module = writeBundle(built, folder);
    const { entities } = (await import(pathToFileURL(module).href)) as {
      readonly entities: readonly Entity[];
    };
    const { image } = SETTINGS;
    const code = { root: folder, files: [built.fileName, `${built.fileName}.map`], destination: "." };
    const { bytes } = await packageEntities(entities, { image, code, root: folder }, { allow });
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
