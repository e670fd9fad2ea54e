/**
 * What is behind a value, or a promise, of another type than is wanted: the commonest mistakes, for which there is
 * something to advise.
 */
export type TypeFault =
  | "condition"
  | "convertible"
  | "enum-order"
  | "enum-values"
  | "fraction"
  | "int-and-float"
  | "invalid-date"
  | "list-for-single"
  | "missing"
  | "no-bigint"
  | "no-date"
  | "no-milliseconds"
  | "no-number"
  | "no-question"
  | "no-text"
  | "node"
  | "none-to-compare"
  | "not-in-enum"
  | "optional-elements"
  | "optional-for-required"
  | "outputs"
  | "promise"
  | "record-and-map"
  | "records"
  | "single-for-list"
  | "too-large"
  | "uncalled"
  | "unfinished"
  | "unknown-field"
  | "whole-bigint";

/** What to do about it; `otherwise` where nothing is known. */
export function faultHint(fault: TypeFault | undefined, otherwise: string): string {
  return fault === undefined ? otherwise : HINTS[fault];
}

const HINTS: { readonly [F in TypeFault]: string } = {
  condition: "Give it to `conditional(...)`; for a boolean let a task compare.",
  convertible: "Convert it in a task of its own, or declare both as the same type.",
  "enum-order":
    "Declare one `t.enum([...])` and use it at both places: to Flyte the order of the values is part of the type.",
  "enum-values": "Declare one `t.enum([...])` and use it at both places, or convert the value in a task.",
  fraction: "Round it, with `Math.round` for one, or declare the type as `t.float()`.",
  "int-and-float":
    "Flyte takes no int for a float, nor a float for an int: declare both as the same type, or convert it in a task.",
  "invalid-date": "Check what the Date was made from: JavaScript could not read it.",
  "list-for-single":
    "Give one element (`.at(0)` takes the first of a promised list), or call the task for each with `mapTask(task)`.",
  missing: "Give a value there, or declare its type as `t.optional(...)`.",
  "no-bigint": "Give a bigint, such as `9007199254740993n`.",
  "no-date": 'Give a Date, such as `new Date("2024-05-01")`.',
  "no-milliseconds": "Give a number of milliseconds: ten minutes are `10 * 60_000`.",
  "no-number": "Give a number; `Number(value)` makes one of a string or a bigint.",
  "no-question":
    "Ask with a comparison, such as `.if(n.gt(3), () => ...)`; JavaScript's own `!`, `>` and `===` answer before the workflow runs.",
  "no-text": "Give a string; `String(value)` makes one.",
  node: "Give one of its outputs, such as `node.outputs.name`.",
  "none-to-compare": "Flyte cannot ask whether there is a value: let a task tell, and ask what it returns.",
  "not-in-enum": "Give one of these strings, or add the one you need to the `t.enum([...])`.",
  "optional-elements":
    "Let a task drop or replace the elements that are none; a map gives such only with `minSuccesses` or `minSuccessRatio`.",
  "optional-for-required":
    "Declare it without `t.optional`, with `.default(value)` if it may be left out; or let a task put a value in place of none.",
  outputs: "Give one of these outputs, by its name.",
  promise: "Give a constant: what a promise stands for is not known before the workflow runs.",
  "record-and-map": "Let a task make the one of the other: a record is no map to Flyte.",
  records: "Declare one `t.struct(...)` and use it at both places, or make the other record in a task.",
  "single-for-list": "Put it into a list: `[value]`.",
  "too-large":
    "Declare the type as `t.int({ bigint: true })`, and give a bigint such as `9007199254740993n`.",
  uncalled: "Call it, and give what the call returns.",
  unfinished: "Finish the conditional with `.else(() => ...)` or `.fail(message)`.",
  "unknown-field": "Leave the field out, or declare it in the `t.struct(...)`.",
  "whole-bigint": "Give a number, or declare the type as `t.int({ bigint: true })`.",
};
