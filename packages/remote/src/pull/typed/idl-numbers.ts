export { SimpleType } from "@flytekit-ts/core/literals";

/** Whether a blob is a file or a directory. */
export const BlobDimensionality = { SINGLE: 0, MULTIPART: 1 } as const;

/** The types that a column of a schema can have, in their order. */
export const COLUMN_TYPES = ["int", "float", "string", "boolean", "datetime", "duration"] as const;
