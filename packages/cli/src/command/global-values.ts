import type { globalOptions } from "./global-options.js";
import type { OptionValue } from "./option-spec.js";

/** The values of the options that every command takes. */
export type GlobalValues = {
  readonly [N in keyof typeof globalOptions]: OptionValue<(typeof globalOptions)[N]>;
};
