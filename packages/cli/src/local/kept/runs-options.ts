import type { OptionSpec } from "../../command/option-spec.js";

/** The options of all commands that look at kept runs. */
export const runsOptions = {
  dir: {
    kind: "text",
    placeholder: "FOLDER",
    says: "Look for runs in this folder",
    absent: "the project's, or else that of the user",
  },
} as const satisfies { readonly [name: string]: OptionSpec };
