import type { OptionSpec } from "../../command/option-spec.js";

/** The options of all commands that look at kept runs. */
export const runsOptions = {
  dir: {
    kind: "text",
    placeholder: "FOLDER",
    says: "The folder of the kept runs",
    absent: "that of the project, else that of the user",
  },
} as const satisfies { readonly [name: string]: OptionSpec };
