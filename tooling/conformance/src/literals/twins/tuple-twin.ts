import { resolveType } from "@flytekit-ts/core/types";
import type { Twin, Type } from "./twin.js";

/** A tuple, which no type of ours stands for: what a schema library says of one is refused. */
export function tupleTwin(): Twin {
  const description = (): object => ({
    type: "array",
    prefixItems: [{ type: "integer" }, { type: "string" }],
    items: false,
  });
  const schema = {
    "~standard": {
      version: 1,
      vendor: "tuples",
      validate: (value: unknown): object => ({ value }),
      jsonSchema: { input: description, output: description },
    },
  };
  resolveType(schema as unknown as Type, "the row");
  throw new Error("a tuple is taken for a type");
}

/** A type of which nothing is said: a list of what, nobody knows. */
export function unknownTwin(): Twin {
  resolveType(undefined as unknown as Type, "the row");
  throw new Error("nothing is taken for a type");
}
