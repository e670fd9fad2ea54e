import type { TypeTransformer } from "@flytekit-ts/core/types";
import { kindOf } from "./kinds/kind-of.js";
import { referenced, schemaShape, type SchemaShape, shapeOf } from "./kinds/schema-shape.js";
import { schemaWords } from "./kinds/schema-words.js";
import { requiredFields, typeWords } from "./kinds/type-words.js";

/** A field of a record that a flag takes. */
export interface InputField {
  readonly name: string;
  /** The type in words. */
  readonly takes: string;
  readonly isRequired: boolean;
  /** Fields of a record in this field. */
  readonly fields: readonly InputField[];
}

// A record may contain itself.
const DEEPEST = 3;

/** The fields of a record, or of the records in a list, a map or an optional. */
export function fieldsOf(transformer: TypeTransformer, depth: number): readonly InputField[] {
  const kind = kindOf(transformer);
  if (depth === DEEPEST) return [];
  switch (kind.kind) {
    case "record": {
      const required = requiredFields(transformer);
      return [...kind.fields].map(([name, field]) => ({
        name,
        takes: typeWords(field).name,
        isRequired: required.has(name),
        fields: fieldsOf(field, depth + 1),
      }));
    }
    case "json": {
      const shape = schemaShape(transformer);
      return shape === undefined ? [] : shapeFields(shape, depth);
    }
    case "list":
      return fieldsOf(kind.element, depth);
    case "map":
      return fieldsOf(kind.value, depth);
    case "union": {
      const records = kind.variants
        .map((each) => fieldsOf(each, depth))
        .filter((fields) => fields.length > 0);
      return records.length === 1 ? (records[0] ?? []) : [];
    }
    default:
      return [];
  }
}

function shapeFields({ properties, required, root }: SchemaShape, depth: number): readonly InputField[] {
  if (depth === DEEPEST) return [];
  return [...properties].map(([name, schema]) => {
    const inner = shapeOf(referenced(schema, root), root);
    return {
      name,
      takes: schemaWords(schema, root),
      isRequired: required.has(name),
      fields: inner === undefined ? [] : shapeFields(inner, depth + 1),
    };
  });
}
