import { booleanTransformer } from "../../transformers/boolean.js";
import { binaryTransformer } from "../../transformers/bytes/binary.js";
import { choiceTransformer } from "../../transformers/choice.js";
import { datetimeTransformer } from "../../transformers/datetime.js";
import { enumTransformer } from "../../transformers/enum.js";
import { floatTransformer } from "../../transformers/float.js";
import { bigintTransformer, intTransformer } from "../../transformers/int.js";
import { jsonTransformer } from "../../transformers/json/json.js";
import { listTransformer } from "../../transformers/list.js";
import { mapTransformer } from "../../transformers/map.js";
import { noneTransformer } from "../../transformers/none.js";
import { optionalTransformer } from "../../transformers/optional.js";
import { stringTransformer } from "../../transformers/string.js";
import { structTransformer } from "../../transformers/struct.js";
import { unionTransformer } from "../../transformers/union.js";
import { isSameOnWire, variantOf } from "../../transformers/unions/variant.js";
import type { RuntimeType } from "../../types/runtime-type.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { segmentOf, setOwn } from "../../words/plain-object.js";
import { fieldDefault } from "./field-default.js";
import type { FieldForm, Form, RecordForm } from "./form.js";
import { mapDecoded } from "./map-decoded.js";
import { refusal } from "./reading.js";

/** The transformer of a form: that of the same type written with `t`. @throws `SCHEMA_NOT_REPRESENTABLE` */
export function formType(form: Form, at: string, path = ""): TypeTransformer {
  switch (form.kind) {
    case "enum":
      return enumTransformer(form.values);
    case "list":
      return listTransformer(formType(form.element, at, `${path}[]`));
    case "map":
      return mapTransformer(formType(form.value, at, `${path}[]`));
    case "optional":
      return optionalType(formType(form.inner, at, path), form.none);
    case "record":
      return recordType(form, at, path);
    case "null":
      return mapDecoded(noneTransformer, () => null);
    case "literal":
      return choiceTransformer(form.values, form.of);
    case "union":
      return unionType(form.variants, at, path);
    case "again":
      throw refusal({ at }, path, "a record inside itself");
    default:
      return SIMPLE[form.kind];
  }
}

const SIMPLE = {
  bigint: bigintTransformer,
  binary: binaryTransformer,
  boolean: booleanTransformer,
  datetime: datetimeTransformer,
  float: floatTransformer,
  int: intTransformer,
  json: jsonTransformer,
  string: stringTransformer,
  undefined: noneTransformer,
} as const;

function unionType(variants: readonly Form[], at: string, path: string): TypeTransformer {
  const types = variants.map((variant) => formType(variant, at, path));
  const known = types.map(variantOf);
  for (const [i, one] of known.entries()) {
    const same = known.slice(i + 1).find((other) => isSameOnWire(one.type, other.type));
    if (same === undefined) continue;
    const what = `${one.transformer.words} or ${same.transformer.words}, which are one type in Flyte`;
    throw refusal({ at }, path, what, "Allow one of them only.");
  }
  return unionTransformer(types);
}

// An optional gives undefined, and a schema that allows null wants null.
function optionalType(inner: TypeTransformer, none: null | undefined): TypeTransformer {
  const optional = optionalTransformer(inner);
  return none === undefined ? optional : mapDecoded(optional, (value) => value ?? null);
}

function recordType({ title, fields }: RecordForm, at: string, path: string): TypeTransformer {
  const types = new Map(
    [...fields].map(([key, field]): [string, RuntimeType] => [
      key,
      fieldType(field, at, path + segmentOf(key)),
    ]),
  );
  const struct = structTransformer(title, types);
  const omittable = [...fields]
    .filter(([, { form, isRequired }]) => form.kind === "optional" && form.none === undefined && !isRequired)
    .map(([key]) => key);
  return omittable.length === 0 ? struct : mapDecoded(struct, (value) => withoutUndefined(value, omittable));
}

function fieldType(field: FieldForm, at: string, path: string): RuntimeType {
  const transformer = formType(field.form, at, path);
  return field.default === undefined
    ? { transformer }
    : { transformer, default: fieldDefault(transformer, field, { at, path }) };
}

// A schema may allow that a key is missing, but not that it is undefined.
function withoutUndefined(value: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  const kept: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value))
    if (field !== undefined || !keys.includes(key)) setOwn(kept, key, field);
  return kept;
}
