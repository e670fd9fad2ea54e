import type { Form } from "./form.js";

/** Whether a part of a form is converted by its schema. */
export function hasCodec(form: Form): boolean {
  if (form.codec === true) return true;
  switch (form.kind) {
    case "list":
      return hasCodec(form.element);
    case "map":
      return hasCodec(form.value);
    case "optional":
      return hasCodec(form.inner);
    case "union":
      return form.variants.some(hasCodec);
    case "record":
      return [...form.fields.values()].some((field) => hasCodec(field.form));
    default:
      return false;
  }
}
