import type { BundlePlatform } from "../options/bundle-options.js";
import { platformPackages } from "../native/is-native.js";
import { packagesFor } from "../native/missing-binary.js";
import { findPackage } from "../packages/find-package.js";
import { type Package, packageIn } from "../packages/package-json.js";
import type { BundleExternal, ExternalFolder } from "./external.js";

/**
 * The folders of packages and of all that they depend on, as they have to lie beside a bundle.
 *
 * Each package is at the top, except where it needs another version of one that is there: that version is inside it. Of
 * the packages that are for one machine each, those of the platforms are taken, and no others.
 */
export function externalFolders(
  externals: readonly Pick<BundleExternal, "folder">[],
  platforms: readonly BundlePlatform[],
): readonly ExternalFolder[] {
  const placed = new Map<string, Package>();
  const queue = externals.flatMap(({ folder }) => {
    const found = packageIn(folder);
    return found === undefined ? [] : [{ found, inside: "" }];
  });
  for (const { found, inside } of queue) {
    const path = placeFor(found, inside, placed);
    if (path === undefined) continue;
    placed.set(path, found);
    for (const each of dependenciesOf(found, platforms)) queue.push({ found: each, inside: `${path}/` });
  }
  return [...placed]
    .map(([path, { folder, name, version }]) => ({ path, from: folder, name, version }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where a package has to be for who needs it; `undefined` if it is there, or where Node looks afterwards. */
function placeFor(found: Package, inside: string, placed: ReadonlyMap<string, Package>): string | undefined {
  const parents = inside.split(/(?<=\/)(?=node_modules\/)/);
  for (let depth = parents.length; depth >= 0; depth -= 1) {
    const path = `${parents.slice(0, depth).join("")}node_modules/${found.name}`;
    const there = placed.get(path);
    if (there?.folder === found.folder) return undefined;
    if (there !== undefined) return `${inside}node_modules/${found.name}`;
  }
  return `node_modules/${found.name}`;
}

function dependenciesOf(found: Package, platforms: readonly BundlePlatform[]): readonly Package[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = found.manifest;
  const apart = new Set(platformPackages(found));
  const wanted = new Set(platforms.flatMap((platform) => packagesFor([...apart], platform)));
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    .filter((name) => !apart.has(name) || wanted.has(name))
    .toSorted();
  return names.flatMap((name) => findPackage(name, found.folder) ?? []);
}
