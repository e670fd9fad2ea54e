import type { JsonSchema } from "@flytekit-ts/core/types";
import { type Data, isList, isObject } from "../documents/data.js";
import { isSchema, referenced, shapeOf, variantsOf } from "../kinds/schema-shape.js";
import { formatWords } from "../kinds/schema-words.js";
import { dayAt, floorOf, isInCalendar, type LocalTime } from "../texts/iso-datetime.js";
import { booleanIn, integerIn, microsIn, numberIn, textIn, timeIn } from "./read-freely.js";
import { type AroundData, shown } from "./outcome.js";

/**
 * Data for a record of which only the JSON Schema is known, in the form that its schema takes: texts of numbers and times are read
 * as in other records, and fields that it does not have are left out. What fits nothing stays, and is refused by the type.
 */
export function fitSchema(
  given: JsonSchema,
  data: Data,
  { root, around }: { readonly root: JsonSchema; readonly around: AroundData },
): Data {
  const schema = referenced(given, root);
  const inside = { root, around };
  const variants = variantsOf(schema);
  if (variants !== undefined) {
    if (variants.some((each) => isOfType(referenced(each, root), data))) {
      const [own] = variants.filter((each) => isOfType(referenced(each, root), data));
      return own === undefined ? data : fitSchema(own, data, inside);
    }
    for (const variant of variants) {
      const fitted = fitSchema(variant, data, inside);
      if (isOfType(referenced(variant, root), fitted)) return fitted;
    }
    return data;
  }
  if (isList(data)) {
    const { items } = schema;
    return isSchema(items) ? data.map((item) => fitSchema(items, item, inside)) : data;
  }
  return isObject(data) ? fitObject(schema, data, inside) : (leafOf(schema, data, around) ?? data);
}

type Inside = { readonly root: JsonSchema; readonly around: AroundData };

function fitObject(schema: JsonSchema, data: ReadonlyMap<string, Data>, inside: Inside): Data {
  const shape = shapeOf(schema, inside.root);
  const values = schema["additionalProperties"];
  const entries: [string, Data][] = [];
  for (const [key, item] of data) {
    const field = shape?.properties.get(key) ?? (isSchema(values) ? values : undefined);
    if (field === undefined && shape !== undefined && values === false)
      inside.around.note(`record ${shape.title} has no field ${shown(key)}: it is left out`);
    else entries.push([key, field === undefined ? item : fitSchema(field, item, inside)]);
  }
  return new Map(entries);
}

function isOfType({ type, ...schema }: JsonSchema, data: Data): boolean {
  if (Array.isArray(schema["enum"]))
    return schema["enum"].some((value) => value === (typeof data === "bigint" ? Number(data) : data));
  switch (type) {
    case "integer":
      return typeof data === "bigint";
    case "number":
      return typeof data === "bigint" || typeof data === "number";
    case "array":
      return isList(data);
    case "object":
      return isObject(data);
    case "null":
      return data === null;
    default:
      return type === undefined || typeof data === type;
  }
}

function leafOf(schema: JsonSchema, data: Data, given: AroundData): Data | undefined {
  const around = { ...given, isInRecord: true };
  switch (formatWords(schema) ?? schema["type"]) {
    case "datetime":
      return written(timeIn(data, around), isoText);
    case "date":
      return written(timeIn(data, around), dayAt);
    case "duration": {
      const micros = microsIn(data);
      return micros === undefined ? undefined : Number(micros) / 1e6;
    }
    case "integer":
      return integerIn(data, around);
    case "number":
      return numberIn(data, around);
    case "string":
      return textIn(data, around);
    case "boolean":
      return booleanIn(data, around);
    default:
      return undefined;
  }
}

function written(time: LocalTime | undefined, write: (time: LocalTime) => string): string | undefined {
  return time !== undefined && isInCalendar(time) ? write(time) : undefined;
}

// As Python writes a time.
function isoText({ micros }: LocalTime): string {
  const seconds = floorOf(micros, 1_000_000n);
  const rest = String(micros - seconds * 1_000_000n).padStart(6, "0");
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, -5);
  return `${whole}${rest === "000000" ? "" : `.${rest}`}+00:00`;
}
