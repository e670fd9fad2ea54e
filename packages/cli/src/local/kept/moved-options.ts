import type { OptionSpec } from "../../command/option-spec.js";

/** The options that say where the entity of a kept run is now. */
export const movedOptions = {
  file: { kind: "text", placeholder: "FILE", says: "Where the entity is now", absent: "where it was" },
  entity: { kind: "text", placeholder: "NAME", says: "What it is called now", absent: "what it was called" },
} as const satisfies { readonly [name: string]: OptionSpec };
