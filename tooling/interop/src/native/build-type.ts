import { t } from "@flytekit-ts/core";
import { textOf } from "../description/text-of.js";
import { dataset } from "@flytekit-ts/datasets";
import type { FlyteType } from "@flytekit-ts/core/types";
import type { Field, Type } from "../description/type.js";
import { floatOfHex } from "../random/scalars.js";
import { type Forms, makeValue } from "./make-value.js";
import { expected } from "./expected.js";

/** A type of ours, of which only the run time knows what it is. */
export type AnyType = FlyteType<unknown, unknown>;

const simple = {
  float: () => t.float(),
  string: () => t.string(),
  boolean: () => t.boolean(),
  date: () => t.date(),
  none: () => t.none(),
  error: () => t.error(),
  binary: () => t.binary(),
};

/** The type that is described, made with `t`. */
export function buildType(type: Type): AnyType {
  switch (type.kind) {
    case "int":
      return type.exact ? t.int({ bigint: true }) : t.int();
    case "datetime":
      return type.exact ? t.datetime({ exact: true }) : t.datetime();
    case "duration":
      return type.exact ? t.duration({ exact: true }) : t.duration();
    case "json":
      return type.exact ? t.json({ exact: true }) : t.json();
    case "enum":
      return t.enum(type.values);
    case "literal":
      return literal(type);
    case "list":
      return t.list(buildType(type.of));
    case "map":
      return t.map(buildType(type.of));
    case "keyed":
      return t.map(buildType(type.of), { keys: buildType(type.key) });
    case "optional":
      return t.optional(buildType(type.of));
    case "union":
      return t.union(type.of.map(buildType) as [AnyType, AnyType]);
    case "struct":
      return t.struct(type.name as "R", fieldsOf(type.fields));
    case "file":
      return type.format === "" ? t.file() : t.file(type.format);
    case "directory":
      return type.format === "" ? t.directory() : t.directory(type.format);
    case "dataset":
      return dataset({ columns: fieldsOf(type.columns), format: type.format });
    default:
      return simple[type.kind]();
  }
}

function literal({ of, values }: Type & { readonly kind: "literal" }): AnyType {
  if (of === "float")
    return t.literal(
      values.map((hex) => floatOfHex(textOf(hex))),
      { float: true },
    );
  const scalar: Type = of === "int" ? { kind: "int", exact: false } : { kind: of };
  return t.literal(values.map((value) => makeValue(scalar, value, expected) as string | number | boolean));
}

function fieldsOf(fields: readonly Field[]): Record<string, AnyType> {
  return Object.fromEntries(fields.map((field) => [field.name, fieldType(field)]));
}

function fieldType({ type, default: fallback }: Field): AnyType {
  const built = buildType(type);
  return fallback === undefined
    ? built
    : built.default(makeValue(type, fallback, { ...expected, union: chosenAs }));
}

/** A value for a union, as a value of this variant. */
export const chosenAs: Forms["union"] = (variant, value) => t.as(buildType(variant), value);
