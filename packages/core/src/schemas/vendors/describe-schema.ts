import { type Side, type StandardProps, TARGET } from "../standard/standard-schema.js";
import { describeArktype } from "./describe-arktype.js";
import { describeEffect } from "./describe-effect.js";
import { describeValibot } from "./describe-valibot.js";
import { describeZod } from "./describe-zod.js";

/**
 * The JSON Schema of one side of a schema, with marks for what JSON Schema cannot say; undefined if it does not tell.
 * Whatever the library throws, this throws.
 */
export function describeSchema(schema: object, props: StandardProps, side: Side): unknown {
  switch (props.vendor) {
    case "zod":
      return describeZod(schema, props, side);
    case "arktype":
      return describeArktype(schema, props, side);
    case "valibot":
      return describeValibot(props, side);
    case "effect":
      return describeEffect(schema, side);
    default:
      return props.jsonSchema?.[side]?.({ target: TARGET });
  }
}
