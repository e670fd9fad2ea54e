import { castability } from "../../castability/castability.js";
import { nestingOfType } from "../../literals/nesting.js";
import { depthOf } from "../../types/depth-of.js";
import type { TypeTransformer } from "../../types/transformer.js";
import type { Faults } from "./faults.js";
import { checkSchema, isJson } from "./schema-faults.js";

/** Reports what is wrong with a type whatever its values are. */
export function checkLiteralType(type: TypeTransformer, faults: Faults): void {
  const { literalType, jsonSchema } = type;
  if (castability(literalType, literalType) !== "castable")
    faults.add(
      "its literal type cannot be passed to itself: a promise of it fits no input of it",
      "Write a literal type that Flyte compares, and one `metadata` and `structure` for all its values.",
    );
  const { metadata, annotation } = literalType;
  if (!isJson(metadata ?? {}) || !isJson(annotation?.annotations ?? {}))
    faults.add("its literal type holds what is no JSON", "Write JSON as `metadata` and `annotations`.");
  const nested = nestingOfType(literalType);
  if (nested > depthOf(type))
    faults.add(
      `its depth is ${depthOf(type)}, but ${nested} messages are nested in its literal type`,
      `Declare \`depth: ${nested}\`, or leave \`depth\` out.`,
    );
  if (jsonSchema === undefined) return;
  if (!isJson(jsonSchema)) faults.add("its jsonSchema is no JSON", "Write a JSON Schema.");
  else checkSchema(jsonSchema, "jsonSchema", faults);
}
