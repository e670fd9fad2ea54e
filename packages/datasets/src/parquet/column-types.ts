import { t, type TypeLike } from "@flytekit-ts/core";
import { uriWords } from "@flytekit-ts/core/storage";
import type { DatasetFile } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import { leafSource } from "./leaf-source.js";
import { FORMAT, readFooter } from "./read-footer.js";
import type { ParquetNode } from "./schema/node.js";

/**
 * The columns of a Parquet file, as the types that hold all of their values exactly. Only the footer is read.
 *
 * Decimals, times of day and UUIDs are strings.
 *
 * @throws `DATASET_FILE_INVALID`; `DATASET_COLUMN_MISMATCH` for a column that no type has.
 */
export async function parquetColumns(file: DatasetFile): Promise<Readonly<Record<string, TypeLike>>> {
  const invalid = (problem: string): Error =>
    errors.DATASET_FILE_INVALID({ uri: file.uri, format: FORMAT, problem });
  const { schema } = await readFooter(file, invalid);
  return Object.fromEntries(
    schema.columns.map(({ name, node }) => {
      const type = typeOf(node);
      if (type !== undefined) return [name, type];
      const at = uriWords(file.uri);
      throw errors.DATASET_COLUMN_MISMATCH({
        at,
        column: name,
        wanted: "of a type that columns have",
        given: "another",
      });
    }),
  );
}

function typeOf(node: ParquetNode): TypeLike | undefined {
  const type = presentType(node);
  return type === undefined || !node.nullable ? type : t.optional(type);
}

function presentType(node: ParquetNode): TypeLike | undefined {
  if (node.kind === "leaf") return LEAVES.get(leafSource(node).kind);
  if (node.kind === "list") {
    const element = typeOf(node.element);
    return element && t.list(element);
  }
  if (node.kind === "map") {
    const value = typeOf(node.value);
    return value && t.map(value);
  }
  const fields: [string, TypeLike][] = [];
  for (const { node: field } of node.fields) {
    const type = typeOf(field);
    if (type === undefined || !/^[A-Za-z_]\w*$/.test(field.name)) return undefined;
    fields.push([field.name, type]);
  }
  return t.struct("Row", Object.fromEntries(fields));
}

const LEAVES: ReadonlyMap<string, TypeLike> = new Map<string, TypeLike>([
  ["int", t.int({ bigint: true })],
  ["float", t.float()],
  ["boolean", t.boolean()],
  ["datetime", t.datetime({ exact: true })],
  ["date", t.date()],
  ["duration", t.duration({ exact: true })],
  ["bytes", t.binary()],
  ...["string", "decimal", "time", "uuid"].map((kind): [string, TypeLike] => [kind, t.string()]),
  ["none", t.optional(t.string())],
]);
