import { describeValue } from "@flytekit-ts/core/errors";
import type { Cell } from "../columns/cell.js";
import { fieldSegment } from "../columns/field-segment.js";
import type { PlannedColumn } from "../columns/plan.js";
import { errors } from "../errors.js";
import { cellError } from "./row-error.js";

/** What is written, in messages. */
export const GIVEN_ROWS = "the rows to write";

/** Gives the cell of each column of a row to `add`. @throws `DATASET_ROW_INVALID` */
export function encodeRow(
  row: unknown,
  index: number,
  columns: readonly PlannedColumn[],
  add: (column: number, cell: Cell) => void,
): void {
  if (typeof row !== "object" || row === null || Array.isArray(row)) throw noRow(row, index);
  const values = row as Readonly<Record<string, unknown>>;
  let found = 0;
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i];
    if (column === undefined) continue;
    const has = Object.hasOwn(values, column.name);
    if (has) found += 1;
    try {
      add(i, column.plan.encode(has ? values[column.name] : undefined));
    } catch (error) {
      throw cellError(error, { at: GIVEN_ROWS, row: index, column: column.name });
    }
  }
  const names = Object.keys(values);
  if (names.length > found) throw unknownColumn(names, index, columns);
}

function noRow(row: unknown, index: number): Error {
  const given = describeValue(row);
  const params = {
    at: GIVEN_ROWS,
    row: index,
    column: "",
    wanted: "an object with a value for each column",
    given,
  };
  return errors.DATASET_ROW_INVALID({ ...params, advice: 'Write each row as `{ id: 1, name: "a" }`.' });
}

function unknownColumn(names: readonly string[], index: number, columns: readonly PlannedColumn[]): Error {
  const known = new Set(columns.map(({ name }) => name));
  const unknown = names.find((name) => !known.has(name)) ?? "";
  return errors.DATASET_ROW_INVALID({
    at: GIVEN_ROWS,
    row: index,
    column: fieldSegment(unknown),
    wanted: "nothing (there is no such column)",
    given: "a value",
    advice:
      "Leave the value out, or declare the column: without declared ones, all rows have the columns of the first.",
  });
}
