import { rm } from "node:fs/promises";
import { join } from "node:path";
import { bundle, loadBundle, writeBundle } from "@flytekit-ts/runtime/bundle";
import { packageEntities, writePackage } from "@flytekit-ts/runtime/package";

/** What is packaged, and where the archive goes. */
export interface Packaging {
  /** The module that exports the workflows and tasks. */
  readonly entry: string;
  readonly folder: string;
  /** The image of the tasks. Their code is in the archive. */
  readonly image: string;
}

/** Bundles a module and packages what it exports for `flytectl register files`. Gives the path of the archive. */
export async function packageModule({ entry, folder, image }: Packaging): Promise<string> {
  const home = join(folder, "bundle");
  await rm(home, { recursive: true, force: true });
  const made = await bundle({ root: join(import.meta.dirname, ".."), entry });
  const { entities } = await loadBundle(writeBundle(made, home));
  const code = { bundle: made, destination: "." };
  const packed = await packageEntities([...entities.values()], { image, root: home, code });
  return writePackage(packed, join(folder, "tides.tgz"), { overwrite: true });
}
