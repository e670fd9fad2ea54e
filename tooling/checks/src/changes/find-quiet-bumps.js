/**
 * What one package would be released as, and by which changesets: none when only a dependency moved.
 *
 * @typedef {object} PlannedRelease
 * @property {string} name
 * @property {string} type
 * @property {string} oldVersion
 * @property {string} newVersion
 * @property {readonly string[]} changesets
 */

/**
 * Find packages that would pass a breaking change on to their users as a patch that nobody wrote.
 *
 * Changesets releases a dependent as a patch when a dependency leaves its range. But the dependent shows the
 * types of the dependency, so somebody has to decide what its own users are told.
 *
 * @param {readonly PlannedRelease[]} releases
 * @param {readonly import("../repo/workspace.js").WorkspacePackage[]} workspace
 * @returns {string[]} One line per problem.
 */
export function findQuietBumps(releases, workspace) {
  const breaking = releases.filter((each) => each.changesets.length > 0 && isBreaking(each));
  return releases.flatMap(({ name, changesets }) => {
    const manifest = workspace.find((pkg) => pkg.manifest.name === name)?.manifest;
    if (changesets.length > 0 || manifest === undefined || manifest.private) return [];
    const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
    return breaking
      .filter((each) => each.name in needed)
      .map((each) => `${name} takes a breaking ${each.name} ${each.newVersion}, and no changeset names it.`);
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
