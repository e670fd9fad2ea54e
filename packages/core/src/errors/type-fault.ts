/** Why a value or promise has the wrong type: the most common mistakes, each with a hint of its own. */
export type TypeFault =
  | "chosen"
  | "columns"
  | "condition"
  | "converter"
  | "convertible"
  | "device"
  | "directory-for-file"
  | "enum-order"
  | "enum-values"
  | "file-for-directory"
  | "file-format"
  | "fraction"
  | "int-and-float"
  | "invalid-date"
  | "json-exact"
  | "list-for-single"
  | "missing"
  | "no-bigint"
  | "no-bytes"
  | "no-date"
  | "no-day"
  | "no-directory"
  | "no-exact-json"
  | "no-file"
  | "no-home"
  | "no-json"
  | "no-map"
  | "no-milliseconds"
  | "no-number"
  | "no-question"
  | "no-text"
  | "no-such-path"
  | "no-variant"
  | "node"
  | "none-to-compare"
  | "not-in-choice"
  | "not-in-enum"
  | "not-stored"
  | "optional-elements"
  | "optional-for-required"
  | "other-variants"
  | "outputs"
  | "pickle"
  | "promise"
  | "record-and-map"
  | "records"
  | "rows"
  | "several-variants"
  | "single-for-list"
  | "too-deep"
  | "too-large"
  | "uncalled"
  | "unreadable"
  | "unfinished"
  | "unknown-field"
  | "whole-bigint";

// False in a bundle that has no types made of others, which then has no code for them.
declare const FLYTEKIT_COMPOSITES: boolean | undefined;

/** The hint for a mistake, or `otherwise` if the mistake is not known. */
export function faultHint(fault: TypeFault | undefined, otherwise: string): string {
  if (fault === undefined) return otherwise;
  if (isScalarFault(fault)) return HINTS[fault];
  if (typeof FLYTEKIT_COMPOSITES === "boolean" && !FLYTEKIT_COMPOSITES) return otherwise;
  return COMPOSITE_HINTS[fault];
}

function isScalarFault(fault: TypeFault): fault is Exclude<TypeFault, CompositeFault> {
  return Object.hasOwn(HINTS, fault);
}

/** The mistakes that only types can lead to which are made of others, or stored. */
type CompositeFault =
  | "chosen"
  | "columns"
  | "device"
  | "directory-for-file"
  | "file-for-directory"
  | "file-format"
  | "json-exact"
  | "no-bytes"
  | "no-directory"
  | "no-exact-json"
  | "no-file"
  | "no-home"
  | "no-json"
  | "no-map"
  | "no-such-path"
  | "no-variant"
  | "not-stored"
  | "optional-elements"
  | "optional-for-required"
  | "other-variants"
  | "pickle"
  | "record-and-map"
  | "records"
  | "rows"
  | "several-variants"
  | "too-deep"
  | "unknown-field";

const HINTS: { readonly [F in Exclude<TypeFault, CompositeFault>]: string } = {
  condition:
    "Pass the condition to `conditional(...)`; if you need a boolean, let a task compare the values.",
  converter:
    "Look at `encode` and `decode` of the type: one of them threw for this value. A `cause` of this error is what it threw.",
  convertible: "Convert it in a task of its own, or declare both as the same type.",
  "enum-order":
    "Declare one `t.enum([...])` and use it in both places: for Flyte the order of the values is part of the type.",
  "enum-values": "Declare one `t.enum([...])` and use it in both places, or convert the value in a task.",
  fraction: "Round it, for example with `Math.round`, or declare the type as `t.float()`.",
  "int-and-float":
    "Declare both as the same type, or convert it in a task: Flyte never converts between int and float.",
  "invalid-date": "Check what the Date was made from: JavaScript could not read it.",
  "list-for-single":
    'Give one element (`.at(0)` takes the first of a promised list), or call the task for each element: `mapTask(task, { over: ["x"] })`, where `over` names the inputs that become lists.',
  missing: "Give a value there, or declare its type as `t.optional(...)`.",
  "no-bigint": "Give a bigint, such as `9007199254740993n`.",
  "no-date": 'Give a Date, such as `new Date("2024-05-01")`.',
  "no-day": 'Give a day of the calendar such as `"2024-05-31"`, or a Date.',
  "no-milliseconds": "Give a number of milliseconds: ten minutes are `10 * 60_000`.",
  "no-number": "Give a number; `Number(value)` converts a string or a bigint.",
  "no-question":
    "Use a comparison such as `.if(n.gt(3), () => ...)`; JavaScript's own `!`, `>` and `===` are evaluated before the workflow runs.",
  "no-text": "Give a string; `String(value)` converts other values.",
  node: "Give one of its outputs, such as `node.outputs.name`.",
  "none-to-compare":
    "Let a task return whether there is a value, and compare its result: Flyte cannot compare with none.",
  "not-in-choice": "Give one of these constants, or add the one you need to the `t.literal([...])`.",
  "not-in-enum": "Give one of these strings, or add the one you need to the `t.enum([...])`.",
  outputs: "Give one of these outputs by name.",
  promise: "Give a constant: the value of a promise is not known before the workflow runs.",
  "single-for-list": "Put it into a list: `[value]`.",
  "too-large":
    "Declare the type as `t.int({ bigint: true })`, and give a bigint such as `9007199254740993n`.",
  uncalled: "Call it, and pass the result of the call.",
  unreadable: "Give a value whose properties can be read; the cause is the error of its getter or proxy.",
  unfinished: "Finish the conditional with `.else(() => ...)` or `.fail(message)`.",
  "whole-bigint": "Give a number, or declare the type as `t.int({ bigint: true })`.",
};

const COMPOSITE_HINTS: { readonly [F in CompositeFault]: string } = {
  chosen: "Give the value itself: only a union takes a value of `t.as`.",
  columns:
    "Declare only columns that are there, with their types, or let a task make the others: a dataset with more columns fits a type with fewer.",
  device: "Give the path of a file, or a stream of what is to be in it.",
  "directory-for-file": "Give the path of a file, or declare the type as `t.directory()`.",
  "file-for-directory": "Give the path of a directory, or declare the type as `t.file()`.",
  "file-format":
    "Declare the same format in both places, or none: the format of a type says what is in its files, and converts nothing.",
  "json-exact": "Declare the type as `t.json({ exact: true })`, which takes and gives it as it is.",
  "no-bytes": "Give a Uint8Array; `new TextEncoder().encode(text)` makes one of a string.",
  "no-directory": "Give the path or URL of a directory, or a directory that was received.",
  "no-exact-json":
    "Give strings, numbers, bigints, booleans, null, Uint8Arrays, `FlyteFloat`s, and lists, plain objects and Maps of them; leave a key out in place of `undefined`.",
  "no-file":
    "Give a path, a URL, bytes (`Uint8Array`), a stream such as `blob.stream()`, or a file that was received.",
  "no-home": "Write out the home directory: only a shell reads `~`. `os.homedir()` gives it.",
  "no-json":
    "Give strings, numbers, booleans, null, and lists and plain objects of them; leave a key out in place of `undefined`.",
  "no-map": "Give a Map, such as `new Map([[1, value]])`: the keys of an object are strings.",
  "no-such-path": "Check the path; a relative one starts at the working directory of the process.",
  "no-variant": "Name one of the variants in `t.as(type, value)`.",
  "not-stored":
    "Give a path or URL here: bytes and streams are stored only as inputs of a run and as outputs of a task.",
  "optional-elements":
    "Let a task drop or replace the elements that are none; a map returns such elements only with `minSuccesses` or `minSuccessRatio`.",
  "optional-for-required":
    "Declare it without `t.optional`, with `.default(value)` if it may be left out; or let a task replace none with a value.",
  "other-variants": "Let a task take the union, and return a value of the wanted type.",
  pickle: "Let the Python task return a record or a file: only Python reads what it has pickled.",
  "record-and-map": "Let a task convert one into the other: for Flyte a record is not a map.",
  records: "Declare one `t.struct(...)` and use it in both places, or convert the record in a task.",
  rows: "Let a task return the rows, and pass its output: rows are written when a task returns them, and a constant is only the path or URI of a dataset.",
  "several-variants":
    "Let a task return it as the union, with `t.as(type, value)`: Flyte cannot tell which variant a promise is.",
  "too-deep": "Make it flatter, or pass it as a file.",
  "unknown-field": "Leave the field out, or declare it in the `t.struct(...)`.",
};
