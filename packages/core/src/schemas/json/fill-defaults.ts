import { isPlainObject, setOwn } from "../../words/plain-object.js";
import type { Form } from "../forms/form.js";

/** A value with the defaults of the fields that it leaves out. Inside a union it stays as it is. */
export function fillDefaults(form: Form, value: unknown): unknown {
  if (form.kind === "optional")
    return value === undefined || value === null ? value : fillDefaults(form.inner, value);
  if (form.kind === "list" && Array.isArray(value))
    return value.map((item: unknown) => fillDefaults(form.element, item));
  if (form.kind === "again") return fillDefaults(form.record, value);
  if (!isPlainObject(value) || (form.kind !== "map" && form.kind !== "record")) return value;
  const filled: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const inside = form.kind === "map" ? form.value : form.fields.get(key)?.form;
    setOwn(filled, key, inside === undefined ? item : fillDefaults(inside, item));
  }
  if (form.kind === "map") return filled;
  for (const [key, field] of form.fields) {
    if (filled[key] === undefined && field.default !== undefined)
      setOwn(filled, key, structuredClone(field.default.json));
  }
  return filled;
}
