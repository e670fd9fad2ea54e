import type { DatasetColumn, DatasetFile, DatasetRow, DatasetRows } from "@flytekit-ts/core/types";
import { uriWords } from "@flytekit-ts/core/storage";
import type { ByteStream } from "../bytes/byte-stream.js";
import { readText } from "../bytes/read-text.js";
import { writeText } from "../bytes/write-text.js";
import type { Cell } from "../columns/cell.js";
import { cellOfJson } from "../columns/cell-of-json.js";
import { jsonOfCell, object } from "../columns/json-of-cell.js";
import { planColumn } from "../columns/plan-column.js";
import type { PlannedColumn } from "../columns/plan.js";
import { errors } from "../errors.js";
import { encodeRow, GIVEN_ROWS } from "../rows/encode-row.js";
import { cellError } from "../rows/row-error.js";
import { takeGroups } from "../rows/take-groups.js";
import { jsonOfValue } from "./json-of-value.js";
import { type Line, linesOf } from "./lines-of.js";
import { parseJson } from "./parse-json.js";

const FORMAT = "jsonl";

/** The rows of a file with a JSON object on each line. */
export async function* readJsonLines(
  file: DatasetFile,
  declared: readonly DatasetColumn[] | undefined,
): AsyncGenerator<readonly DatasetRow[]> {
  const columns = declared?.map(planColumn);
  const invalid = (problem: string): Error =>
    errors.DATASET_FILE_INVALID({ uri: file.uri, format: FORMAT, problem });
  let row = 0;
  for await (const lines of linesOf(readText(file, FORMAT), invalid)) {
    yield lines.map((line) => {
      const object = objectOn(line, invalid);
      const at = `${uriWords(file.uri)} (line ${line.number})`;
      const read = columns === undefined ? object : rowOf(object, columns, { at, row });
      row += 1;
      return read;
    });
  }
}

function objectOn({ number, text }: Line, invalid: (problem: string) => Error): DatasetRow {
  const value = (() => {
    try {
      return parseJson(text);
    } catch {
      throw invalid(`line ${number} is not JSON`);
    }
  })();
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as DatasetRow;
  throw invalid(`line ${number} is no object`);
}

function rowOf(
  object: DatasetRow,
  columns: readonly PlannedColumn[],
  place: { readonly at: string; readonly row: number },
): DatasetRow {
  const entries = columns.map(({ name, plan }) => {
    try {
      return [name, plan.decode(cellOfJson(Object.hasOwn(object, name) ? object[name] : null, plan))];
    } catch (error) {
      throw cellError(error, { ...place, column: name });
    }
  });
  return Object.fromEntries(entries) as DatasetRow;
}

/** Rows as JSON objects on lines of their own. */
export function writeJsonLines(
  rows: DatasetRows,
  declared: readonly DatasetColumn[] | undefined,
): ByteStream {
  return writeText(linesFor(rows, declared?.map(planColumn)));
}

async function* linesFor(
  rows: DatasetRows,
  columns: readonly PlannedColumn[] | undefined,
): AsyncGenerator<string> {
  let row = 0;
  for await (const group of takeGroups(rows, () => 1024)) {
    for (const each of group) {
      yield `${columns === undefined ? anyRow(each, row) : typedRow(each, row, columns)}\n`;
      row += 1;
    }
  }
}

function typedRow(row: unknown, index: number, columns: readonly PlannedColumn[]): string {
  const fields: [string, string][] = [];
  encodeRow(row, index, columns, (i, cell: Cell) => {
    const column = columns[i];
    if (column !== undefined) fields.push([column.name, jsonOfCell(cell, column.plan)]);
  });
  return object(fields);
}

function anyRow(row: unknown, index: number): string {
  encodeRow(row, index, Object.keys(Object(row)).map(ANY), () => {});
  const fields = Object.entries(row as DatasetRow).map(([name, value]): [string, string] => {
    try {
      return [name, jsonOfValue(value)];
    } catch (error) {
      throw cellError(error, { at: GIVEN_ROWS, row: index, column: name });
    }
  });
  return object(fields);
}

const ANY = (name: string): PlannedColumn => ({
  name,
  plan: { kind: "string", nullable: true, words: "any value", encode: () => null, decode: () => undefined },
});
