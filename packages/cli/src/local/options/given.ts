import type { OptionValue } from "../../command/option-spec.js";
import type { localOptions } from "./local-options.js";

/** The options of a run on this machine, as they were given on a command line. */
export type LocalGiven = { readonly [N in keyof typeof localOptions]: OptionValue<(typeof localOptions)[N]> };
