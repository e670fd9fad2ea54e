import type { FileMetaData } from "hyparquet";
import type { Invalid } from "../../bytes/invalid.js";
import type { ParquetNode } from "../schema/node.js";
import type { FileSchema } from "../schema/read-schema.js";
import { FlatTable } from "./flat-table.js";

/** Under which name Arrow keeps its schema in a file: a message of its format for streams, in base64. */
export const ARROW_SCHEMA = "ARROW:schema";

// Numbers of fields and types in Arrow's format.
const MESSAGE = { header: 2 } as const;
const SCHEMA = { fields: 1 } as const;
const FIELD = { name: 0, typeKind: 2, type: 3, children: 5 } as const;
const DURATION = 18;
const UNITS = [1_000_000_000n, 1_000_000n, 1000n, 1n];
const MILLISECONDS = 1;

/**
 * The schema, with the columns that are spans of time: Parquet has no type for them, and Arrow stores them as integers.
 */
export function withDurations(
  schema: FileSchema,
  { key_value_metadata }: FileMetaData,
  invalid: Invalid,
): FileSchema {
  const stored = key_value_metadata?.find(({ key }) => key === ARROW_SCHEMA)?.value;
  if (stored === undefined) return schema;
  try {
    const fields = fieldsOf(Buffer.from(stored, "base64"));
    const columns = schema.columns.map((column, i) => {
      const field = fields[i];
      const isSame = field?.text(FIELD.name) === column.name;
      return field === undefined || !isSame ? column : { ...column, node: marked(column.node, field) };
    });
    return { ...schema, columns };
  } catch {
    throw invalid("what Arrow says of its columns is damaged");
  }
}

function fieldsOf(bytes: Buffer): FlatTable[] {
  // Before the message are its size and, since Arrow 0.15, four bytes 0xff.
  const start = bytes.readInt32LE(0) === -1 ? 8 : 4;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  return FlatTable.root(view).table(MESSAGE.header)?.tables(SCHEMA.fields) ?? [];
}

function marked(node: ParquetNode, field: FlatTable): ParquetNode {
  const [first, ...more] = field.tables(FIELD.children);
  switch (node.kind) {
    case "list":
      return first === undefined ? node : { ...node, element: marked(node.element, first) };
    case "map": {
      const value = first?.tables(FIELD.children)[1];
      return value === undefined ? node : { ...node, value: marked(node.value, value) };
    }
    case "record": {
      const children = first === undefined ? [] : [first, ...more];
      const fields = node.fields.map((each, i) => {
        const child = children[i];
        return child === undefined ? each : { ...each, node: marked(each.node, child) };
      });
      return { ...node, fields };
    }
    default:
      if (field.byte(FIELD.typeKind) !== DURATION) return node;
      return {
        ...node,
        durationUnit: UNITS[field.table(FIELD.type)?.short(0, MILLISECONDS) ?? MILLISECONDS],
      };
  }
}
