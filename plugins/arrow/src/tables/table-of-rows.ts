import type { TypeLike } from "@flytekit-ts/core";
import { resolveType } from "@flytekit-ts/core/types";
import { Field, Schema, Table, type Vector, vectorFromArray } from "apache-arrow";
import { rawType, seenAs } from "./raw-types.js";
import { writerOf } from "./write-arrow.js";

type Row = Readonly<Record<string, unknown>>;

/** The table of some rows, whose columns have these types. @throws `VALUE_TYPE_MISMATCH` for times that are too fine. */
export function tableOfRows(rows: readonly Row[], types: Readonly<Record<string, TypeLike>>): Table {
  const columns = Object.entries(types).map(([name, type]) => {
    const { transformer } = resolveType(type, `column ${name}`);
    const writer = writerOf(transformer);
    const raw = vectorFromArray(
      rows.map((row) => writer.write(row[name])),
      rawType(writer.type),
    );
    return { field: new Field(name, writer.type, writer.nullable), vector: seenAs(raw, writer.type) };
  });
  const schema = new Schema(columns.map(({ field }) => field));
  if (rows.length === 0) return new Table(schema);
  const vectors: Record<string, Vector> = Object.fromEntries(
    columns.map(({ field, vector }) => [field.name, vector]),
  );
  return new Table(schema, vectors);
}
