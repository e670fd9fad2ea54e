import type { ColumnMetaData } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import type { Invalid } from "../bytes/invalid.js";

// The most that pyarrow writes into a row group.
export const MOST_ROWS = 64 * 1024 * 1024;
// A page has a mebibyte in most files, and all of a column's pages some dozens.
const LARGEST_PAGE = 512 * 1024 * 1024;
const LARGEST_COLUMN = 2 * 1024 * 1024 * 1024;

/**
 * Checks the sizes that the pages of a column say they have, before anything is made of them: a few bytes could say
 * that they hold all memory.
 */
export function checkPages(bytes: Uint8Array<ArrayBuffer>, column: ColumnMetaData, invalid: Invalid): void {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let [values, size] = [0, 0];
  // As the library does: one byte is no page.
  while (reader.offset < bytes.length - 1) {
    const page = headerOf(reader, invalid);
    if (page.end > bytes.length) throw invalid("a page is longer than its column");
    reader.offset = page.end;
    size += page.size;
    values += page.values;
    if (page.size > LARGEST_PAGE || size > LARGEST_COLUMN)
      throw invalid(
        `a column of a row group has ${size} bytes or more; more than ${LARGEST_COLUMN} are not read`,
      );
    if (values > Number(column.num_values)) throw invalid("a column has more values than it says");
  }
  if (values !== Number(column.num_values)) throw invalid("a column has fewer values than it says");
}

interface Page {
  /** Where it ends. */
  readonly end: number;
  /** Bytes after decompression. */
  readonly size: number;
  /** Values, those that are nothing included; 0 for a dictionary. */
  readonly values: number;
}

function headerOf(reader: { view: DataView; offset: number }, invalid: Invalid): Page {
  const header = (() => {
    try {
      return parquetHeader(reader);
    } catch {
      throw invalid("the header of a page is damaged");
    }
  })();
  const { compressed_page_size: stored, uncompressed_page_size: size } = header;
  const data = header.data_page_header ?? header.data_page_header_v2;
  const values = data?.num_values ?? 0;
  const counts = [stored, size, values, header.dictionary_page_header?.num_values ?? 0];
  if (counts.some((count) => !(Number.isSafeInteger(count) && count >= 0)))
    throw invalid("the header of a page is damaged");
  return { end: reader.offset + stored, size, values };
}
