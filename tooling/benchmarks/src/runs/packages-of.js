import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The packages of a build: of this one, or of another checkout.
 *
 * @param {string} folder a folder in a package that depends on them
 * @returns {Promise<typeof import("@flytekit-ts/workflow") & typeof import("@flytekit-ts/local-exec")>}
 */
export async function packagesOf(folder) {
  const { resolve } = createRequire(join(folder, "package.json"));
  const [workflow, local] = await Promise.all(
    ["@flytekit-ts/workflow", "@flytekit-ts/local-exec"].map(
      (name) => import(pathToFileURL(resolve(name)).href),
    ),
  );
  return { ...workflow, ...local };
}
