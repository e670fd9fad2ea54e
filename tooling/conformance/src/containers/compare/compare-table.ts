import { parquetMetadata, parquetReadObjects, parquetSchema, type SchemaTree } from "hyparquet";
import { Names } from "../messages/names.js";
import { messageDifferences } from "../messages/differences.js";
import type { RowRaw } from "../rows/container-row.js";

type Table = NonNullable<RowRaw["parquet"]>;

/** Each difference between a Parquet file of ours and the recorded table: names and kinds of columns, rows. */
export async function compareTable(recorded: Table, bytes: Uint8Array): Promise<readonly string[]> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const schema = parquetSchema(parquetMetadata(file));
  const columns = Object.fromEntries(schema.children.map((child) => [child.element.name, kindOf(child)]));
  const wanted = Object.fromEntries(
    Object.entries(recorded.columns).map(([name, type]) => [name, kindOfArrow(type)]),
  );
  const differences = messageDifferences({ columns: wanted }, { columns }, new Names());
  if (differences.length > 0) return differences;
  const rows = await parquetReadObjects({ file });
  const cells = rows.map((row) => Object.keys(wanted).map((name) => cellOf(row[name])));
  return messageDifferences({ rows: recorded.rows }, { rows: cells }, new Names());
}

function kindOfArrow(type: string): string {
  if (/^u?int\d+$/.test(type)) return "int";
  if (/^(?:double|float|halffloat)$/.test(type)) return "float";
  if (/^(?:large_)?string(?:_view)?$/.test(type)) return "string";
  if (/^(?:large_)?binary/.test(type)) return "bytes";
  return type.replace(/[[(<].*/s, "").replace(/\d+$/, "");
}

function kindOf({ element, children }: SchemaTree): string {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (logical?.type === "STRING" || converted === "UTF8") return "string";
  if (logical?.type === "TIMESTAMP" || converted?.startsWith("TIMESTAMP") === true) return "timestamp";
  if (logical?.type === "DATE" || converted === "DATE") return "date";
  if (logical?.type === "LIST" || converted === "LIST") return "list";
  if (logical?.type === "MAP" || converted === "MAP") return "map";
  if (children.length > 0) return "struct";
  if (type === "INT32" || type === "INT64") return "int";
  if (type === "DOUBLE" || type === "FLOAT") return "float";
  return type === "BOOLEAN" ? "bool" : "bytes";
}

/** A cell as rows hold it: times as ISO, as Python writes them. */
function cellOf(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/\.?0*Z$/, "")
      .replace(/T00:00:00$/, "");
  if (Array.isArray(value)) return value.map(cellOf);
  return value ?? null;
}
