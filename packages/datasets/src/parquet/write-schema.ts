import type { SchemaElement } from "hyparquet";
import type { LeafKind } from "../columns/cell.js";
import type { Plan, PlannedColumn } from "../columns/plan.js";

/** The schema of a file with these columns, as pandas and pyarrow write it. */
export function schemaOf(columns: readonly PlannedColumn[]): SchemaElement[] {
  const elements = columns.flatMap(({ name, plan }) => elementsOf(name, plan));
  return [{ name: "schema", num_children: columns.length }, ...elements];
}

function elementsOf(name: string, plan: Plan): SchemaElement[] {
  const repetition_type = plan.nullable ? "OPTIONAL" : "REQUIRED";
  switch (plan.kind) {
    case "list":
      return [
        { name, repetition_type, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        ...elementsOf("element", plan.element),
      ];
    case "map":
      return [
        { name, repetition_type, num_children: 1, converted_type: "MAP", logical_type: { type: "MAP" } },
        { name: "key_value", repetition_type: "REPEATED", num_children: 2 },
        { ...LEAVES.string, name: "key", repetition_type: "REQUIRED" },
        ...elementsOf("value", plan.value),
      ];
    case "record":
      return [
        { name, repetition_type, num_children: plan.fields.size },
        ...[...plan.fields].flatMap(([field, inner]) => elementsOf(field, inner)),
      ];
    default:
      return [{ ...LEAVES[plan.kind], name, repetition_type }];
  }
}

const LEAVES: { readonly [kind in LeafKind]: Omit<SchemaElement, "name"> } = {
  int: { type: "INT64" },
  float: { type: "DOUBLE" },
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  boolean: { type: "BOOLEAN" },
  datetime: {
    type: "INT64",
    converted_type: "TIMESTAMP_MICROS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MICROS" },
  },
  date: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
  duration: { type: "INT64" },
  bytes: { type: "BYTE_ARRAY" },
};
