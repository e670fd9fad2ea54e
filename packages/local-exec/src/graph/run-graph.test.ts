import { describe, expect, it } from "vitest";
import { latch, wait } from "../../test/support/runs.js";
import { stubNode, stubPlan, stubRun } from "../../test/support/stub-run.js";
import type { GraphNode } from "../plan/plan.js";
import { SKIPPED } from "../scope/node-run.js";
import { runGraph } from "./run-graph.js";

const LATER = "fail-after-executable-nodes-complete";
const inputs = new Map();
const fail = (): never => {
  throw new Error("no");
};

describe("a graph", () => {
  it("starts each node once, when all that is upstream of it has succeeded", async () => {
    const plan = stubPlan({ a: [], b: ["a"], c: ["a"], d: ["b", "c"], e: [] });
    const { scope, entered } = stubRun({ b: () => wait(2).then(() => new Map()) });
    expect(await runGraph({ plan, inputs, prefix: "n0/" }, scope)).toEqual(new Map());
    expect(entered).toEqual(["n0/a", "n0/e", "n0/b", "n0/c", "n0/d"]);
  });

  it("enters nothing more when a failure has ended it", async () => {
    const { open, opened } = latch();
    const plan = stubPlan({ bad: [], a: [], b: ["a"] });
    const { scope, entered } = stubRun({ bad: fail, a: () => opened.then(() => new Map()) });
    await expect(runGraph({ plan, inputs, prefix: "" }, scope)).rejects.toThrow("no");
    open();
    await wait(1);
    expect(entered).toEqual(["bad", "a"]);
  });

  it("enters nothing more when what is around it is over, and does not end either", async () => {
    const plan = stubPlan({ a: [], b: ["a"] });
    const { scope, entered } = stubRun({
      a: () => {
        scope.end("over");
        return new Map();
      },
    });
    const end = await Promise.race([runGraph({ plan, inputs, prefix: "" }, scope), wait(2)]);
    expect([end, entered]).toEqual([undefined, ["a"]]);
  });

  it("goes on under the other policy, skips what is behind once, and fails with what came first", async () => {
    const plan = stubPlan({
      bad: [],
      worse: ["a"],
      both: ["bad", "worse"],
      behind: ["both"],
      a: [],
      b: ["a"],
    });
    const worse = (): never => {
      throw new Error("worse");
    };
    const { scope, entered, told } = stubRun({ bad: fail, worse }, LATER);
    await expect(runGraph({ plan, inputs, prefix: "" }, scope)).rejects.toThrow("no");
    expect(entered).toEqual(["bad", "a", "worse", "b"]);
    expect(told).toEqual(["both skipped", "behind skipped"]);
  });

  it("skips what is behind a branch that was skipped", async () => {
    const plan = stubPlan({ bad: [], branch: [], user: ["branch"], last: ["user"], other: [] });
    const branch = async ({ around }: { around: { haveArrived(ids: string[]): Promise<boolean> } }) =>
      (await around.haveArrived(["bad"])) ? new Map() : SKIPPED;
    const { scope, entered, told } = stubRun({ bad: fail, branch }, LATER);
    await expect(runGraph({ plan, inputs, prefix: "" }, scope)).rejects.toThrow("no");
    expect(entered).toEqual(["bad", "branch", "other"]);
    expect(told).toEqual(["user skipped", "last skipped"]);
  });

  it("skips any number of nodes behind one", async () => {
    const size = 150_000;
    const behind = Array.from({ length: size }, (_, index) => ({
      ...stubNode(`n${index}`, ["bad"]),
      upstream: 1,
      downstream: [],
    }));
    const bad = { ...stubNode("bad"), upstream: 0, downstream: behind.map((_, index) => index + 1) };
    const plan = { ...stubPlan({}), nodes: [bad, ...behind] };
    const { scope, told } = stubRun({ bad: fail }, LATER);
    await expect(runGraph({ plan, inputs, prefix: "" }, scope)).rejects.toThrow("no");
    expect(told).toHaveLength(size);
  });

  it("ends with what is thrown where a node has ended", async () => {
    const plan = stubPlan({ a: [], b: ["a"] });
    const { scope } = stubRun({ a: () => 5 as never });
    await expect(
      runGraph({ plan: { ...plan, nodes: plan.nodes.map(withAlias) }, inputs, prefix: "" }, scope),
    ).rejects.toThrow(TypeError);
  });
});

function withAlias(node: GraphNode): GraphNode {
  const outputAliases = [{ var: "o0", alias: "size" }];
  return { ...node, message: { ...node.message, outputAliases } };
}
