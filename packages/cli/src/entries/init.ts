// Making a project: what `tsflyte init` does.
export { initProject } from "../init/init-project.js";
export type { InitOptions, InitResult, PackageManager } from "../init/init-options.js";
export { packageManagerOf } from "../init/package-managers.js";
