import { describe, expect, it } from "vitest";
import { INTEGER, recordOf } from "../../test/support/idl-messages.js";
import { castFault } from "./binding-faults.js";

const names = { workflow: "w", inputs: new Map(), nodes: new Map(), outputs: new Map() };
const holder = { nodeId: "n0", names, upTo: 0, takesWhole: false };

describe("castFault", () => {
  it("is no fault that the backend tells, where comparing records crashes it", () => {
    const fault = castFault("crashes-backend", recordOf({ a: INTEGER }), recordOf({ b: INTEGER }), {
      holder,
      input: "x",
      path: "[0]",
    });
    expect(fault()).toEqual({
      code: "RECORDS_CRASH_BACKEND",
      severity: "error",
      nodeId: "n0",
      input: "x",
      expected: "record { b }",
      got: "record { a }",
      message:
        "w.n0.x[0] takes record { b } and was given record { a }, whose JSON Schemas crash Flyte's compiler together.",
      hint: "Give both records the same schema, or leave the schema out of one of them.",
    });
  });
});
