import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Column, Columns } from "./columns.js";
import { FUNCTIONS, type Where } from "./conditions.js";

const COMPARISONS: ReadonlySet<string> = new Set(Object.keys(FUNCTIONS));

/**
 * Conditions in the language of flyteadmin's filters: `eq(version,v1)+gt(created_at,2025-01-01T00:00:00.000Z)`.
 *
 * That language has no way to escape: a `+` ends a condition, a `;` a value, and a comma moves the border between
 * column and value. A value with one of them would ask for something else, so it is refused.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `OPTIONS_NOT_AN_OBJECT`
 */
export function filterText<F>(where: Where<F> | undefined, columns: Columns<F>, at: string): string {
  if (where === undefined) return "";
  const named: Readonly<Record<string, Column>> = columns;
  assertOptions(where, new Set(Object.keys(named)), `\`where\` of ${at}`);
  return Object.entries(where)
    .flatMap(([field, condition]) => {
      const column = named[field];
      if (column === undefined || condition === undefined) return [];
      return comparisonsOf(condition, { at, option: `where.${field}`, column });
    })
    .join("+");
}

interface Field {
  readonly at: string;
  readonly option: string;
  readonly column: Column;
}

function comparisonsOf(condition: unknown, field: Field): readonly string[] {
  if (typeof condition !== "object" || condition === null || isDate(condition)) {
    return [comparison("equals", condition, field)];
  }
  assertOptions(condition, COMPARISONS, `\`${field.option}\` of ${field.at}`);
  const entries = Object.entries(condition).filter(([, value]) => value !== undefined);
  if (entries.length === 0) throw refusal("at least one comparison", condition, field);
  return entries.map(([name, value]) => comparison(name as keyof typeof FUNCTIONS, value, field));
}

function comparison(name: keyof typeof FUNCTIONS, value: unknown, field: Field): string {
  const at = { ...field, option: name === "equals" ? field.option : `${field.option}.${name}` };
  const values: unknown = name === "oneOf" ? value : [value];
  if (!Array.isArray(values) || values.length === 0) throw refusal("a list of values", value, at);
  const text = values.map((each: unknown) => valueText(each, at)).join(";");
  // flyteadmin drops one blank after the comma.
  return `${FUNCTIONS[name]}(${field.column.column},${/^\s/.test(text) ? " " : ""}${text})`;
}

function valueText(value: unknown, field: Field): string {
  const { words } = field.column;
  if (words !== undefined) {
    const number = typeof value === "string" && Object.hasOwn(words, value) ? words[value] : undefined;
    if (number !== undefined) return String(number);
    const known = Object.keys(words).map((word) => JSON.stringify(word));
    throw refusal(known.join(" or "), value, field);
  }
  if (isDate(value)) {
    if (Number.isNaN(value.getTime()))
      throw refusal("a valid date", value, { ...field, inWords: "an invalid one" });
    return value.toISOString();
  }
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") throw refusal("a text, a finite number or a date", value, field);
  if (!/^[^+;,\p{Cc}]+$/u.test(value) || !value.isWellFormed()) {
    throw refusal("a text that is not empty, without `+`, `;`, `,` and line breaks", value, {
      ...field,
      advice: "Flyte's filters cannot hold these. Leave the condition out, and compare what the list gives.",
    });
  }
  return value;
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

function refusal(
  wanted: string,
  given: unknown,
  { at, option, ...more }: Field & { readonly inWords?: string; readonly advice?: string },
): Error {
  const { column: _column, ...rest } = more;
  return coreErrors.OPTION_INVALID({ at, option, wanted, given, ...rest });
}
