/**
 * What one package would be released as.
 *
 * @typedef {object} PlannedRelease
 * @property {string} name
 * @property {string} type
 * @property {string} oldVersion
 * @property {string} newVersion
 */

/**
 * Find packages that would pass a breaking change on to their users as a release within the range that these have.
 *
 * Changesets releases a dependent as a patch when a dependency leaves its range. An app would take that patch by
 * itself, and npm would put a second core, of another contract perhaps, beside the core of its other packages. So
 * the dependent leaves its range too, and somebody writes what its users are told.
 *
 * @param {readonly PlannedRelease[]} releases
 * @param {readonly import("../repo/workspace.js").WorkspacePackage[]} workspace
 * @returns {string[]} One line per problem.
 */
export function findQuietBumps(releases, workspace) {
  const breaking = releases.filter(isBreaking);
  return releases.flatMap((release) => {
    const { name, newVersion } = release;
    const manifest = workspace.find((pkg) => pkg.manifest.name === name)?.manifest;
    if (isBreaking(release) || manifest === undefined || manifest.private) return [];
    const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
    const wanted = release.oldVersion.startsWith("0.") ? "minor" : "major";
    return breaking
      .filter((each) => each.name in needed)
      .map(
        (each) =>
          `${name} ${newVersion} takes a breaking ${each.name} ${each.newVersion}: write a changeset that makes it a ${wanted}.`,
      );
  });
}

/**
 * Whether a release leaves the caret range of the version before: a major, or a minor below 1.0.0.
 *
 * @param {PlannedRelease} release
 * @returns {boolean}
 */
function isBreaking({ type, oldVersion }) {
  return type === "major" || (type === "minor" && oldVersion.startsWith("0."));
}
