import { t } from "@flytekit-ts/core";
import type { Shape } from "@flytekit-ts/core";
import { atCaller } from "@flytekit-ts/core/errors";
import { csv } from "./csv.js";
import { jsonl } from "./jsonl.js";
import { parquet } from "./parquet.js";

/** The formats that this package reads and writes. */
export const formats = Object.freeze([parquet, csv, jsonl]);

/**
 * Tables that are read and written as Parquet, CSV or JSON lines: `t.dataset` with these formats.
 *
 * A task receives a `Dataset`, whose `rows()` it reads one by one, and returns rows, which are written while they
 * come, or a path or URI of a table. Without a format, rows are written as Parquet, and what arrives may have any.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `TYPE_UNKNOWN`, as `t.dataset` does.
 * @example
 * const people = dataset({ columns: { id: t.int(), name: t.string(), born: t.optional(t.date()) } });
 */
export function dataset<C extends Shape = {}, const F extends string = "">(
  options: t.DatasetOptions<C, F> = {},
): t.Dataset<C, F> {
  return atCaller(dataset, () => t.dataset<C, F>({ formats, ...options }));
}
