import type * as idl from "@flytekit-ts/models/core";
import { scalarLiteral } from "../../literals/literal.js";
import { columnsOf, textOf } from "../../literals/read-type.js";
import type { DatasetPlace } from "./dataset-place.js";

type Columns = idl.StructuredDatasetType_DatasetColumn[];

/** The type of datasets with these columns, as it stands in literal types and in literals. */
export function datasetType(columns: Columns, format: string): idl.StructuredDatasetType {
  return { columns, format, externalSchemaType: "", externalSchemaBytes: new Uint8Array() };
}

/** The literal of a dataset. Its columns are those that the task declares. */
export function datasetLiteral({ uri, format }: DatasetPlace, columns: Columns): idl.Literal {
  const metadata = { structuredDatasetType: datasetType(columns, format) };
  return scalarLiteral({ $case: "structuredDataset", value: { uri, metadata } });
}

/** What a literal says of a dataset. */
export interface DatasetSaid extends DatasetPlace {
  readonly columns: Columns;
}

/** The dataset of a literal, also in its older form, a schema, which is stored as parquet. Undefined for other literals. */
export function datasetOf(literal: idl.Literal): DatasetSaid | undefined {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case === "structuredDataset") {
    const type = scalar.value.metadata?.structuredDatasetType;
    return { uri: textOf(scalar.value.uri), format: textOf(type?.format), columns: type?.columns ?? [] };
  }
  if (scalar?.$case !== "schema") return undefined;
  const { uri, type } = scalar.value;
  const columns = columnsOf(type && { ...NOTHING_MORE, type: { $case: "schema", value: type } });
  return {
    uri: textOf(uri),
    format: "parquet",
    columns: columns.map((column) => ({ name: column.name, literalType: column.type })),
  };
}

const NOTHING_MORE = { metadata: undefined, annotation: undefined, structure: undefined };
