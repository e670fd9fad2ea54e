import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { listFiles, readText } from "./list-files.js";

/**
 * The parts of a package.json that the rules look at.
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} [version]
 * @property {boolean} [private]
 * @property {string} [type]
 * @property {string} [license]
 * @property {boolean | string[]} [sideEffects]
 * @property {unknown} [main]
 * @property {unknown} [module]
 * @property {Record<string, unknown>} [exports]
 * @property {{ access?: string, exports?: Record<string, unknown> }} [publishConfig]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { readonly optional?: boolean }>} [peerDependenciesMeta]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * One package of the workspace: `dir` is relative to the root, `files` are relative to `dir`.
 *
 * @typedef {object} WorkspacePackage
 * @property {string} dir
 * @property {Manifest} manifest
 * @property {readonly string[]} files
 */

/**
 * Read every package of the workspace, as pnpm-workspace.yaml groups them.
 *
 * @param {string} root
 * @returns {WorkspacePackage[]}
 */
export function readWorkspace(root) {
  const all = listFiles(root);
  const groups = [...readText(root, "pnpm-workspace.yaml").matchAll(/^ {2}- (\S+)\/\*$/gm)].map(
    (match) => match[1],
  );
  const manifests = all.filter((file) => {
    const [group, , name, ...rest] = file.split("/");
    return groups.includes(group) && name === "package.json" && rest.length === 0;
  });
  return manifests.map((file) => {
    const dir = dirname(file);
    const files = all.filter((each) => each.startsWith(`${dir}/`)).map((each) => each.slice(dir.length + 1));
    return { dir, manifest: /** @type {Manifest} */ (JSON.parse(readText(root, file))), files };
  });
}

/**
 * The published packages: those under `packages/` and `plugins/`.
 *
 * @param {readonly WorkspacePackage[]} workspace
 * @returns {WorkspacePackage[]}
 */
export function publishedPackages(workspace) {
  return workspace.filter((each) => /^(packages|plugins)\//.test(each.dir));
}

/**
 * Find a program that the root installed, as `pnpm <name>` would.
 *
 * @param {string} root
 * @param {string} name
 * @returns {string}
 */
export function rootBin(root, name) {
  const path = join(root, "node_modules", ".bin", name);
  if (!existsSync(path)) throw new Error(`${name} is not installed at the root; run pnpm install.`);
  return path;
}
