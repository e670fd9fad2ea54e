import type { Json, JsonSchema } from "../../types/transformer.js";

/**
 * Stands for the schema of a record that is declared later, and that may contain itself. It is never written: a schema
 * that contains itself crashes Flyte's compiler when it is compared with another.
 */
export const REFERENCE: JsonSchema = Object.freeze({ type: "object", $ref: "#" });

/** Whether a record that is declared later is in a schema. */
export function isRecursive(schema: Json): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  if (Reflect.get(schema, "$ref") === "#") return true;
  for (const part of Object.values<Json>(schema)) {
    if (typeof part === "object" && isRecursive(part)) return true;
  }
  return false;
}
