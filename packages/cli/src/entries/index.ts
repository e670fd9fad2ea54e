// For `flyte.config.ts`: a file that is loaded whenever a command starts, so this entry loads nothing else.
export { defineConfig } from "../config/config.js";
export type { BundleSettings, ClusterSettings, CodeForm, Config, Settings } from "../config/config.js";
export type { DockerImage } from "../config/docker-image.js";
