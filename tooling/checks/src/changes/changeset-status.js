import { existsSync } from "node:fs";
import { join } from "node:path";

import getReleasePlan from "@changesets/get-release-plan";

import { tryGit } from "../repo/git.js";
import { readWorkspace } from "../repo/workspace.js";
import { changedPackages } from "./changed-packages.js";
import { findBase } from "./find-base.js";
import { findQuietBumps } from "./find-quiet-bumps.js";

/**
 * What `changeset status` cannot say in every clone: whether each change that users will notice is described.
 *
 * The command of changesets needs a main branch to compare with; this also works where there is none.
 *
 * @typedef {object} ChangesetStatus
 * @property {string[]} problems
 * @property {string[]} releases What the pending changesets would release.
 */

/**
 * Check that every published package whose sources changed is named by a changeset.
 *
 * And that no package passes on a breaking change of another without saying so.
 *
 * On a branch, changes and changesets since the branch left main count. Elsewhere, those since the last
 * release do. An empty changeset says that nothing needs a release.
 *
 * @param {string} root
 * @param {string} [namedBase] What to compare with instead of the main branch.
 * @returns {Promise<ChangesetStatus>}
 */
export async function changesetStatus(root, namedBase) {
  const { changesets, releases } = await getReleasePlan(root);
  const base = findBase(root, namedBase);
  const counting = changesets.filter(({ id }) => base === undefined || !existedAt(root, base, id));
  const named = new Set(counting.flatMap((each) => each.releases.map((release) => release.name)));
  const nothingNeeded = counting.some((each) => each.releases.length === 0);
  const workspace = readWorkspace(root);
  const changed = changedPackages(root, workspace, base);
  const missing = nothingNeeded ? [] : changed.filter((name) => !named.has(name));
  const since = base === undefined ? "its last release" : `${base.slice(0, 10)}, where this branch left main`;
  return {
    problems: [
      ...missing.map((name) => `${name} changed since ${since}, and no changeset names it.`),
      ...findQuietBumps(releases, workspace),
    ],
    releases: releases
      .filter((each) => each.type !== "none")
      .map((each) => `${each.name} ${each.oldVersion} -> ${each.newVersion} (${each.type})`),
  };
}

/**
 * @param {string} root
 * @param {string} base
 * @param {string} id
 * @returns {boolean}
 */
function existedAt(root, base, id) {
  const file = `.changeset/${id}.md`;
  return existsSync(join(root, file)) && tryGit(root, ["cat-file", "-e", `${base}:${file}`]) !== undefined;
}
