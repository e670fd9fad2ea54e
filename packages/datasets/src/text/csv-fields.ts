import { type Cell, type CellRecord, emptyRecord } from "../columns/cell.js";
import type { Plan, PlannedColumn } from "../columns/plan.js";

/** A column of a CSV file: a column of the table, or a field of one that is a record. */
export interface CsvField {
  /** The name in the file: `home.city` for a field. So Flyte and flytekit call it, too. */
  readonly name: string;
  readonly plan: Plan;
  /** Its cell, of the cell of the whole column. */
  cellOf(column: Cell): Cell;
}

/** The fields of a column: itself, or those of a record, at any depth. */
export function csvFields({ name, plan }: PlannedColumn): readonly CsvField[] {
  if (plan.kind !== "record") return [{ name, plan, cellOf: (cell) => cell }];
  return [...plan.fields].flatMap(([field, inner]) =>
    csvFields({ name: `${name}.${field}`, plan: inner }).map((part) => ({
      ...part,
      cellOf: (cell: Cell) => (cell === null ? null : part.cellOf((cell as CellRecord)[field] ?? null)),
    })),
  );
}

/** Reads the next field; `inNothing` if it is of a record that may be nothing, of which an empty field is nothing too. */
export type NextField = (plan: Plan, inNothing: boolean) => Cell;

/** The cell of a whole column, from its fields in their order. A record of which nothing is there is nothing. */
export function cellOfFields(plan: Plan, next: NextField, inNothing = false): Cell {
  if (plan.kind !== "record") return next(plan, inNothing);
  const record = emptyRecord();
  let isThere = false;
  for (const [field, inner] of plan.fields) {
    const cell = cellOfFields(inner, next, inNothing || plan.nullable);
    record[field] = cell;
    isThere ||= cell !== null;
  }
  return isThere || !plan.nullable ? record : null;
}
