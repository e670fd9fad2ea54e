import { rm } from "node:fs/promises";
import { join } from "node:path";
import { bundle, loadBundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { packageEntities, writePackage } from "@flytekit-ts/runtime/package";
import { registered } from "./tides.js";

/** Bundles the workflow and packages it for `flytectl register files`. Gives the path of the archive. */
export async function packageTides(folder: string, image: string): Promise<string> {
  const root = join(import.meta.dirname, "..");
  const made = await bundle({ root, entry: "src/tides.ts" });
  const home = join(folder, "bundle");
  await rm(home, { recursive: true, force: true });
  const { entities } = await loadBundle(await writeBundle(made, home));
  const { version } = registered;
  const packed = await packageEntities([...entities.values()], { image, version, root: home, code: { bundle: made } });
  return writePackage(packed, join(folder, "tides.tgz"), { overwrite: true });
}
