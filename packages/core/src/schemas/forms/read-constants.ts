import { isWellFormed } from "../../words/plain-object.js";
import { MARK, type Mark } from "../standard/marks.js";
import type { Constant, Form } from "./form.js";
import { type Node, type Reading, refusal, type Spot } from "./reading.js";

/** What the keywords `const` and `enum` describe: an enum of strings, or constants of one kind, or a union of both. */
export function readConstants(reading: Reading, node: Node, { path }: Spot): Form {
  const given: unknown = node["const"] === undefined ? node["enum"] : [node["const"]];
  if (!Array.isArray(given) || given.length === 0) throw refusal(reading, path, "one of no values");
  const values = [...new Set<unknown>(given)];
  const constants = values.filter((value) => value !== null);
  const odd = constants.find((value) => !isConstant(value));
  if (odd !== undefined) throw refusal(reading, path, `a constant that is ${typeof odd}`, "Use strings, numbers or booleans.");
  const mark = node[MARK] as Mark | undefined;
  const isLiteral = node["const"] !== undefined || mark?.is === "literal";
  const form = formOf(constants as Constant[], isLiteral);
  if (constants.length === values.length) return form;
  return constants.length === 0 ? { kind: "null" } : { kind: "optional", inner: form, none: null };
}

function isConstant(value: unknown): value is Constant {
  if (typeof value === "string") return isWellFormed(value);
  return typeof value === "boolean" || Number.isFinite(value);
}

function formOf(values: readonly Constant[], isLiteral: boolean): Form {
  const groups = [...new Set(values.map(kindOf))].map((kind) => values.filter((value) => kindOf(value) === kind));
  const forms = groups.map((group): Form => {
    if (!group.every((value) => typeof value === "string")) return { kind: "literal", values: group };
    return { kind: isLiteral ? "literal" : "enum", values: group };
  });
  const [first] = forms;
  return first !== undefined && forms.length === 1 ? first : { kind: "union", variants: forms };
}

// All numbers are of one kind: with one that is no integer, all are floats.
function kindOf(value: Constant): string {
  return typeof value;
}
