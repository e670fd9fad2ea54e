import type { DatasetRow } from "@flytekit-ts/core/types";
import type { Cell } from "../columns/cell.js";
import type { PlannedColumn } from "../columns/plan.js";
import { cellError } from "./row-error.js";

/** A column of cells, by their positions. */
export interface CellColumn extends PlannedColumn {
  cellAt(index: number): Cell;
}

/** Which rows, and where they are in their file. */
export interface RowSpan {
  readonly at: string;
  /** The position of the first in the columns. */
  readonly start: number;
  readonly end: number;
  /** The number of the first in the file. */
  readonly first: number;
}

/** The rows of a span. @throws `DATASET_ROW_INVALID` */
export function decodeRows(columns: readonly CellColumn[], { at, start, end, first }: RowSpan): DatasetRow[] {
  const rows = Array.from({ length: end - start }, (): Record<string, unknown> => ({}));
  for (const { name, plan, cellAt } of columns) {
    const isPlain = name !== "__proto__";
    for (let i = start; i < end; i += 1) {
      const row = rows[i - start];
      if (row === undefined) continue;
      try {
        const value = plan.decode(cellAt(i));
        if (isPlain) row[name] = value;
        else
          Object.defineProperty(row, name, { value, enumerable: true, writable: true, configurable: true });
      } catch (error) {
        throw cellError(error, { at, row: first + i - start, column: name });
      }
    }
  }
  return rows;
}
