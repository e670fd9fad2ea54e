import { mismatch, type DatasetColumn, type DatasetRows } from "@flytekit-ts/core/types";
import type { ByteStream } from "../bytes/byte-stream.js";
import { writeText } from "../bytes/write-text.js";
import type { Cell } from "../columns/cell.js";
import { planColumn } from "../columns/plan-column.js";
import type { Plan, PlannedColumn } from "../columns/plan.js";
import { encodeRow } from "../rows/encode-row.js";
import { inferColumns } from "../rows/infer-columns.js";
import { takeGroups } from "../rows/take-groups.js";
import { type CsvField, csvFields } from "./csv-fields.js";
import { quoted, textOfCell } from "./text-of-cell.js";

const GROUP = 1024;

/** Rows as CSV, with the names of the columns on the first line. */
export function writeCsv(rows: DatasetRows, declared: readonly DatasetColumn[] | undefined): ByteStream {
  return writeText(linesFor(rows, declared?.map(planColumn)));
}

async function* linesFor(
  rows: DatasetRows,
  declared: readonly PlannedColumn[] | undefined,
): AsyncGenerator<string> {
  let columns = declared;
  let fieldsOf = (columns ?? []).map(csvFields);
  if (columns !== undefined) yield headerOf(fieldsOf.flat());
  let row = 0;
  for await (const group of takeGroups(rows, () => GROUP)) {
    if (columns === undefined) {
      columns = inferColumns(group);
      fieldsOf = columns.map(csvFields);
      yield headerOf(fieldsOf.flat());
    }
    const write = fieldsOf.flat().length === 1 ? singleField : textOfCell;
    for (const each of group) {
      const fields: string[] = [];
      const known = fieldsOf;
      encodeRow(each, row, columns, (i, cell) => {
        for (const { plan, cellOf } of known[i] ?? []) fields.push(write(cellOf(cell), plan));
      });
      yield `${fields.join(",")}\n`;
      row += 1;
    }
  }
}

function headerOf(columns: readonly CsvField[]): string {
  return `${columns.map(({ name }) => quoted(name)).join(",")}\n`;
}

// In a file of one column, nothing is written as quotes, as pandas does: others skip a blank line.
function singleField(cell: Cell, plan: Plan): string {
  if (cell === "" && plan.nullable)
    throw mismatch(
      "a string that is not empty, because CSV with one column cannot tell it from nothing",
      "one",
    );
  return cell === null ? '""' : textOfCell(cell, plan);
}
