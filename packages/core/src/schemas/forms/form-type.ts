import { booleanTransformer } from "../../transformers/boolean.js";
import { binaryTransformer } from "../../transformers/bytes/binary.js";
import { choiceTransformer } from "../../transformers/choice.js";
import { datetimeTransformer } from "../../transformers/datetime.js";
import { enumTransformer } from "../../transformers/enum.js";
import { floatTransformer } from "../../transformers/float.js";
import { bigintTransformer, intTransformer } from "../../transformers/int.js";
import { jsonTransformer } from "../../transformers/json/json.js";
import { lazyTransformer } from "../../transformers/lazy.js";
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

/** What is known while a form is made into a transformer. */
interface Making {
  readonly at: string;
  readonly path: string;
  /** The records that are made already. One that contains itself is looked up when a value needs it. */
  readonly records: Map<RecordForm, TypeTransformer>;
}

/** The transformer of a form: that of the same type written with `t`. @throws `SCHEMA_NOT_REPRESENTABLE` */
export function formType(form: Form, at: string): TypeTransformer {
  return make(form, { at, path: "", records: new Map() });
}

function make(form: Form, making: Making): TypeTransformer {
  const element = { ...making, path: `${making.path}[]` };
  switch (form.kind) {
    case "enum":
      return enumTransformer(form.values);
    case "list":
      return listTransformer(make(form.element, element));
    case "map":
      return mapTransformer(make(form.value, element));
    case "optional":
      return optionalType(make(form.inner, making), form.none);
    case "record":
      return recordType(form, making);
    case "null":
      return mapDecoded(noneTransformer, () => null);
    case "literal":
      return choiceTransformer(form.values, form.of);
    case "union":
      return unionType(form.variants, making);
    case "again":
      return lazyTransformer(() => madeRecord(form.record, making));
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

function unionType(variants: readonly Form[], making: Making): TypeTransformer {
  const types = variants.map((variant) => make(variant, making));
  const known = types.map(variantOf);
  for (const [i, one] of known.entries()) {
    const same = known.slice(i + 1).find((other) => isSameOnWire(one.type, other.type));
    if (same === undefined) continue;
    const what = `${one.transformer.words} or ${same.transformer.words}, which are one type in Flyte`;
    throw refusal(making, making.path, what, "Allow one of them only.");
  }
  return unionTransformer(types);
}

// An optional gives undefined, and a schema that allows null wants null.
function optionalType(inner: TypeTransformer, none: null | undefined): TypeTransformer {
  const optional = optionalTransformer(inner);
  return none === undefined ? optional : mapDecoded(optional, (value) => value ?? null);
}

function madeRecord(record: RecordForm, making: Making): TypeTransformer {
  const made = making.records.get(record);
  if (made === undefined) throw refusal(making, making.path, "a default that contains the record around it");
  return made;
}

function recordType(record: RecordForm, making: Making): TypeTransformer {
  const { title, fields } = record;
  const types = new Map(
    [...fields].map(([key, field]): [string, RuntimeType] => [key, fieldType(key, field, making)]),
  );
  const struct = structTransformer(title, types);
  const omittable = [...fields]
    .filter(([, { form, isRequired }]) => form.kind === "optional" && form.none === undefined && !isRequired)
    .map(([key]) => key);
  const type =
    omittable.length === 0 ? struct : mapDecoded(struct, (value) => withoutUndefined(value, omittable));
  making.records.set(record, type);
  return type;
}

function fieldType(key: string, field: FieldForm, making: Making): RuntimeType {
  const inside = { ...making, path: `${making.path}${segmentOf(key)}` };
  const transformer = make(field.form, inside);
  return field.default === undefined
    ? { transformer }
    : { transformer, default: fieldDefault(transformer, field, inside) };
}

// A schema may allow that a key is missing, but not that it is undefined.
function withoutUndefined(value: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  const kept: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value))
    if (field !== undefined || !keys.includes(key)) setOwn(kept, key, field);
  return kept;
}
