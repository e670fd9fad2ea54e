import type { DatasetRows } from "@flytekit-ts/core/types";

/**
 * Rows in groups. `sizeOf` says before each how many rows it may have. A group that is given is not used again, so that
 * rows are held only once.
 *
 * Rows that are at hand are not awaited one by one: that takes longer than writing them.
 */
export async function* takeGroups(
  rows: DatasetRows,
  sizeOf: () => number,
): AsyncGenerator<readonly unknown[]> {
  let group: unknown[] = [];
  let size = sizeOf();
  if (Symbol.asyncIterator in rows) {
    for await (const row of rows) {
      group.push(row);
      if (group.length < size) continue;
      yield group;
      [group, size] = [[], sizeOf()];
    }
  } else {
    for (const row of rows) {
      group.push(row);
      if (group.length < size) continue;
      yield group;
      [group, size] = [[], sizeOf()];
    }
  }
  if (group.length > 0) yield group;
}
