import { findCycles } from "../structure/find-cycles.js";
import { isBeside, layerOf, mayDependOn, scope } from "./chain.js";

/**
 * The dependency lists that reach a user.
 *
 * @type {readonly ("dependencies" | "peerDependencies" | "optionalDependencies")[]}
 */
const shippedLists = ["dependencies", "peerDependencies", "optionalDependencies"];

/**
 * Check what packages say that they depend on: only down the chain, and never in a circle.
 *
 * Private packages (shared configuration, test kits) may be used for development only.
 *
 * @param {readonly import("../repo/workspace.js").WorkspacePackage[]} workspace
 * @returns {string[]} One line per problem.
 */
export function checkManifests(workspace) {
  const privateNames = new Set(
    workspace.filter((each) => each.manifest.private).map((each) => each.manifest.name),
  );
  const upward = workspace.flatMap(({ manifest }) => {
    if (layerOf(manifest.name) === undefined) return [];
    const shipped = shippedLists.flatMap((list) => oursIn(manifest[list]));
    const problems = [...shipped, ...oursIn(manifest.devDependencies)]
      .filter((name) => !privateNames.has(name) && !mayDependOn(manifest.name, name))
      .map((name) => `${manifest.name} depends on ${name}, which is not below it.`);
    const leaks = shipped
      .filter((name) => privateNames.has(name))
      .map((name) => `${manifest.name} ships a dependency on ${name}, which is private.`);
    const brought = shipped
      .filter((name) => isBeside(manifest.name, name) && !isOptionalPeer(manifest, name))
      .map((name) => `${manifest.name} brings ${name} along, which must be an optional peer.`);
    return [...problems, ...leaks, ...brought];
  });
  return [...upward, ...findCircles(workspace)];
}

/**
 * @param {import("../repo/workspace.js").Manifest} manifest
 * @param {string} name
 */
function isOptionalPeer({ dependencies, peerDependencies, peerDependenciesMeta }, name) {
  return (
    dependencies?.[name] === undefined &&
    peerDependencies?.[name] !== undefined &&
    peerDependenciesMeta?.[name]?.optional === true
  );
}

/**
 * @param {Record<string, string> | undefined} list
 * @returns {string[]}
 */
function oursIn(list) {
  return Object.keys(list ?? {}).filter((name) => name.startsWith(scope));
}

/**
 * Circles over all dependencies, development ones included: a task runner cannot order them.
 *
 * @param {readonly import("../repo/workspace.js").WorkspacePackage[]} workspace
 * @returns {string[]}
 */
function findCircles(workspace) {
  const edges = new Map(
    workspace.map(({ manifest }) => [
      manifest.name,
      [...shippedLists.flatMap((list) => oursIn(manifest[list])), ...oursIn(manifest.devDependencies)],
    ]),
  );
  return findCycles(edges).map(
    (cycle) => `Packages depend on each other in a circle: ${cycle.join(" -> ")}.`,
  );
}
