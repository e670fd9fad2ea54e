import type { BundlePlatform } from "./bundle-options.js";

/** The platforms that a bundle can be made for. */
export const PLATFORMS: readonly BundlePlatform[] = [
  "linux-x64",
  "linux-arm64",
  "linux-x64-musl",
  "linux-arm64-musl",
];
