import { segmentOf } from "../../words/plain-object.js";
import { formWords } from "./form-words.js";
import type { Form, RecordForm } from "./form.js";
import { isEqual } from "./reading.js";

/** The first place where the two sides of a schema differ, outside of codecs. */
export interface Difference {
  readonly path: string;
  readonly input: string;
  readonly output: string;
}

/** How what a schema takes and what it gives differ; undefined if they do not. */
export function compareForms(input: Form, output: Form, path = ""): Difference | undefined {
  if (input.codec === true || output.codec === true) return undefined;
  // The output of a default is not optional any more.
  const [a, b] = [plain(input), plain(output)];
  const differ = { path, input: formWords(a), output: formWords(b) };
  if (a.kind === "optional" && b.kind === "optional") return compareForms(a.inner, b.inner, path);
  if (a.kind === "list" && b.kind === "list") return compareForms(a.element, b.element, `${path}[]`);
  if (a.kind === "map" && b.kind === "map") return compareForms(a.value, b.value, `${path}[]`);
  if (a.kind === "again" && b.kind === "again") return undefined;
  if (a.kind === "record" && b.kind === "record") return compareRecords(a, b, path);
  if (a.kind === "union" && b.kind === "union") return compareVariants(a, b, path);
  return isEqual(a, b) ? undefined : differ;
}

const plain = (form: Form): Form => form;

type Union = Form & { readonly kind: "union" };

function compareVariants(a: Union, b: Union, path: string): Difference | undefined {
  if (a.variants.length !== b.variants.length) return { path, input: formWords(a), output: formWords(b) };
  for (const [i, variant] of a.variants.entries()) {
    const other = b.variants[i];
    const difference = other === undefined ? undefined : compareForms(variant, other, path);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function compareRecords(a: RecordForm, b: RecordForm, path: string): Difference | undefined {
  for (const key of new Set([...a.fields.keys(), ...b.fields.keys()])) {
    const [one, other] = [a.fields.get(key), b.fields.get(key)];
    const inside = `${path}${segmentOf(key)}`;
    if (one === undefined || other === undefined)
      return {
        path: inside,
        input: one === undefined ? "nothing" : formWords(one.form),
        output: other === undefined ? "nothing" : formWords(other.form),
      };
    const difference = compareForms(one.form, other.form, inside);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
