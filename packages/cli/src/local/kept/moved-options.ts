import type { OptionSpec } from "../../command/option-spec.js";

/** The options that say where the entity of a kept run is now. */
export const movedOptions = {
  file: {
    kind: "text",
    placeholder: "FILE",
    says: "The file that exports it now",
    absent: "the same as then",
  },
  entity: {
    kind: "text",
    placeholder: "NAME",
    says: "The name it is exported by now",
    absent: "the same as then",
  },
} as const satisfies { readonly [name: string]: OptionSpec };
