// The most rows of a row group, the most values and the most bytes: a row group is held in memory where it is read.
const MOST_ROWS = 1 << 16;
const MOST_VALUES = 1 << 22;
const MOST_BYTES = 1 << 26;
const FIRST_ROWS = 1024;
// Of a table whose columns are not known yet.
const SOME_COLUMNS = 64;

interface Group {
  readonly num_rows: bigint;
  /** Before compression. */
  readonly total_byte_size: bigint;
}

/**
 * How many rows the next row group may have. The first of declared columns is small, and tells how large rows are; columns
 * that are not declared are taken from the first, so that it is large.
 */
export function groupSize(columns: number | undefined, groups: readonly Group[] | undefined): number {
  const values = Math.floor(MOST_VALUES / Math.max(1, columns ?? SOME_COLUMNS));
  const most = Math.max(1, Math.min(MOST_ROWS, values));
  if (groups === undefined) return most;
  const last = groups.at(-1);
  if (last === undefined) return Math.min(most, FIRST_ROWS);
  const bytes = Number(last.total_byte_size) / Number(last.num_rows);
  return Math.max(1, Math.min(most, Math.floor(MOST_BYTES / Math.max(1, bytes))));
}
