import { textOf } from "../../errors/text-of.js";
import { isLater } from "../../words/later.js";
import type { StandardProps } from "../standard/standard-schema.js";

/**
 * The Standard Schema part of a schema of zod, so that it throws what a refinement threw: zod takes each error for a
 * sign that the schema is asynchronous, and gives a promise.
 */
export function withZodErrors(schema: object, props: StandardProps): StandardProps {
  const parse: unknown = Reflect.get(schema, "safeParse");
  if (props.vendor !== "zod" || typeof parse !== "function") return props;
  const { vendor, jsonSchema } = props;
  return {
    vendor,
    ...(jsonSchema === undefined ? {} : { jsonSchema }),
    validate(value) {
      const result = props.validate(value);
      if (!isLater(result)) return result;
      try {
        return Reflect.apply(parse, schema, [value]) as unknown;
      } catch (error) {
        if (isAsyncError(error)) return result;
        throw error;
      }
    },
  };
}

function isAsyncError(error: unknown): boolean {
  return textOf(error).startsWith("Encountered Promise during synchronous parse");
}
