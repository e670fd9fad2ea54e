import { listTransformer } from "../../transformers/list.js";
import { mapTransformer } from "../../transformers/map.js";
import { optionalTransformer } from "../../transformers/optional.js";
import { intTransformer } from "../../transformers/int.js";
import { structTransformer } from "../../transformers/struct.js";
import { isOptional } from "../../types/is-optional.js";
import type { TypeTransformer } from "../../types/transformer.js";

/** A type around another, a value of it around a value, and the way to the inner one. */
export interface InContainer {
  readonly words: string;
  made(): TypeTransformer;
  readonly wrapped: unknown;
  unwrap(value: unknown): unknown;
}

/** The types in which a type is used. In a record something follows it, so that what it reads must end. */
export function inContainers(type: TypeTransformer, value: unknown): readonly InContainer[] {
  const first = (list: unknown): unknown => (list as readonly unknown[])[0];
  const at = (key: string) => (record: unknown) => (record as Readonly<Record<string, unknown>>)[key];
  const record = (name: string, inner: TypeTransformer): TypeTransformer =>
    structTransformer(
      name,
      new Map<string, { readonly transformer: TypeTransformer }>([
        ["value", { transformer: inner }],
        ["after", { transformer: intTransformer }],
      ]),
    );
  return [
    { words: "a list", made: () => listTransformer(type), wrapped: [value, value], unwrap: first },
    { words: "a map", made: () => mapTransformer(type), wrapped: { a: value }, unwrap: at("a") },
    ...(isOptional(type)
      ? []
      : [
          {
            words: "an optional",
            made: () => optionalTransformer(type),
            wrapped: value,
            unwrap: (same: unknown) => same,
          },
        ]),
    ...(type.jsonSchema === undefined
      ? []
      : [
          {
            words: "a record",
            made: () => record("Checked", type),
            wrapped: { value, after: 1 },
            unwrap: at("value"),
          },
          {
            words: "a record with a list",
            made: () => record("CheckedList", listTransformer(type)),
            wrapped: { value: [value, value], after: 1 },
            unwrap: (outer: unknown) => first(at("value")(outer)),
          },
        ]),
  ];
}
