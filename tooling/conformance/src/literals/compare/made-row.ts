import type { Described } from "../described/described.js";
import type { LiteralRow } from "../rows/literal-row.js";
import type { Twin } from "../twins/twin.js";
import type { Messages } from "./messages-of.js";

/** A row with the type that is made for it. */
export interface MadeRow {
  readonly row: LiteralRow;
  readonly described: Described;
  readonly twin: Twin;
  readonly recorded: { readonly type: Messages; readonly literal?: Messages };
}
