import { pipeline, Readable } from "node:stream";
import type { DatasetColumn, DatasetFile, DatasetRow } from "@flytekit-ts/core/types";
import { uriWords } from "@flytekit-ts/core/storage";
import { CsvError, type Info, parse } from "csv-parse";
import { readText } from "../bytes/read-text.js";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { planColumn } from "../columns/plan-column.js";
import type { PlannedColumn } from "../columns/plan.js";
import { errors } from "../errors.js";
import { cellError } from "../rows/row-error.js";
import type { Invalid } from "../bytes/invalid.js";
import { cellOfFields, csvFields, type NextField } from "./csv-fields.js";
import { cellOfText } from "./cell-of-text.js";

export const FORMAT = "csv";
const BATCH = 1024;
const LONGEST = 1 << 28;

/** A record of a file: its fields, of which an empty one without quotes is null, and the line at which it ends. */
interface Recorded {
  readonly record: readonly (string | null)[];
  readonly info: Info;
}

/** The rows of a CSV file, whose first record has the names of the columns. Without declared ones all are strings. */
export async function* readCsv(
  file: DatasetFile,
  declared: readonly DatasetColumn[] | undefined,
): AsyncGenerator<readonly DatasetRow[]> {
  const invalid: Invalid = (problem) =>
    errors.DATASET_FILE_INVALID({ uri: file.uri, format: FORMAT, problem });
  const planned = declared?.map(planColumn);
  let columns: readonly ColumnToRead[] | undefined;
  let width = 0;
  let row = 0;
  let batch: DatasetRow[] = [];
  for await (const { record, info } of recordsOf(file, invalid)) {
    if (columns === undefined) {
      width = record.length;
      columns = columnsToRead(
        record.map((name) => name ?? ""),
        planned,
        { uri: file.uri, invalid },
      );
      continue;
    }
    // A blank line; in a file of one column it may be a value that is nothing.
    if (record.length === 1 && record[0] === null && width > 1) continue;
    if (record.length !== width)
      throw invalid(`line ${info.lines} has ${record.length} fields, and the first has ${width}`);
    batch.push(rowOf(record, columns, { at: `${uriWords(file.uri)} (line ${info.lines})`, row }));
    row += 1;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (columns === undefined && planned !== undefined) columnsToRead([], planned, { uri: file.uri, invalid });
  yield batch;
}

async function* recordsOf(file: DatasetFile, invalid: Invalid): AsyncGenerator<Recorded> {
  const parser = parse({
    info: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: LONGEST,
    cast: (text, { quoting }) => (text === "" && !quoting ? null : text),
  });
  // What fails in front of the parser, it throws in turn.
  pipeline(Readable.from(readText(file, FORMAT)), parser, () => {});
  try {
    for await (const record of parser) yield record as Recorded;
  } catch (error) {
    if (isFlytekitError(error)) throw error;
    if (!(error instanceof CsvError)) throw error;
    throw invalid(`line ${parser.info.lines} is not CSV (${error.code})`);
  }
}

interface ColumnToRead {
  readonly name: string;
  /** Where its field is, or its fields if it is a record. */
  readonly positions: readonly number[];
  /** Undefined if the column is not declared: its values are strings. */
  readonly plan: PlannedColumn["plan"] | undefined;
}

function columnsToRead(
  names: readonly string[],
  planned: readonly PlannedColumn[] | undefined,
  { uri, invalid }: { readonly uri: string; readonly invalid: Invalid },
): readonly ColumnToRead[] {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw invalid(`it has two columns ${JSON.stringify(twice)}`);
  if (planned === undefined)
    return names.map((name, position) => ({ name, positions: [position], plan: undefined }));
  return planned.map(({ name, plan }) => {
    const positions = csvFields({ name, plan }).map((field) => {
      const position = names.indexOf(field.name);
      if (position === -1) throw errors.DATASET_COLUMN_MISSING({ uri, column: field.name, known: names });
      return position;
    });
    return { name, positions, plan };
  });
}

function rowOf(
  record: Recorded["record"],
  columns: readonly ColumnToRead[],
  place: { readonly at: string; readonly row: number },
): DatasetRow {
  const entries = columns.map(({ name, positions, plan }) => {
    if (plan === undefined) return [name, record[positions[0] ?? 0] ?? undefined];
    let next = 0;
    const read: NextField = (part, inNothing) => {
      const text = record[positions[next] ?? 0] ?? null;
      next += 1;
      // In a file of one column, nothing is written in quotes too: a blank line would be skipped by others.
      const isNothing = text === null ? inNothing : text === "" && record.length === 1 && part.nullable;
      return isNothing ? null : cellOfText(text, part);
    };
    try {
      return [name, plan.decode(cellOfFields(plan, read))];
    } catch (error) {
      throw cellError(error, { ...place, column: name });
    }
  });
  return Object.fromEntries(entries) as DatasetRow;
}
