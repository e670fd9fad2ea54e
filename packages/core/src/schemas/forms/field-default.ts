import { decodeLiteral } from "../../types/decode-literal.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { isPlainObject } from "../../words/plain-object.js";
import type { FieldForm, Form } from "./form.js";
import { refusal } from "./reading.js";

interface Place {
  readonly at: string;
  readonly path: string;
}

/** The default of a field, new each time. @throws `SCHEMA_NOT_REPRESENTABLE` for one that is not of the field's type */
export function fieldDefault(
  transformer: TypeTransformer,
  field: FieldForm,
  place: Place,
): { readonly value: unknown } {
  try {
    const literal = transformer.toLiteral(fromJson(field.form, field.default?.json));
    return {
      get value() {
        return decodeLiteral(transformer, literal);
      },
    };
  } catch {
    throw refusal(
      place,
      place.path,
      "a default of another type",
      "Give a default that the schema itself takes.",
    );
  }
}

// JSON has neither dates nor bigints.
function fromJson(form: Form, json: unknown): unknown {
  if (form.kind === "datetime") return typeof json === "string" ? new Date(json) : json;
  if (form.kind === "bigint") return typeof json === "string" ? BigInt(json) : json;
  if (form.kind === "list" && Array.isArray(json))
    return json.map((item: unknown) => fromJson(form.element, item));
  if (form.kind === "optional" && json !== null) return fromJson(form.inner, json);
  if (!isPlainObject(json)) return json;
  const part = (key: string): Form | undefined =>
    form.kind === "map" ? form.value : form.kind === "record" ? form.fields.get(key)?.form : undefined;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      const inside = part(key);
      return [key, inside === undefined ? value : fromJson(inside, value)];
    }),
  );
}
