export { alterTarball, type Manifest, packWhole } from "./alter-tarball.js";
export { type Downstream, packAll } from "./pack-all.js";
export { type Registry, serveTarballs } from "./registry.js";
export { compile, install, run } from "./run.js";
