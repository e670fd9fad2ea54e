import { t } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { TypeLike } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { compactObject, type Property } from "../text/object-text.js";
import { quoted } from "../text/quoted.js";
import { COLUMN_TYPES } from "../typed/idl-numbers.js";
import type { Reading } from "./reading.js";
import { simple } from "../typed/simple-types.js";
import { typed, type Typed } from "../typed/typed.js";

type Tables = Extract<idl.LiteralType["type"], { $case: "schema" | "structuredDatasetType" }>;

/** Reads a dataset, or the older schema, with its columns as far as they have types. */
export function readDataset(type: Tables, reading: Reading): Typed {
  const format = type.$case === "schema" ? "" : type.value.format;
  const columns = type.$case === "schema" ? schemaColumns(type.value) : datasetColumns(type.value, reading);
  const isSound = columns.every(({ name }, i) => columns.findIndex((each) => each.name === name) === i);
  try {
    return datasetOf(isSound ? columns : [], format);
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    const { type: made, code } = datasetOf([], format);
    return typed(made, code, [`its columns are unknown here (${error.text})`]);
  }
}

interface Column {
  readonly name: string;
  readonly made: Typed;
}

function schemaColumns({ columns }: idl.SchemaType): readonly Column[] {
  return columns.map(({ name, type }) => ({ name, made: simple[COLUMN_TYPES[type] ?? "json"]() }));
}

function datasetColumns({ columns }: idl.StructuredDatasetType, reading: Reading): readonly Column[] {
  return columns.map(({ name, literalType }) => ({ name, made: reading.read({ literalType }, reading) }));
}

function datasetOf(columns: readonly Column[], format: string): Typed {
  const types: Record<string, TypeLike> = {};
  for (const { name, made } of columns)
    Object.defineProperty(types, name, { value: made.type, enumerable: true });
  const options: Property[] = [];
  if (columns.length > 0) {
    const properties = columns.map(({ name, made }) => ({ name, code: made.code }));
    options.push({ name: "columns", code: compactObject(properties) });
  }
  if (format !== "") options.push({ name: "format", code: quoted(format) });
  const type = t.dataset({
    ...(columns.length > 0 ? { columns: types } : {}),
    ...(format === "" ? {} : { format }),
  });
  const code = options.length === 0 ? "t.dataset()" : `t.dataset(${compactObject(options)})`;
  return typed(
    type,
    code,
    columns.flatMap(({ made }) => made.notes),
  );
}
