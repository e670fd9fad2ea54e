import type { ColumnMetaData, PageHeader } from "hyparquet/src/types.js";
import { decompressPage } from "hyparquet/src/datapage.js";
import { compressors } from "hyparquet-compressors";
import type { Invalid } from "../bytes/invalid.js";
import { checkRuns } from "./check-runs.js";

/** The largest levels of a leaf. */
export interface Levels {
  readonly definition: number;
  readonly repetition: number;
}

/** Checks the runs in a page: the levels of its values, and those that are numbers of a dictionary. */
export function checkValues(
  stored: Uint8Array,
  header: PageHeader,
  column: ColumnMetaData & Levels,
  invalid: Invalid,
): void {
  const { data_page_header: one, data_page_header_v2: two } = header;
  if (one === undefined && two === undefined) return;
  const unpack = (bytes: Uint8Array, size: number): Uint8Array =>
    unpacked(bytes, size, column.codec, invalid);
  if (two !== undefined) {
    const {
      num_values: count,
      repetition_levels_byte_length: first,
      definition_levels_byte_length: second,
    } = two;
    const levels = first + second;
    if (levels > stored.length) throw invalid("a page is shorter than its levels");
    checkLevels(stored.subarray(0, first), column.repetition, count, invalid);
    checkLevels(stored.subarray(first, levels), column.definition, count, invalid);
    const size = header.uncompressed_page_size - levels;
    if (!hasRuns(two.encoding) || size <= 0) return;
    const rest = stored.subarray(levels);
    const values = two.is_compressed === false ? rest : unpack(rest, size);
    checkNumbers(values, two, column, invalid);
    return;
  }
  if (one === undefined) return;
  const page = unpack(stored, header.uncompressed_page_size);
  let offset = 0;
  for (const level of [column.repetition, column.definition]) {
    if (level === 0) continue;
    const size = sizeAt(page, offset, invalid);
    checkLevels(page.subarray(offset + 4, offset + 4 + size), level, one.num_values, invalid);
    offset += 4 + size;
  }
  if (hasRuns(one.encoding)) checkNumbers(page.subarray(offset), one, column, invalid);
}

function unpacked(
  bytes: Uint8Array,
  size: number,
  codec: ColumnMetaData["codec"],
  invalid: Invalid,
): Uint8Array {
  try {
    return decompressPage(bytes, size, codec, compressors);
  } catch {
    throw invalid(`a page cannot be decompressed (${codec})`);
  }
}

function checkLevels(bytes: Uint8Array, most: number, count: number, invalid: Invalid): void {
  if (most > 0) checkRuns(bytes, { width: 32 - Math.clz32(most), count }, invalid);
}

function hasRuns(encoding: string): boolean {
  return encoding === "RLE" || encoding.endsWith("_DICTIONARY");
}

interface Encoded {
  readonly encoding: string;
  readonly num_values: number;
  readonly num_nulls?: number;
}

function checkNumbers(
  bytes: Uint8Array,
  { encoding, num_values, num_nulls = 0 }: Encoded,
  column: ColumnMetaData,
  invalid: Invalid,
): void {
  const count = num_values - num_nulls;
  if (encoding === "RLE") {
    if (column.type !== "BOOLEAN") throw invalid("a page has an encoding that its values cannot have");
    const end = 4 + sizeAt(bytes, 0, invalid);
    checkRuns(bytes.subarray(4, end), { width: 1, count, orFewer: true }, invalid);
    return;
  }
  const [width = 0] = bytes;
  if (width > 32) throw invalid("a page has numbers of more than 32 bits");
  checkRuns(bytes.subarray(1), { width, count, orFewer: true }, invalid);
}

function sizeAt(bytes: Uint8Array, offset: number, invalid: Invalid): number {
  if (offset + 4 > bytes.length) throw invalid("a page is shorter than its levels");
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);
  if (offset + 4 + size > bytes.length) throw invalid("a page is shorter than its levels");
  return size;
}
