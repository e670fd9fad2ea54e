import type { Given } from "../../command/command-spec.js";
import type { OptionSpec } from "../../command/option-spec.js";

/** Which entries of a list are shown, and what of them: options of all commands that list. */
export const listOptions = {
  limit: { kind: "count", short: "l", placeholder: "N", says: "List at most this many", absent: "100" },
  where: {
    kind: "many",
    placeholder: "FIELD=VALUE",
    says: "Only those whose field has this value; besides =, the operators !=, >, >=, <, <= and ~ (contains) work",
  },
  sort: { kind: "text", placeholder: "FIELD", says: "Sort by this field, largest or newest first" },
  ascending: { kind: "flag", says: "Sort smallest or oldest first" },
  columns: { kind: "text", placeholder: "A,B", says: "Show these columns, in this order" },
} as const satisfies { readonly [name: string]: OptionSpec };

type ListSpec = {
  readonly name: string;
  readonly summary: string;
  readonly arguments: {};
  readonly options: typeof listOptions;
  readonly examples: readonly [];
};

/** What was given for these options. */
export type ListValues = Given<ListSpec>["options"];
