import { scope } from "../layers/chain.js";
import { checkDependencies } from "./dependencies.js";
import { checkEntries } from "./entries.js";

/** Scripts that a package manager runs on a user's machine. */
const installScripts = ["preinstall", "install", "postinstall", "prepare", "prepublish"];

/**
 * Check that a published package has the shape they all share.
 *
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @param {readonly string[]} decisions Names of the files in docs/decisions.
 * @returns {string[]} One line per problem.
 */
export function checkShape(pkg, decisions) {
  const name = pkg.dir.split("/").at(-1) ?? "";
  const { manifest } = pkg;
  const problems = [
    ...checkIdentity(name, manifest),
    ...checkFiles(pkg),
    ...checkEntries(name, pkg),
    ...checkDependencies(name, manifest, decisions),
  ];
  return problems.map((problem) => `${pkg.dir} ${problem}.`);
}

/**
 * @param {string} name
 * @param {import("../repo/workspace.js").Manifest} manifest
 * @returns {string[]}
 */
function checkIdentity(name, manifest) {
  const scripts = Object.keys(manifest.scripts ?? {}).filter((script) => installScripts.includes(script));
  /** @type {[boolean, string][]} */
  const rules = [
    [manifest.name === `${scope}${name}`, "is not named after its directory"],
    [manifest.private !== true, "is private"],
    [/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(manifest.version ?? ""), "has no version of its own"],
    [manifest.license === "Apache-2.0", "does not say its license"],
    [manifest.type === "module", "is not an ES module package"],
    [manifest.main === undefined && manifest.module === undefined, "has entries outside its export map"],
    [manifest.sideEffects === false, "does not promise to be free of side effects"],
    [manifest.publishConfig?.access === "public", "would not be published openly"],
    [scripts.length === 0, `runs ${scripts.join(", ")} when it is installed`],
  ];
  return rules.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/**
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {string[]}
 */
function checkFiles({ files, manifest }) {
  const wanted = ["README.md", "LICENSE", ...(manifest.version === "0.0.0" ? [] : ["CHANGELOG.md"])];
  return wanted.filter((file) => !files.includes(file)).map((file) => `has no ${file}`);
}
