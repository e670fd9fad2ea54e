import { textOf } from "@flytekit-ts/core/errors";
import type { DatasetFile } from "@flytekit-ts/core/types";
import type { ColumnMetaData, DecodedArray, FileMetaData } from "hyparquet";
import { parquetRead } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { readRange } from "../bytes/read-bytes.js";
import { checkPages } from "./check-pages.js";
import type { Levels } from "./check-values.js";
import { ChunkedColumn } from "./chunked-column.js";
import type { Invalid } from "../bytes/invalid.js";
import { FORMAT } from "./read-footer.js";
import type { FileColumn } from "./schema/read-schema.js";

/** A row group, in the metadata that the library gets: one with nothing else. */
export interface GroupToRead {
  readonly file: DatasetFile;
  readonly metadata: FileMetaData;
  readonly leaves: readonly (ColumnMetaData & Levels)[];
  readonly rows: number;
}

/** The plain values of a column in a row group. @throws What `invalid` makes. */
export async function readColumn(
  group: GroupToRead,
  column: FileColumn,
  invalid: Invalid,
): Promise<ChunkedColumn> {
  const leaves = group.leaves.slice(column.leaves.start, column.leaves.end);
  const pieces = await Promise.all(
    leaves.map(async (leaf) => {
      const range = rangeOf(leaf);
      const bytes = await readRange(group.file, range, FORMAT);
      checkPages(bytes, leaf, invalid);
      return { ...range, bytes };
    }),
  );
  const file = {
    byteLength: group.file.size,
    slice: (start: number, end?: number) => cut(pieces, start, end),
  };
  const chunks: DecodedArray[] = [];
  try {
    await parquetRead({
      file,
      metadata: group.metadata,
      columns: [column.plainName],
      compressors,
      utf8: false,
      geoparquet: false,
      parsers: PARSERS,
      onChunk: ({ columnData }) => chunks.push(columnData),
    });
  } catch (error) {
    throw invalid(
      `column ${JSON.stringify(column.name)} is damaged or of a form that is not known (${textOf(error).slice(0, 200)})`,
    );
  }
  const values = new ChunkedColumn(chunks);
  if (values.length !== group.rows)
    throw invalid(`column ${JSON.stringify(column.name)} has ${values.length} values for ${group.rows} rows`);
  return values;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const PARSERS = {
  stringFromBytes: (bytes: Uint8Array) => decoder.decode(bytes),
  timestampFromNanoseconds: (nanos: bigint) => nanos,
};

function rangeOf(leaf: ColumnMetaData): { readonly start: number; readonly end: number } {
  const { dictionary_page_offset: dictionary, data_page_offset: data, total_compressed_size: size } = leaf;
  const start = Number(dictionary !== undefined && dictionary > 0n && dictionary < data ? dictionary : data);
  return { start, end: start + Number(size) };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

// Pieces are asked for one by one, or beside each other in one range.
function cut(pieces: readonly Piece[], start: number, end = Infinity): ArrayBuffer {
  const single = pieces.find((piece) => piece.start === start && piece.end === end);
  if (single !== undefined) return single.bytes.buffer;
  const bytes = new Uint8Array(end - start);
  for (const piece of pieces) {
    const [from, to] = [Math.max(piece.start, start), Math.min(piece.end, end)];
    if (from < to) bytes.set(piece.bytes.subarray(from - piece.start, to - piece.start), from - start);
  }
  return bytes.buffer;
}
