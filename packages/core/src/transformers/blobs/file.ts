import { fileHandle } from "../../files/file-handle.js";
import type { FlyteFile } from "../../types/kinds/handles.js";
import type { JsonSchema, TypeTransformer } from "../../types/transformer.js";
import { blobTransformer } from "./blob-transformer.js";

/** Files of a format; of any if it is empty. */
export function fileTransformer(format: string): TypeTransformer<FlyteFile> {
  return blobTransformer<FlyteFile>({
    kind: "file",
    format,
    words: format === "" ? "file" : `file (${format})`,
    tag: "FlyteFilePath",
    jsonSchema: SCHEMA,
    make: fileHandle,
  });
}

/** The JSON Schema of a path in a record. */
export const PATH_SCHEMA: JsonSchema = {
  anyOf: [{ type: "string" }, { format: "path", type: "string" }],
  default: null,
};

const SCHEMA: JsonSchema = {
  type: "object",
  title: "FlyteFile",
  properties: {
    path: PATH_SCHEMA,
    metadata: {
      anyOf: [
        { type: "object", additionalProperties: { type: "string" }, propertyNames: { type: "string" } },
        { type: "null" },
      ],
      default: null,
    },
  },
  additionalProperties: false,
};
