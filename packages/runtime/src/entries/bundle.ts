// For builds: a project as one file, and why each of its parts is in it.
export { bundle } from "../bundle/bundle.js";
export type { Bundle } from "../bundle/bundle.js";
export type { BundleOptions, BundlePart, BundlePlatform } from "../bundle/options/bundle-options.js";
export { explain } from "../bundle/explain.js";
export type { BundleExternal, ExternalFolder } from "../bundle/externals/external.js";
export { copyExternals } from "../bundle/externals/copy-externals.js";
export { loadBundle } from "../bundle/load-bundle.js";
export type { LoadedBundle } from "../bundle/load-bundle.js";
export type { BundledFile } from "../bundle/output/bundled-file.js";
export { writeBundle } from "../bundle/write-bundle.js";
