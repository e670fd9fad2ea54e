import type { RegisteredDataset, RegisteredType } from "@flytekit-ts/core/pulled";
import type * as idl from "@flytekit-ts/models/core";

/** A literal type as a pulled module writes it: without what is not there. */
export function registeredType(type: idl.LiteralType): RegisteredType {
  const { metadata, annotation, structure } = type;
  return {
    ...(type.type === undefined ? {} : { type: kindOf(type.type) }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(annotation === undefined ? {} : { annotation }),
    ...(structure === undefined ? {} : { structure: structureOf(structure) }),
  };
}

/** Parts of it, also those that are not there. */
export function registeredParts(
  type: Partial<idl.LiteralType>,
  parts: readonly (keyof idl.LiteralType)[],
): RegisteredType {
  const whole = registeredType({ ...NOTHING, ...type });
  return Object.fromEntries(parts.map((part) => [part, whole[part]]));
}

const NOTHING: idl.LiteralType = {
  type: undefined,
  metadata: undefined,
  annotation: undefined,
  structure: undefined,
};

type Kind = NonNullable<RegisteredType["type"]>;

function kindOf(type: NonNullable<idl.LiteralType["type"]>): Kind {
  switch (type.$case) {
    case "collectionType":
    case "mapValueType":
      return { $case: type.$case, value: registeredType(type.value) };
    case "unionType":
      return { $case: "unionType", value: { variants: type.value.variants.map(registeredType) } };
    case "structuredDatasetType":
      return { $case: "structuredDatasetType", value: datasetOf(type.value) };
    default:
      return type;
  }
}

function structureOf({ tag, dataclassType }: idl.TypeStructure): NonNullable<RegisteredType["structure"]> {
  const fields: { [field: string]: RegisteredType } = {};
  for (const [name, type] of dataclassType)
    Object.defineProperty(fields, name, { value: registeredType(type), enumerable: true });
  return { ...(tag === "" ? {} : { tag }), ...(dataclassType.size === 0 ? {} : { fields }) };
}

function datasetOf(dataset: idl.StructuredDatasetType): RegisteredDataset {
  const { columns, format, externalSchemaType, externalSchemaBytes } = dataset;
  return {
    ...(columns.length === 0
      ? {}
      : {
          columns: columns.map(({ name, literalType }) => {
            return {
              name,
              ...(literalType === undefined ? {} : { literalType: registeredType(literalType) }),
            };
          }),
        }),
    ...(format === "" ? {} : { format }),
    ...(externalSchemaType === "" ? {} : { externalSchemaType }),
    ...(externalSchemaBytes.length === 0 ? {} : { externalSchemaBytes }),
  };
}
