import type {
  DatasetColumn,
  DatasetFile,
  DatasetFormat,
  DatasetRow,
  DatasetRows,
} from "@flytekit-ts/core/types";
import { resolveType } from "@flytekit-ts/core/types";
import type { TypeLike } from "@flytekit-ts/core";
import { fileOf } from "./file-of.js";

type Columns = Readonly<Record<string, TypeLike>>;

/** Columns as a format gets them. */
export function columnsOf(columns: Columns | undefined): DatasetColumn[] | undefined {
  if (columns === undefined) return undefined;
  return Object.entries(columns).map(([name, type]) => ({ name, type: resolveType(type, name).transformer }));
}

/** All rows of a file. */
export async function rowsOf(
  format: DatasetFormat,
  file: DatasetFile,
  columns?: Columns,
): Promise<DatasetRow[]> {
  const rows: DatasetRow[] = [];
  for await (const batch of format.read(file, columnsOf(columns))) rows.push(...batch);
  return rows;
}

/** Rows as the bytes of a file. */
export async function bytesOf(
  format: DatasetFormat,
  rows: DatasetRows,
  columns?: Columns,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(rows, columnsOf(columns))) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Rows, written and read again. */
export async function roundTrip(
  format: DatasetFormat,
  rows: DatasetRows,
  columns?: Columns,
): Promise<DatasetRow[]> {
  return rowsOf(format, fileOf(await bytesOf(format, rows, columns)), columns);
}
