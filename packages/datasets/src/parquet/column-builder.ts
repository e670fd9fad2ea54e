import type { DecodedArray, Encoding } from "hyparquet";
import type { Cell } from "../columns/cell.js";
import type { Plan } from "../columns/plan.js";
import { plainOf } from "./plain-of-cell.js";

/** Collects the cells of a column, in the form in which the library writes them fastest. */
export interface ColumnBuilder {
  add(cell: Cell): void;
  finish(): { readonly data: DecodedArray; readonly encoding?: Encoding };
}

/** A builder for a row group of this many rows. */
export function columnBuilder(plan: Plan, rows: number): ColumnBuilder {
  const plain = plainOf(plan);
  const data = arrayFor(plan, rows);
  let size = 0;
  return {
    add(cell) {
      data[size] = plain(cell);
      size += 1;
    },
    // A dictionary of numbers is seldom smaller, and to try takes longer than to write them.
    finish: () => ({
      data: data as DecodedArray,
      ...(NUMBERS.has(plan.kind) ? { encoding: "PLAIN" } : {}),
    }),
  };
}

const NUMBERS: ReadonlySet<Plan["kind"]> = new Set(["int", "float", "datetime", "duration"]);

function arrayFor({ kind, nullable }: Plan, rows: number): { [index: number]: unknown } {
  if (nullable) return Array.from({ length: rows });
  if (kind === "float") return new Float64Array(rows);
  return kind === "int" || kind === "duration" || kind === "datetime"
    ? new BigInt64Array(rows)
    : Array.from({ length: rows });
}
