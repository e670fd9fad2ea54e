export { type Downstream, packAll } from "./pack-all.js";
export { compile, install, run } from "./run.js";
