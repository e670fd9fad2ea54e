import type { ColumnMetaData, PageHeader } from "hyparquet/src/types.js";
import { parquetHeader } from "hyparquet/src/column.js";
import type { Invalid } from "../bytes/invalid.js";
import { checkValues, type Levels } from "./check-values.js";

// The most that pyarrow writes into a row group.
export const MOST_ROWS = 64 * 1024 * 1024;
// A page has a mebibyte in most files, and all of a column's pages some dozens.
const LARGEST_PAGE = 512 * 1024 * 1024;
const LARGEST_COLUMN = 2 * 1024 * 1024 * 1024;

/**
 * Checks the sizes that the pages of a column say they have, before anything is made of them: a few bytes could say
 * that they hold all memory.
 */
export function checkPages(
  bytes: Uint8Array<ArrayBuffer>,
  column: ColumnMetaData & Levels,
  invalid: Invalid,
): void {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let [values, size] = [0, 0];
  // As the library does: one byte is no page.
  while (reader.offset < bytes.length - 1) {
    const header = headerOf(reader, invalid);
    const end = reader.offset + header.compressed_page_size;
    if (end > bytes.length) throw invalid("a page is longer than its column");
    size += header.uncompressed_page_size;
    values += (header.data_page_header ?? header.data_page_header_v2)?.num_values ?? 0;
    if (header.uncompressed_page_size > LARGEST_PAGE || size > LARGEST_COLUMN)
      throw invalid(
        `a column of a row group has ${size} bytes or more; more than ${LARGEST_COLUMN} are not read`,
      );
    if (values > Number(column.num_values)) throw invalid("a column has more values than it says");
    checkValues(bytes.subarray(reader.offset, end), header, column, invalid);
    reader.offset = end;
  }
  if (values !== Number(column.num_values)) throw invalid("a column has fewer values than it says");
}

function headerOf(reader: { view: DataView; offset: number }, invalid: Invalid): PageHeader {
  const header = (() => {
    try {
      return parquetHeader(reader);
    } catch {
      throw invalid("the header of a page is damaged");
    }
  })();
  const { data_page_header: one, data_page_header_v2: two, dictionary_page_header: dictionary } = header;
  const counts = [
    header.compressed_page_size,
    header.uncompressed_page_size,
    one?.num_values ?? 0,
    dictionary?.num_values ?? 0,
    ...(two === undefined
      ? []
      : [
          two.num_values,
          two.num_nulls,
          two.definition_levels_byte_length,
          two.repetition_levels_byte_length,
        ]),
  ];
  if (counts.some((count) => !(Number.isSafeInteger(count) && count >= 0)))
    throw invalid("the header of a page is damaged");
  // An encoding that is not known has no name.
  const encoding: string | undefined = (one ?? two ?? dictionary)?.encoding;
  if (encoding === undefined) throw invalid("a page has an encoding that is not known");
  return header;
}
