import { t } from "@flytekit-ts/core";
import { listText } from "../text/object-text.js";
import { quoted } from "../text/quoted.js";
import { valueText } from "../text/value-text.js";
import { typed, type Typed } from "./typed.js";

/** `t.list` of a type. */
export function listOf(item: Typed): Typed {
  return typed(t.list(item.type), `t.list(${item.code})`, item.notes);
}

/** `t.map` to a type, from strings or from what `keys` says. */
export function mapOf(value: Typed, keys?: Typed): Typed {
  if (keys === undefined) return typed(t.map(value.type), `t.map(${value.code})`, value.notes);
  const notes = [...keys.notes, ...value.notes];
  const type = t.map(value.type, { keys: keys.type });
  return typed(type, `t.map(${value.code}, { keys: ${keys.code} })`, notes);
}

/** `t.optional` of a type. */
export function optionalOf(value: Typed): Typed {
  return typed(t.optional(value.type), `t.optional(${value.code})`, value.notes);
}

/** `t.union` of types; of one it is that type. */
export function unionOf(variants: readonly Typed[]): Typed {
  const [first, second, ...others] = variants;
  if (first === undefined || second === undefined) return first ?? typed(t.none(), "t.none()");
  const types = [first.type, second.type, ...others.map(({ type }) => type)] as const;
  return typed(
    t.union(types),
    `t.union(${listText(variants.map(({ code }) => code))})`,
    variants.flatMap(({ notes }) => notes),
  );
}

/** `t.enum` of texts. */
export function enumOf(values: readonly string[]): Typed {
  return typed(t.enum(values), `t.enum(${listText(values.map(quoted))})`);
}

/** `t.literal` of constants. */
export function choiceOf(values: readonly (string | number | boolean)[], isFloat = false): Typed {
  const codes = listText(values.map((value) => valueText(value) ?? "undefined"));
  if (!isFloat) return typed(t.literal(values), `t.literal(${codes})`);
  const numbers = values.filter((value) => typeof value === "number");
  return typed(t.literal(numbers, { float: true }), `t.literal(${codes}, { float: true })`);
}

/** `t.file` or `t.directory`. */
export function blobOf(kind: "file" | "directory", format: string): Typed {
  const type = kind === "file" ? t.file(format) : t.directory(format);
  return typed(type, `t.${kind}(${format === "" ? "" : quoted(format)})`);
}
