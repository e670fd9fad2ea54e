import { join } from "node:path";
import type { BundlePlatform } from "../options/bundle-options.js";
import { findPackage } from "../packages/find-package.js";
import type { Package } from "../packages/package-json.js";
import { binariesIn } from "./binaries-in.js";
import { binaryTarget } from "./binary-target.js";
import { platformPackages } from "./is-native.js";
import { fits, type Target, targetIn } from "./platform.js";

/** What is missing of a native package on a platform, in words; `undefined` if its binary is installed. */
export function missingBinary(native: Package, platform: BundlePlatform): string | undefined {
  const own = binariesIn(native.folder);
  if (own.some((file) => fits(targetOfFile(native, file), platform))) return undefined;
  const apart = platformPackages(native);
  if (apart.length > 0) return missingPackage(native, apart, platform);
  return own.length > 0
    ? `has no binary for ${platform}: it has ${own.join(", ")}`
    : `has no binary at all: its install script has not run, or it was not built`;
}

function missingPackage(
  native: Package,
  apart: readonly string[],
  platform: BundlePlatform,
): string | undefined {
  const wanted = packagesFor(apart, platform);
  if (wanted.length === 0) return `is not made for ${platform}: it names ${apart.join(", ")}`;
  const missing = wanted.filter((name) => findPackage(name, native.folder) === undefined);
  return missing.length === 0
    ? undefined
    : `needs ${missing.join(" and ")} on ${platform}, which is not installed`;
}

/**
 * The packages with the binaries for a platform, of those that a package names for all machines. A name without a C
 * library is for both, unless another name is for musl: then it is for glibc.
 */
export function packagesFor(names: readonly string[], platform: BundlePlatform): readonly string[] {
  const separates = names.some((name) => targetIn(name).libc === "musl");
  return names.filter((name) => fits(withLibc(targetIn(name), separates), platform));
}

function withLibc(target: Target, separates: boolean): Target {
  return separates && target.libc === undefined ? { ...target, libc: "glibc" } : target;
}

/** By the path of a binary, and for what the path does not tell, by its first bytes. */
function targetOfFile({ folder }: Package, file: string): Target {
  const told = targetIn(file);
  if (told.os !== undefined && told.cpu !== undefined) return told;
  // What has an unknown form was built here.
  const read = binaryTarget(join(folder, file)) ?? {
    os: process.platform,
    cpu: process.arch,
    libc: undefined,
  };
  return { ...read, libc: told.libc ?? read.libc };
}
