import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { DatasetColumn, DatasetFile, DatasetRow } from "@flytekit-ts/core/types";
import { uriWords } from "@flytekit-ts/core/storage";
import type { ColumnMetaData, FileMetaData, RowGroup } from "hyparquet";
import type { Cell } from "../columns/cell.js";
import { planColumn } from "../columns/plan-column.js";
import type { PlannedColumn } from "../columns/plan.js";
import { errors } from "../errors.js";
import { type CellColumn, decodeRows } from "../rows/decode-rows.js";
import type { Levels } from "./check-values.js";
import { MOST_ROWS } from "./check-pages.js";
import type { Invalid } from "../bytes/invalid.js";
import { naturalPlan } from "./natural-plan.js";
import { type GroupToRead, readColumn } from "./read-column.js";
import { type Footer, FORMAT, readFooter } from "./read-footer.js";
import type { FileColumn, FileSchema } from "./schema/read-schema.js";
import { type CellReader, readerOf, type Refusals } from "./reader-of.js";

// Rows are made some thousands at a time: they take more memory than the columns.
const BATCH = 4096;

/** The rows of a Parquet file, one row group after the other. Only the bytes of the columns are read. */
export async function* readParquet(
  file: DatasetFile,
  columns: readonly DatasetColumn[] | undefined,
): AsyncGenerator<readonly DatasetRow[]> {
  const invalid: Invalid = (problem) =>
    errors.DATASET_FILE_INVALID({ uri: file.uri, format: FORMAT, problem });
  const footer = await readFooter(file, invalid);
  const reading = columnsToRead(footer.schema, columns, file.uri, invalid);
  let first = 0;
  for (const group of footer.metadata.row_groups) {
    const toRead = groupToRead(group, footer, file, invalid);
    if (toRead.rows === 0) continue;
    const cells: CellColumn[] = [];
    for (const { plan, name, column, read } of reading) {
      const values = await readColumn(toRead, column, invalid);
      cells.push({ name, plan, cellAt: (i) => cellOf(read, values.at(i), invalid) });
    }
    for (let start = 0; start < toRead.rows; start += BATCH) {
      const end = Math.min(start + BATCH, toRead.rows);
      yield decodeRows(cells, { at: uriWords(file.uri), start, end, first: first + start });
    }
    first += toRead.rows;
  }
}

interface ColumnToRead extends PlannedColumn {
  readonly column: FileColumn;
  readonly read: CellReader;
}

function columnsToRead(
  { columns }: FileSchema,
  declared: readonly DatasetColumn[] | undefined,
  uri: string,
  invalid: Invalid,
): ColumnToRead[] {
  const refusalsOf = (name: string): Refusals => ({
    invalid,
    mismatch: (path, wanted, given, advice) =>
      errors.DATASET_COLUMN_MISMATCH({ at: uriWords(uri), column: `${name}${path}`, wanted, given, advice }),
  });
  if (declared === undefined) {
    return columns.map((column) => {
      const plan = naturalPlan(column.node, refusalsOf(column.name));
      return { name: column.name, plan, column, read: readerOf(column.node, plan, refusalsOf(column.name)) };
    });
  }
  return declared.map((each) => {
    const { name, plan } = planColumn(each);
    const column = columns.find((found) => found.name === name);
    if (column === undefined)
      throw errors.DATASET_COLUMN_MISSING({ uri, column: name, known: columns.map((found) => found.name) });
    return { name, plan, column, read: readerOf(column.node, plan, refusalsOf(name)) };
  });
}

function groupToRead(group: RowGroup, { schema }: Footer, file: DatasetFile, invalid: Invalid): GroupToRead {
  const rows = Number(group.num_rows);
  if (!(rows >= 0 && rows <= MOST_ROWS))
    throw invalid(`a row group has ${rows} rows; more than ${MOST_ROWS} are not read`);
  if (group.columns.length !== schema.paths.length)
    throw invalid("a row group has other columns than the schema");
  const leaves = group.columns.map(({ meta_data, file_path }, i): ColumnMetaData & Levels => {
    const path = schema.paths[i];
    if (!isWhole(meta_data)) throw invalid("a row group says too little of a column");
    if (path === undefined || meta_data.path_in_schema.join("\0") !== path.own.join("\0"))
      throw invalid("a row group has other columns than the schema");
    if (file_path !== undefined) throw invalid("its columns are in other files");
    const { definition, repetition } = path;
    return { ...meta_data, path_in_schema: [...path.plain], definition, repetition };
  });
  const columns = leaves.map((meta_data) => ({ file_offset: 0n, meta_data }));
  const metadata: FileMetaData = {
    version: 2,
    schema: [...schema.plain],
    num_rows: group.num_rows,
    row_groups: [{ columns, total_byte_size: group.total_byte_size, num_rows: group.num_rows }],
    metadata_length: 0,
  };
  return { file, metadata, leaves, rows };
}

// The library takes the fields from the file as they come.
function isWhole(column: Partial<ColumnMetaData> | undefined): column is ColumnMetaData {
  if (column === undefined || !Array.isArray(column.path_in_schema)) return false;
  const sizes = [column.num_values, column.data_page_offset, column.total_compressed_size];
  return typeof column.codec === "string" && sizes.every((size) => typeof size === "bigint");
}

// Where levels are damaged, the library gives values of other shapes than the schema has.
function cellOf(read: CellReader, plain: unknown, invalid: Invalid): Cell {
  try {
    return read(plain);
  } catch (error) {
    throw isFlytekitError(error) ? error : invalid("a column has values that its schema has not");
  }
}
