import type * as idl from "@flytekit-ts/models/core";

type Typed = NonNullable<idl.LiteralType["type"]>;
type Plain = Exclude<
  Typed,
  { $case: "collectionType" | "mapValueType" | "unionType" | "structuredDatasetType" }
>;

/** A literal type in which parts may be left out, and fields are an object: as it is written in a pulled module. */
export interface RegisteredType {
  readonly type?:
    | Plain
    | { readonly $case: "collectionType" | "mapValueType"; readonly value: RegisteredType }
    | { readonly $case: "unionType"; readonly value: { readonly variants: readonly RegisteredType[] } }
    | { readonly $case: "structuredDatasetType"; readonly value: RegisteredDataset }
    | undefined;
  readonly metadata?: { readonly [key: string]: unknown } | undefined;
  readonly annotation?:
    | { readonly annotations?: { readonly [key: string]: unknown } | undefined }
    | undefined;
  readonly structure?:
    | { readonly tag?: string; readonly fields?: { readonly [field: string]: RegisteredType } }
    | undefined;
}

/** The type of a dataset in a pulled module. */
export interface RegisteredDataset {
  readonly columns?: readonly { readonly name: string; readonly literalType?: RegisteredType | undefined }[];
  readonly format?: string;
  readonly externalSchemaType?: string;
  readonly externalSchemaBytes?: Uint8Array;
}

/** The message. */
export function toLiteralType(given: RegisteredType): idl.LiteralType {
  const { metadata, annotation, structure } = given;
  return {
    type: kindOf(given),
    metadata: metadata && { ...metadata },
    annotation: annotation && { annotations: annotation.annotations && { ...annotation.annotations } },
    structure: structure && {
      tag: structure.tag ?? "",
      dataclassType: new Map(
        Object.entries(structure.fields ?? {}).map(([name, type]) => [name, toLiteralType(type)]),
      ),
    },
  };
}

function kindOf({ type }: RegisteredType): idl.LiteralType["type"] {
  switch (type?.$case) {
    case "collectionType":
    case "mapValueType":
      return { $case: type.$case, value: toLiteralType(type.value) };
    case "unionType":
      return { $case: "unionType", value: { variants: type.value.variants.map(toLiteralType) } };
    case "structuredDatasetType":
      return { $case: "structuredDatasetType", value: datasetOf(type.value) };
    default:
      return type;
  }
}

function datasetOf(given: RegisteredDataset): idl.StructuredDatasetType {
  const {
    columns = [],
    format = "",
    externalSchemaType = "",
    externalSchemaBytes = new Uint8Array(),
  } = given;
  return {
    columns: columns.map(({ name, literalType }) => {
      return { name, literalType: literalType && toLiteralType(literalType) };
    }),
    format,
    externalSchemaType,
    externalSchemaBytes,
  };
}
