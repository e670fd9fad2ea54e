import {
  BlobType_BlobDimensionality,
  type LiteralType,
  SchemaType_SchemaColumn_SchemaColumnType,
  SimpleType,
  type StructuredDatasetType,
} from "@flytekit-ts/models/core";
import { structText } from "./struct-text.js";
import {
  enumName,
  type Fields,
  joined,
  mapField,
  messageField,
  plainField,
  textField,
} from "./text-fields.js";

/** A type in protobuf's text format, as the texts of flyteadmin and its compiler hold it; of none it is `<nil>`. */
export function typeText(type: LiteralType | undefined): string {
  if (type === undefined) return "<nil>";
  const { metadata, annotation, structure } = type;
  const kind = type.type;
  const isEarly = kind !== undefined && EARLY.has(kind.$case);
  const isMiddle = kind?.$case === "enumType" || kind?.$case === "structuredDatasetType";
  return joined(
    isEarly ? kindFields(kind) : [],
    messageField("metadata", metadata && structText(metadata)),
    isMiddle ? kindFields(kind) : [],
    messageField("annotation", annotation && joined(structOf("annotations", annotation.annotations))),
    kind?.$case === "unionType" ? kindFields(kind) : [],
    messageField("structure", structure && structureText(structure)),
  );
}

/** A type as errors of the compiler say it: records only by their fields. */
export function shortTypeText(type: LiteralType | undefined): string {
  if (type === undefined) return "None";
  if (type.type?.$case !== "simple" || type.type.value !== SimpleType.STRUCT) return typeText(type);
  const fields = [...(type.structure?.dataclassType ?? [])].map(
    ([key, value]) => `dataclass_type:{key:${key} value:{${shortTypeText(value)}}`,
  );
  return `Simple: STRUCT structure{${fields.join(", ")}}`;
}

// Kinds whose numbers are before that of the metadata.
const EARLY: ReadonlySet<string> = new Set(["simple", "schema", "collectionType", "mapValueType", "blob"]);

type Kind = NonNullable<LiteralType["type"]>;

function kindFields(kind: Kind): Fields {
  switch (kind.$case) {
    case "simple":
      return plainField("simple", enumName(SimpleType, kind.value));
    case "schema":
      return messageField("schema", joined(kind.value.columns.flatMap(schemaColumn)));
    case "collectionType":
      return messageField("collection_type", typeText(kind.value));
    case "mapValueType":
      return messageField("map_value_type", typeText(kind.value));
    case "blob": {
      const { format, dimensionality } = kind.value;
      const shown = dimensionality === BlobType_BlobDimensionality.SINGLE ? undefined : dimensionality;
      const name = shown === undefined ? undefined : enumName(BlobType_BlobDimensionality, shown);
      return messageField("blob", joined(textField("format", format), plainField("dimensionality", name)));
    }
    case "enumType":
      return messageField("enum_type", joined(kind.value.values.map((value) => `values:"${value}"`)));
    case "structuredDatasetType":
      return messageField("structured_dataset_type", datasetText(kind.value));
    case "unionType": {
      const variants = kind.value.variants.flatMap((each) => messageField("variants", typeText(each)));
      return messageField("union_type", joined(variants));
    }
  }
}

function schemaColumn({ name, type }: { readonly name: string; readonly type: number }): Fields {
  const kind = type === 0 ? undefined : enumName(SchemaType_SchemaColumn_SchemaColumnType, type);
  return messageField("columns", joined(textField("name", name), plainField("type", kind)));
}

function datasetText({ columns, format, externalSchemaType }: StructuredDatasetType): string {
  return joined(
    columns.flatMap(({ name, literalType }) =>
      messageField(
        "columns",
        joined(textField("name", name), messageField("literal_type", literalType && typeText(literalType))),
      ),
    ),
    textField("format", format),
    textField("external_schema_type", externalSchemaType),
  );
}

function structureText({ tag, dataclassType }: NonNullable<LiteralType["structure"]>): string {
  return joined(textField("tag", tag), mapField("dataclass_type", dataclassType, typeText));
}

function structOf(name: string, struct: { [key: string]: unknown } | undefined): Fields {
  return messageField(name, struct && structText(struct));
}
