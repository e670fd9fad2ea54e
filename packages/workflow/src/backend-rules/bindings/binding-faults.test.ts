import { describe, expect, it } from "vitest";
import { INTEGER, recordOf, STRING } from "../../../test/support/idl-messages.js";
import { castFault } from "./binding-faults.js";

const names = { workflow: "w", inputs: new Map(), nodes: new Map(), outputs: new Map() };
const ref = { nodeId: "n1", var: "o0", attrPath: [] };
const holder = { nodeId: "n0", names, upTo: 0, takesWhole: false };

describe("castFault", () => {
  it("is no fault that the backend tells, where comparing records crashes it", () => {
    const types = { given: recordOf({ a: INTEGER }), wanted: recordOf({ b: INTEGER }), ref };
    const fault = castFault("crashes-backend", types, { holder, input: "x", path: "[0]" });
    expect(fault()).toEqual({
      code: "RECORDS_CRASH_BACKEND",
      severity: "error",
      nodeId: "n0",
      input: "x",
      expected: "record { b }",
      got: "record { a }",
      message:
        "w.n0.x[0] takes record { b } but was given n1.o0 of type record { a }; comparing their JSON Schemas crashes Flyte's compiler.",
      hint: "Give both records the same schema, or leave the schema out of one of them.",
    });
  });

  it("advises to convert what a promise gives, and not a constant", () => {
    const hintOf = (isPromise: boolean) => {
      const types = { given: INTEGER, wanted: STRING, ...(isPromise ? { ref } : {}) };
      return castFault("not-castable", types, { holder, input: "x", path: "" })().hint;
    };
    expect(hintOf(true)).toMatch(/^Convert it in a task of its own/);
    expect(hintOf(false)).toMatch(/^Give a value or promise of the declared type/);
  });
});
