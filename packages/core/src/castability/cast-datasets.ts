import { SimpleType } from "../literals/idl-enums.js";
import { type Column, columnsOf, read, simpleOf, textOf, type Type } from "../literals/read-type.js";
import { shorten } from "../words/enumerate.js";
import { unlike } from "./cast-simple.js";
import type { Answering } from "./evaluation/evaluate.js";
import { FITS, type Outcome, type Place, within } from "./evaluation/outcome.js";

/**
 * Whether a type fits a structured dataset or its older form, a schema.
 *
 * The formats are compared if both types have one. The columns are compared if both have some: `from` must have
 * every column of `to`. The column types of two datasets only have to be castable; if one of them is a schema,
 * the column types must be the same.
 */
export function* castDataset(from: Type, to: Type): Answering<Type> {
  if (read(to, "structuredDatasetType") !== undefined && simpleOf(from) === SimpleType.NONE) return FITS;
  if (!isTable(from)) return unlike(from, to);
  const [format, wantedFormat] = [formatOf(from), formatOf(to)];
  if (format !== "" && wantedFormat !== "" && format.toLowerCase() !== wantedFormat.toLowerCase()) {
    return unlike(
      from,
      to,
      () => `one is stored as ${shorten(format)} and the other as ${shorten(wantedFormat)}`,
    );
  }
  const [columns, wanted] = [columnsOf(from), columnsOf(to)];
  if (columns.length === 0) return FITS;
  const byName = new Map(columns.map((column) => [column.name, column]));
  for (const column of wanted) {
    const given = byName.get(column.name);
    if (given === undefined) return unlike(from, to, () => `${placeOf(column)()} is missing`);
    const outcome =
      given.number === undefined && column.number === undefined
        ? yield { from: given.type, to: column.type, place: placeOf(column) }
        : castColumn(given, column);
    if (outcome.verdict !== "castable") return outcome;
  }
  return FITS;
}

/** Whether it is a dataset, or its older form, a schema. */
export function isTable(type: Type): boolean {
  return type?.type?.$case === "schema" || type?.type?.$case === "structuredDatasetType";
}

// All schemas are stored as parquet.
export function formatOf(type: Type): string {
  const dataset = read(type, "structuredDatasetType");
  return dataset === undefined ? "parquet" : textOf(dataset.format);
}

// At least one of the two columns is from a schema.
function castColumn(given: Column, wanted: Column): Outcome {
  const same =
    given.number !== undefined && wanted.number !== undefined
      ? given.number === wanted.number
      : simpleOf(given.type) !== undefined && simpleOf(given.type) === simpleOf(wanted.type);
  if (same) return FITS;
  return within(placeOf(wanted), unlike(given.type, wanted.type));
}

function placeOf(column: Column): Place {
  return () => `column ${shorten(column.name)}`;
}
