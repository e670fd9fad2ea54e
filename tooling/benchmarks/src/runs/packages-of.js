import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Packages
 * @property {typeof import("@flytekit-ts/workflow")} authoring
 * @property {typeof import("@flytekit-ts/local-exec")} running
 */

/**
 * The packages of a build: of this one, or of another checkout.
 *
 * @param {string} folder a folder in a package that depends on them
 * @returns {Promise<Packages>}
 */
export async function packagesOf(folder) {
  const { resolve } = createRequire(join(folder, "package.json"));
  const [authoring, running] = await Promise.all(
    ["@flytekit-ts/workflow", "@flytekit-ts/local-exec"].map(
      (name) => import(pathToFileURL(resolve(name)).href),
    ),
  );
  return { authoring, running };
}
