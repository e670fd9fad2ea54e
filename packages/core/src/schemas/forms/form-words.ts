import { describeEnum } from "../../words/enumerate.js";
import type { Form } from "./form.js";

/** A form in words, for messages. */
export function formWords(form: Form): string {
  switch (form.kind) {
    case "enum":
      return describeEnum(form.values);
    case "literal":
      return `one of ${form.values.length} constants`;
    case "list":
      return `list of ${formWords(form.element)}`;
    case "map":
      return `map of ${formWords(form.value)}`;
    case "optional":
      return `optional ${formWords(form.inner)}`;
    case "union":
      return form.variants.map(formWords).join(" or ");
    case "record":
      return `record ${form.title}`;
    case "again":
      return `record ${form.record.title}`;
    default:
      return form.kind;
  }
}
