import { checkWorkflow, type Problem } from "@flytekit-ts/workflow/checks";
import { describe, expect, it } from "vitest";
import { readVerdicts, type Verdict } from "./verdicts.js";

// What the backend tells beside the fault itself: that what hangs on it has nothing to hang on.
const FOLLOW_UPS: ReadonlySet<string> = new Set([
  "UnreachableNodes",
  "ValueRequired",
  "VariableNameNotFound",
  "ParameterNotBound",
]);

// A constant that is no string, where an enum is wanted: the backend says twice that it is of the wrong type.
const SAID_TWICE = { missing: ["IllegalEnumValue"], extra: [] };
// Where our codes differ from the backend's.
const DIFFERENT: Readonly<
  Record<string, { readonly missing: readonly string[]; readonly extra: readonly string[] }>
> = {
  "random 64: gate empty": SAID_TWICE,
  "random 67": SAID_TWICE,
  "random 88: alias missing": SAID_TWICE,
  "random 97: drop output": SAID_TWICE,
  "random 134: extra output": SAID_TWICE,
  "random 176: scalar type, empty id": SAID_TWICE,
  "random 197: double binding": SAID_TWICE,
  "random 204: gate signal no type, scalar type": SAID_TWICE,
  "random 248: empty nodes sub": SAID_TWICE,
  "random 260: cycle": SAID_TWICE,
  "random 289: branch no condition": SAID_TWICE,
  "random 317: no target": SAID_TWICE,
  "random 363: branch no condition": SAID_TWICE,
  "random 370: self upstream, no target": SAID_TWICE,
  "random 381": SAID_TWICE,
  "random 402": SAID_TWICE,
  "random 479: scalar type": SAID_TWICE,
};

function codesOf(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(problems.flatMap(({ backendCode }) => backendCode ?? []));
}

function without(codes: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...codes].filter((code) => !others.has(code) && !FOLLOW_UPS.has(code)).toSorted();
}

/** Where the codes of a row differ, follow-ups left out. */
function difference({ given, codes }: Verdict) {
  const ours = codesOf(checkWorkflow(given));
  return { missing: without(codes, ours), extra: without(ours, codes) };
}

describe.each([
  ["compiler-vectors.jsonl", 100],
  ["random-workflows.jsonl", 500],
])("the verdicts of Flyte's compiler in %s", (file, count) => {
  const rows = readVerdicts(file);

  it("are all there", () => {
    expect(rows).toHaveLength(count);
    expect(rows.some(({ isRefused }) => isRefused)).toBe(true);
    expect(rows.every(({ isRefused, codes }) => isRefused === codes.size > 0)).toBe(true);
  });

  it.each(rows)("$name", (row) => {
    const problems = checkWorkflow(row.given);
    const ours = codesOf(problems);
    expect(ours.size > 0).toBe(row.isRefused);
    // The backend refuses nothing for which it has no name, and warns of nothing.
    expect(problems.filter(({ severity, backendCode }) => severity === "warning" && backendCode)).toEqual([]);
    if (row.isRefused) expect([...ours].some((code) => row.codes.has(code))).toBe(true);
    expect(difference(row)).toEqual(DIFFERENT[row.name] ?? { missing: [], extra: [] });
  });
});

describe("the rows with other codes", () => {
  it("are fewer than one in ten, and all in the list", () => {
    const rows = ["compiler-vectors.jsonl", "random-workflows.jsonl"].flatMap(readVerdicts);
    const different = rows.filter((row) => {
      const { missing, extra } = difference(row);
      return missing.length + extra.length > 0;
    });
    expect(different.map(({ name }) => name)).toEqual(Object.keys(DIFFERENT));
    expect(different.length / rows.length).toBeLessThan(0.1);
  });
});

describe("what only this checker finds in workflows that the backend takes", () => {
  const found = ["compiler-vectors.jsonl", "random-workflows.jsonl"]
    .flatMap(readVerdicts)
    .filter(({ isRefused }) => !isRefused)
    .flatMap(({ name, given }) =>
      checkWorkflow(given).map(({ code, nodeId }) => `${name}: ${code} ${nodeId ?? "-"}`),
    );

  it("is a fault that a run would show, each time", () => {
    expect(found).toMatchInlineSnapshot(`
      [
        "upstream ids unknown node: UPSTREAM_UNKNOWN n0",
        "dup node id: NODE_ID_TWICE n0",
        "node id start-node: NODE_ID_INVALID start-node",
        "attr path str key on a list (compiles?): PROMISE_INDEX_INVALID n0",
        "attr path on int (compiles?): ATTRIBUTE_NOT_FOUND n0",
        "subwf extra unused supplied: SUB_WORKFLOW_UNUSED -",
        "branch cond bool GT (compiles?): CONDITION_NOT_COMPARABLE b",
        "branch then dup ids in cases: NODE_ID_TWICE b-n",
        "gate signal no signal id (compiles?): MESSAGE_INCOMPLETE g",
        "failure node uses task output: FAILURE_INPUT_UNAVAILABLE fn0",
        "random 62: attr unknown field: ATTRIBUTE_NOT_FOUND n1",
        "random 66: attr on scalar: ATTRIBUTE_NOT_FOUND n2",
        "random 79: UPSTREAM_UNKNOWN n1",
        "random 212: attr on scalar: ATTRIBUTE_NOT_FOUND n5",
        "random 288: attr on scalar: ATTRIBUTE_NOT_FOUND n3",
        "random 330: UPSTREAM_UNKNOWN n7",
        "random 396: ref list index: ATTRIBUTE_NOT_FOUND n2-n3",
        "random 427: CONDITION_NOT_COMPARABLE n5",
        "random 447: CONDITION_NOT_COMPARABLE n5",
        "random 447: UPSTREAM_UNKNOWN n1",
        "random 490: CONDITION_NOT_COMPARABLE n2",
        "random 492: attr on scalar: ATTRIBUTE_NOT_FOUND n1",
      ]
    `);
  });
});
