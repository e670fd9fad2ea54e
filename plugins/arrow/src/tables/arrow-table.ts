import { t, type Dataset, type Shape, type TypeLike } from "@flytekit-ts/core";
import { atCaller } from "@flytekit-ts/core/errors";
import type { ValueStore } from "@flytekit-ts/core/storage";
import {
  createType,
  type FlyteType,
  refused,
  resolveType,
  type TypeTransformer,
} from "@flytekit-ts/core/types";
import { dataset, parquet, parquetColumns } from "@flytekit-ts/datasets";
import { isArrowTable, type Table } from "apache-arrow";
import { exactType } from "./exact-type.js";
import { rowsOfTable } from "./rows-of-table.js";
import { tableOfRows } from "./table-of-rows.js";

/** Options of `arrowTable`. */
export interface ArrowTableOptions<C extends Shape> {
  /** The columns that are read and written, by the types of Flyte. Without them, a table may have any. */
  readonly columns?: C;
}

/** The type of Arrow tables with these columns. For Flyte it is a dataset in Parquet. */
export interface ArrowTableType<C extends Shape> extends FlyteType<Table, { arrow: keyof C }> {}

type Columns = Readonly<Record<string, TypeLike>>;

/**
 * Make the type of Apache Arrow tables: a task receives a whole `Table` and returns one, which is stored as Parquet.
 *
 * For Flyte it is a structured dataset, so that Python tasks take and return `pyarrow.Table` or data frames. A table is
 * held in memory: `dataset` of `@flytekit-ts/datasets` reads rows in parts.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `TYPE_UNKNOWN`, as `t.dataset` does.
 * @example
 * const people = arrowTable({ columns: { id: t.int(), name: t.string() } });
 */
export function arrowTable<C extends Shape = {}>(options: ArrowTableOptions<C> = {}): ArrowTableType<C> {
  return atCaller(arrowTable, () => {
    const declared = resolveType(dataset({ ...options, format: "parquet" }), "`arrowTable`").transformer;
    const columns = exactColumns(options.columns);
    const words = "Arrow table";
    const transformer: TypeTransformer = {
      ...declared,
      words,
      toLiteral: (value) => declared.toLiteral(stored(value, words)),
      write: (value, writer) => declared.write(stored(value, words), writer),
      storing(value) {
        if (!isTable(value)) return declared.storing?.(value);
        return async (store) => storingOf(value, columns)?.(store);
      },
      load: (value, store) => loadTable(value as Dataset, columns, store),
    };
    return createType<Table, { arrow: keyof C }>({ transformer: transformer as TypeTransformer<Table> });
  });
}

function exactColumns(columns: Shape | undefined): Columns | undefined {
  const entries = Object.entries(columns ?? {});
  if (entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.map(([name, type]) => [name, exactType(resolveType(type, `column ${name}`).transformer)]),
  );
}

// Of any copy of Arrow. A proxy may throw whenever it is read; it is no table.
function isTable(value: unknown): value is Table {
  try {
    return isArrowTable(value);
  } catch {
    return false;
  }
}

// A table has no place before it is stored.
function stored(value: unknown, words: string): unknown {
  if (isTable(value)) throw refused(value, `${words} that a task returns`, "rows");
  return value;
}

function storingOf(
  table: Table,
  columns: Columns | undefined,
): ReturnType<NonNullable<TypeTransformer["storing"]>> {
  const { types, rows } = rowsOfTable(table, columns);
  const { transformer } = resolveType(dataset({ columns: types, format: "parquet" }), "an Arrow table");
  return transformer.storing?.(rows);
}

async function loadTable(value: Dataset, columns: Columns | undefined, store: ValueStore): Promise<Table> {
  let types = columns;
  const reading = resolveType(
    t.dataset({
      format: "parquet",
      formats: [
        {
          ...parquet,
          // The columns of a table are those of its first file, where none are declared.
          async *read(file) {
            types ??= await parquetColumns(file);
            const wanted = Object.entries(types).map(([name, type]) => {
              return { name, type: resolveType(type, `column ${name}`).transformer };
            });
            yield* parquet.read(file, wanted);
          },
        },
      ],
    }),
    "an Arrow table",
  ).transformer;
  const loaded = (await reading.load?.(value, store)) as Dataset<Readonly<Record<string, unknown>>>;
  const rows: Readonly<Record<string, unknown>>[] = [];
  for await (const row of loaded.rows()) rows.push(row);
  return tableOfRows(rows, types ?? {});
}
