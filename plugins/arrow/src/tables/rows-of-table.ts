import type { TypeLike } from "@flytekit-ts/core";
import { mismatch } from "@flytekit-ts/core/types";
import type { Table, Vector } from "apache-arrow";
import { seenAs, rawType } from "./raw-types.js";
import { readerOf } from "./read-arrow.js";

type Columns = Readonly<Record<string, TypeLike>>;

/**
 * The rows of a table, made one by one, and the types of their columns: the declared ones, or those of the table.
 *
 * @throws `VALUE_TYPE_MISMATCH` if a declared column is missing, or the table has types that no column has.
 */
export function rowsOfTable(
  table: Table,
  declared: Columns | undefined,
): { readonly types: Columns; readonly rows: Iterable<unknown> } {
  const names = declared === undefined ? table.schema.fields.map(({ name }) => name) : Object.keys(declared);
  const columns = names.map((name) => {
    const field = table.schema.fields.find((each) => each.name === name);
    const vector: Vector | null = table.getChild(name);
    if (field === undefined || vector === null)
      throw mismatch(`an Arrow table with a column ${JSON.stringify(name)}`, "one without it");
    const reader = readerOf(field);
    return { name, reader, vector: seenAs(vector, rawType(field.type)) };
  });
  const types = declared ?? Object.fromEntries(columns.map(({ name, reader }) => [name, reader.type]));
  return { types, rows: rows() };

  function* rows(): Generator {
    for (let i = 0; i < table.numRows; i += 1)
      yield Object.fromEntries(columns.map(({ name, reader, vector }) => [name, reader.read(vector.get(i))]));
  }
}
