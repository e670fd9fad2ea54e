import type { ChoiceKind, Constant } from "../../transformers/choice.js";
import { isWellFormed } from "../../words/plain-object.js";
import { markOf } from "../standard/marks.js";
import type { Form } from "./form.js";
import { type Node, type Reading, refusal, type Spot } from "./reading.js";

/** What the keywords `const` and `enum` describe: an enum of strings, or constants of one kind, or a union of both. */
export function readConstants(reading: Reading, node: Node, { path }: Spot): Form {
  const given: unknown = node["const"] === undefined ? node["enum"] : [node["const"]];
  if (!Array.isArray(given) || given.length === 0) throw refusal(reading, path, "an `enum` without values");
  const values = [...new Set<unknown>(given)];
  const constants = values.filter((value) => value !== null);
  if (!constants.every(isConstant)) throw refusal(reading, path, "a constant that Flyte cannot hold", ADVICE);
  if (constants.length === 0) return { kind: "null" };
  const form = formOf(constants, node["const"] !== undefined || markOf(node)?.is === "literal");
  return constants.length === values.length ? form : { kind: "optional", inner: form, none: null };
}

const ADVICE =
  "Use whole strings, numbers and booleans; integers beyond 2^53 - 1 are literals of `t.literal([1n])`.";

function isConstant(value: unknown): value is Constant {
  if (typeof value === "string") return isWellFormed(value);
  if (typeof value === "number")
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return typeof value === "boolean";
}

/** The form of constants: one for each kind of them. */
export function formOf(values: readonly Constant[], isLiteral: boolean): Form {
  const kinds = [...new Set(values.map((value) => typeof value))];
  const forms = kinds.map((kind): Form => {
    const group = values.filter((value) => typeof value === kind);
    if (!isLiteral && isStrings(group)) return { kind: "enum", values: group };
    return { kind: "literal", values: group, of: kindOf(group) };
  });
  const [first] = forms;
  return first !== undefined && forms.length === 1 ? first : { kind: "union", variants: forms };
}

function isStrings(values: readonly Constant[]): values is readonly string[] {
  return values.every((value) => typeof value === "string");
}

// With one number that is no integer, all are floats.
function kindOf(values: readonly Constant[]): ChoiceKind {
  if (isStrings(values)) return "string";
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  return values.every((value) => Number.isInteger(value)) ? "int" : "float";
}
