import type * as idl from "@flytekit-ts/models/core";
import { describeLiteral } from "../../literals/literal.js";
import { literalTypeOf } from "../../literals/literal-type.js";
import { depthOf } from "../../types/depth-of.js";
import type { Dataset } from "../../types/kinds/handles.js";
import { mismatch } from "../../types/mismatch.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { columnsOnWire } from "./dataset-columns.js";
import type { DatasetDeclaration } from "./dataset-declaration.js";
import { datasetHandle } from "./dataset-handle.js";
import { IN_RECORD, readPlace, writePlace } from "./dataset-in-record.js";
import { datasetLiteral, datasetOf, datasetType } from "./dataset-literal.js";
import { isRows, placeOf } from "./dataset-place.js";
import { datasetWords, ofFormat, placeOfValue } from "./place-of-value.js";
import { givenRows, guardedRows } from "./given-rows.js";
import { findPlace, writeRows } from "./store-dataset.js";

type Columns = idl.StructuredDatasetType_DatasetColumn[];

/** Datasets: tables that are stored as files, of which a literal has only the place, the format and the columns. */
export function datasetTransformer(declaration: DatasetDeclaration): TypeTransformer<Dataset> {
  const words = datasetWords(declaration);
  const columns = columnsOnWire(declaration.columns ?? []);
  const type = datasetType(columns, declaration.format);
  return {
    tag: "StructuredDataset Transformer",
    words,
    literalType: literalTypeOf({ $case: "structuredDatasetType", value: type }),
    jsonSchema: IN_RECORD,
    depth: 6 + (declaration.columns ?? []).reduce((most, column) => Math.max(most, depthOf(column.type)), 0),
    toLiteral(value) {
      const kept = columns.length === 0 ? (RECEIVED.get(Object(value)) ?? columns) : columns;
      return datasetLiteral(placeOfValue(value, declaration), kept);
    },
    fromLiteral(literal) {
      const said = datasetOf(literal);
      if (said === undefined) throw mismatch(words, describeLiteral(literal));
      if (said.uri === "") throw mismatch(words, "a dataset literal without a URI");
      return received(datasetHandle(ofFormat(said, declaration), declaration), said.columns);
    },
    write: (value, writer) => writePlace(placeOfValue(value, declaration), writer),
    read: (reader) => datasetHandle(ofFormat(readPlace(reader, words), declaration), declaration),
    storing(value) {
      const place = placeOf(value);
      if (place !== undefined) {
        const columnsOfValue = RECEIVED.get(Object(value)) ?? [];
        return (store) => guardedRows(async () => received(await findPlace(place, store), columnsOfValue));
      }
      return isRows(value)
        ? (store) => guardedRows(() => writeRows(givenRows(value), declaration, store))
        : undefined;
    },
    load(value, store) {
      const columns = RECEIVED.get(value) ?? [];
      return Promise.resolve(received(datasetHandle(value, declaration, store), columns));
    },
  };
}

// What the literal of a dataset says of its columns. A task that declares none passes them on, as in flytekit.
const RECEIVED = new WeakMap<object, Columns>();

function received<T extends object>(dataset: T, columns: Columns): T {
  if (columns.length > 0) RECEIVED.set(dataset, columns);
  return dataset;
}
