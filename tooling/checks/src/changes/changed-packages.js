import { git, tryGit } from "../repo/git.js";
import { publishedPackages } from "../repo/workspace.js";

/** What decides how a package behaves: its sources, and for models what they are generated from. */
const sourcePaths = /^(src\/.*(?<!\.test|\.test-d)\.ts|proto\/.*|buf(\.gen)?\.yaml)$/;

/**
 * The published packages whose sources changed since a commit, uncommitted work included.
 *
 * Without a commit each package is compared with its last release: the last commit that wrote its changelog.
 * One that was never released counts as changed.
 *
 * @param {string} root
 * @param {readonly import("../repo/workspace.js").WorkspacePackage[]} workspace
 * @param {string | undefined} base
 * @returns {string[]} Names.
 */
export function changedPackages(root, workspace, base) {
  const publics = publishedPackages(workspace).filter((pkg) => pkg.manifest.private !== true);
  const changed = publics.filter((pkg) => {
    const since = base ?? lastRelease(root, pkg.dir);
    const files = since === undefined ? pkg.files : filesSince(root, since, pkg);
    return files.some((file) => sourcePaths.test(file));
  });
  return changed.map((pkg) => pkg.manifest.name);
}

/**
 * @param {string} root
 * @param {string} dir
 * @returns {string | undefined}
 */
function lastRelease(root, dir) {
  const commit = tryGit(root, ["log", "-1", "--format=%H", "--", `${dir}/CHANGELOG.md`])?.trim();
  return commit === "" ? undefined : commit;
}

/**
 * @param {string} root
 * @param {string} since
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {string[]} Relative to the package.
 */
function filesSince(root, since, pkg) {
  const tracked = git(root, ["diff", "--name-only", "--no-renames", "-z", since, "--", pkg.dir]);
  const fresh = git(root, ["ls-files", "--others", "--exclude-standard", "-z", "--", pkg.dir]);
  const files = `${tracked}${fresh}`.split("\0").filter((file) => file !== "");
  return files.map((file) => file.slice(pkg.dir.length + 1));
}
