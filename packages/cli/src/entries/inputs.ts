// For programs that take the inputs of an entity as texts: the flags of its interface, and their values.
export { flagsOf } from "../inputs/input-flags.js";
export type { InputField } from "../inputs/input-fields.js";
export type { Asked, InputFlag } from "../inputs/input-flags.js";
export { readInputs } from "../inputs/read-inputs.js";
export type { ReadInputs, ReadOptions } from "../inputs/read-inputs.js";
export type { SplitOptions } from "../inputs/split-words.js";
export type { InputStream } from "../command/host.js";
export type { OptionSpec } from "../command/option-spec.js";
