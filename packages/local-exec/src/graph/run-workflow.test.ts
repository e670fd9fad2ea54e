import { describe, expect, it } from "vitest";
import { stubNode, stubPlan, stubRun } from "../../test/support/stub-run.js";
import { runWorkflow } from "./run-workflow.js";

const inputs = new Map();
const fail = (): never => {
  throw new Error("no");
};
const plan = stubPlan({ a: [], bad: ["a"] }, stubNode("fn0"));

describe("a workflow with a failure handler", () => {
  it("runs the handler in the scope around its nodes, which are over then", async () => {
    const over: boolean[] = [];
    const { scope, entered } = stubRun({
      bad: (_, nodes) => {
        nodes.onEnd(() => over.push(nodes.isOver));
        return fail();
      },
      fn0: (_, around) => {
        over.push(around.isOver);
        return new Map();
      },
    });
    await expect(runWorkflow({ plan, inputs, prefix: "n0/" }, scope)).rejects.toThrow("no");
    expect(entered).toEqual(["n0/a", "n0/bad", "n0/fn0"]);
    expect(over).toEqual([true, false]);
  });

  it("runs none where what is around it is over", async () => {
    const { scope, entered } = stubRun({
      bad: () => {
        scope.end("cancelled");
        return fail();
      },
    });
    await expect(runWorkflow({ plan, inputs, prefix: "" }, scope)).rejects.toThrow("no");
    expect(entered).toEqual(["a", "bad"]);
  });
});
