import type { Package } from "../packages/package-json.js";
import { binariesIn } from "./binaries-in.js";
import { targetIn } from "./platform.js";

// What finds or builds the binary of a package when it is installed or loaded.
const LOADERS = [
  "bindings",
  "node-gyp-build",
  "node-gyp-build-optional-packages",
  "node-addon-api",
  "nan",
  "prebuild-install",
  "prebuildify",
  "node-pre-gyp",
  "@mapbox/node-pre-gyp",
  "cmake-js",
  "pkg-prebuilds",
  "@neon-rs/load",
];

/** Whether a package loads a binary, so that it cannot be part of a bundle. */
export function isNative(installed: Package): boolean {
  const { manifest } = installed;
  return (
    manifest.gypfile === true ||
    manifest.binary !== undefined ||
    manifest.napi !== undefined ||
    LOADERS.some((each) => manifest.dependencies?.[each] !== undefined) ||
    platformPackages(installed).length > 0 ||
    binariesIn(installed.folder).length > 0
  );
}

/** The optional dependencies of a package that are each for one machine, by their names. */
export function platformPackages({ manifest }: Package): readonly string[] {
  return Object.keys(manifest.optionalDependencies ?? {}).filter((name) => {
    const { os, cpu } = targetIn(name);
    return os !== undefined && cpu !== undefined;
  });
}
