import { type Side, type StandardProps, TARGET } from "../standard/standard-schema.js";
import { describeZodDef } from "./describe-zod-def.js";
import { innerOf, zodMarks, type ZodSchema } from "./zod-marks.js";

interface Visit {
  readonly zodSchema: ZodSchema;
  readonly jsonSchema: Record<string, unknown>;
}

/** The JSON Schema of one side of a schema of zod 4, with marks. Before 4.2 it does not tell it. */
export function describeZod(schema: object, { jsonSchema }: StandardProps, side: Side): unknown {
  if (jsonSchema === undefined)
    return innerOf(schema)?.def === undefined ? undefined : describeZodDef(schema, side);
  // Zod calls `override` from the inside out, and what a schema wraps has written its mark before.
  const override = ({ zodSchema, jsonSchema: json }: Visit): void => {
    const def = innerOf(zodSchema)?.def;
    if (def !== undefined) Object.assign(json, zodMarks(def, zodSchema, json));
  };
  return jsonSchema?.[side]?.({ target: TARGET, libraryOptions: { unrepresentable: "any", override } });
}
