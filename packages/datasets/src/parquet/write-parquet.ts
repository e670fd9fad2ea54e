import type { DatasetColumn, DatasetRows } from "@flytekit-ts/core/types";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ByteStream } from "../bytes/byte-stream.js";
import { planColumn } from "../columns/plan-column.js";
import type { PlannedColumn } from "../columns/plan.js";
import { encodeRow } from "../rows/encode-row.js";
import { inferColumns } from "../rows/infer-columns.js";
import { takeGroups } from "../rows/take-groups.js";
import { arrowMetadata } from "./arrow/write-arrow-schema.js";
import { type ColumnBuilder, columnBuilder } from "./column-builder.js";
import { groupSize } from "./group-size.js";
import { schemaOf } from "./write-schema.js";

/** Rows as the bytes of a Parquet file, one row group after the other. */
export async function* writeParquet(
  rows: DatasetRows,
  declared: readonly DatasetColumn[] | undefined,
): ByteStream {
  const sink = new ByteWriter(1 << 16);
  let columns = declared?.map(planColumn);
  let file = columns && fileOf(sink, columns);
  let first = 0;
  for await (const group of takeGroups(rows, () => groupSize(columns?.length, file?.row_groups))) {
    columns ??= inferColumns(group);
    file ??= fileOf(sink, columns);
    const columnData = columnsOf(group, first, columns);
    await file.write({ columnData, rowGroupSize: group.length });
    first += group.length;
    yield taken(sink);
  }
  file ??= fileOf(sink, []);
  await file.finish();
  yield taken(sink);
}

function fileOf(writer: ByteWriter, columns: readonly PlannedColumn[]): ParquetWriter {
  const arrow = arrowMetadata(columns);
  const kvMetadata = arrow === undefined ? [] : [arrow];
  return new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: "flytekit-ts", kvMetadata });
}

function columnsOf(
  group: readonly unknown[],
  first: number,
  columns: readonly PlannedColumn[],
): ColumnData[] {
  const builders = columns.map(({ plan }) => columnBuilder(plan, group.length));
  for (const [i, row] of group.entries()) {
    encodeRow(row, first + i, columns, (column, cell) => {
      builders[column]?.add(cell);
    });
  }
  return columns.map(({ name }, i) => ({ name, ...dataOf(builders[i]) }));
}

type ColumnData = Parameters<ParquetWriter["write"]>[0]["columnData"][number];

function dataOf(builder: ColumnBuilder | undefined): Omit<ColumnData, "name"> {
  return builder === undefined ? { data: [] } : builder.finish();
}

// The bytes since the last call. The writer counts those before too, for the offsets in the file.
function taken(sink: ByteWriter): Uint8Array {
  const bytes = sink.getBytes().slice();
  sink.index = 0;
  return bytes;
}
