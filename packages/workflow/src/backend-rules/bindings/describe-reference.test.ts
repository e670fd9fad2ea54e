import { describe, expect, it } from "vitest";
import { describeReference, describeStep } from "./describe-reference.js";

const key = (value: string) => ({ value: { $case: "stringValue" as const, value } });
const index = (value: number) => ({ value: { $case: "intValue" as const, value } });

describe("describeStep", () => {
  it.each([
    [key("a_1"), ".a_1"],
    [key("$"), ".$"],
    [key("a b"), '["a b"]'],
    [key("1"), '["1"]'],
    [key(""), '[""]'],
    [key('a"'), '["a\\""]'],
    [index(0), "[0]"],
    [index(-3), "[-3]"],
    [{ value: undefined }, "[]"],
  ])("of %o is %s", (step, words) => {
    expect(describeStep(step)).toBe(words);
  });
});

describe("describeReference", () => {
  it("names the node, or the inputs of the workflow, and then the way", () => {
    const names = { workflow: "wf" };
    const attrPath = [key("rows"), index(3), key("a b")];
    expect(describeReference({ nodeId: "n0", var: "o0", attrPath }, names)).toBe('n0.o0.rows[3]["a b"]');
    expect(describeReference({ nodeId: "", var: "x", attrPath: [] }, names)).toBe("inputs.x");
    expect(describeReference({ nodeId: "start-node", var: "x", attrPath: [] }, names)).toBe("inputs.x");
    expect(describeReference({ nodeId: "end-node", var: "x", attrPath: [] }, names)).toBe("end-node.x");
  });

  it("calls nodes what their author does", () => {
    const wordsOf = (workflow: string, nodeId: string) =>
      nodeId === "n0" ? `task ${workflow}/inc` : undefined;
    const names = { workflow: "wf", wordsOf };
    expect(describeReference({ nodeId: "n0", var: "o0", attrPath: [] }, names)).toBe("task wf/inc.o0");
    expect(describeReference({ nodeId: "n1", var: "o0", attrPath: [] }, names)).toBe("n1.o0");
  });

  it("calls outputs what their author does", () => {
    const outputWordsOf = (workflow: string, nodeId: string, output: string) =>
      nodeId === "n0" && output === "o0" ? `inc(...) in ${workflow}` : undefined;
    const names = { workflow: "wf", wordsOf: () => "inc", outputWordsOf };
    const attrPath = [key("rows")];
    expect(describeReference({ nodeId: "n0", var: "o0", attrPath }, names)).toBe("inc(...) in wf.rows");
    expect(describeReference({ nodeId: "n0", var: "x", attrPath }, names)).toBe("inc.x.rows");
  });
});
