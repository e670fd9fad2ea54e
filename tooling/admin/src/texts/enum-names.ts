import {
  BlobType_BlobDimensionality,
  CatalogCacheStatus,
  ResourceType,
  SchemaType_SchemaColumn_SchemaColumnType,
  SimpleType,
} from "@flytekit-ts/models/core";
import { ArtifactType } from "@flytekit-ts/models/service";

type Enum = Readonly<Record<string, number>>;

/** The enums of fields, by the names of these in the IDL. */
const ENUMS: Readonly<Record<string, Enum>> = {
  artifact_type: ArtifactType,
  cache_status: CatalogCacheStatus,
  dimensionality: BlobType_BlobDimensionality,
  resource_type: ResourceType,
  simple: SimpleType,
  column_type: SchemaType_SchemaColumn_SchemaColumnType,
};

/** The name of a value of the enum that a field has; `undefined` for a field that has none. */
export function enumNameOf(field: string, value: number): string | undefined {
  const values = ENUMS[field];
  return values === undefined ? undefined : nameOf(values, value);
}

/** The name of a value of an enum, or its number if it has no name. */
export function nameOf(values: Enum, value: number): string {
  return Object.entries(values).find(([, each]) => each === value)?.[0] ?? String(value);
}
