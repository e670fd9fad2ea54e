import type { Cell, LeafKind } from "./cell.js";

interface Part {
  /** Whether there may be nothing. */
  readonly nullable: boolean;
  /** The type in words, for messages. */
  readonly words: string;
  /** The cell of a value. @throws `VALUE_TYPE_MISMATCH` */
  encode(value: unknown): Cell;
  /** The value of a cell. @throws `VALUE_TYPE_MISMATCH` */
  decode(cell: Cell): unknown;
}

export interface LeafPlan extends Part {
  readonly kind: LeafKind;
}

export interface ListPlan extends Part {
  readonly kind: "list";
  readonly element: Plan;
}

export interface MapPlan extends Part {
  readonly kind: "map";
  readonly value: Plan;
}

export interface RecordPlan extends Part {
  readonly kind: "record";
  readonly fields: ReadonlyMap<string, Plan>;
}

/** How the values of a column become cells, and cells values. */
export type Plan = LeafPlan | ListPlan | MapPlan | RecordPlan;

/** A column of a table, with its name. */
export interface PlannedColumn {
  readonly name: string;
  readonly plan: Plan;
}
