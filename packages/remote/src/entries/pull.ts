// For those whose workflows call what is registered: modules of references with types.
export { errors as remoteErrors } from "../errors.js";
export type { PullChange } from "../pull/changes/changes-of.js";
export { pull } from "../pull/pull.js";
export type { PullRemote } from "../pull/pull.js";
export { pullCheck } from "../pull/pull-check.js";
export type { PullChecked } from "../pull/pull-check.js";
export type { PulledId, PulledModule } from "../pull/pulled-module.js";
export type { PullSelection, SelectedEntity } from "../pull/selection.js";
export type { PulledKind } from "../pull/source/pull-source.js";
export { writePulled } from "../pull/write-pulled.js";
