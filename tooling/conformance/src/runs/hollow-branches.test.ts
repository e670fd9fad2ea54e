import { compile, isWorkflow, type WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { describe, expect, it } from "vitest";
import { runTwins } from "../run-twins.js";
import { compareRun } from "./compare-run.js";
import { withoutHollows } from "./hollow-branches.js";
import { nodePaths } from "./node-paths.js";
import { detailedRun, type RecordedRun } from "./recorded-run.js";
import { recordedRunsOf } from "./recorded-runs.js";
import { runLocally } from "./run-locally.js";

const [row] = recordedRunsOf("x11_branch_waits");
const waits = runTwins
  .flatMap(({ entities }) => entities)
  .find((each): each is WorkflowEntity => isWorkflow(each) && each.name === row?.workflow);
if (row === undefined || waits === undefined) throw new Error("no run of a conditional that waits");
const recorded = detailedRun(row, waits);

/** In what the run differs when the recorded nodes are changed first. */
async function whatDiffers(
  workflow: WorkflowEntity,
  nodes: Readonly<Record<string, string>>,
  change: Partial<RecordedRun> = {},
): Promise<readonly string[]> {
  const changed = { ...recorded, ...change, nodes: new Map([...recorded.nodes, ...Object.entries(nodes)]) };
  return (await compareRun(workflow, changed)).map(({ what }) => what);
}

describe("a conditional whose arm needs a node that failed", () => {
  it("succeeds in the engine and fails its consumer; here both are skipped", async () => {
    expect(Object.fromEntries(recorded.nodes)).toEqual({
      n0: "FAILED",
      n1: "SUCCEEDED",
      n2: "SUCCEEDED",
      "n2-0-n2-n0": "SKIPPED",
      n3: "FAILED",
    });
    expect(recorded.code).toBe("BindingResolutionFailure");
    const ours = await runLocally(waits, recorded.inputs);
    expect(Object.fromEntries([...ours.nodes].map(([path, { phase }]) => [path, phase]))).toEqual({
      n0: "FAILED",
      n1: "SUCCEEDED",
      n2: "SKIPPED",
      "n2/n2-n0": "SKIPPED",
      n3: "SKIPPED",
    });
    const { recorded: meant, hasHollows } = withoutHollows(nodePaths(compile(waits)), ours, recorded);
    expect(hasHollows).toBe(true);
    expect(meant.nodes.get("n2")).toBe("SKIPPED");
    expect(meant.nodes.get("n3")).toBe("SKIPPED");
    expect(await compareRun(waits, recorded)).toEqual([]);
  });

  it("is told from one whose arm ran", async () => {
    expect(await whatDiffers(waits, { "n2-0-n2-n0": "SUCCEEDED" })).toEqual([
      "nodes SUCCEEDED",
      "nodes FAILED",
      "error",
    ]);
  });

  it("does not hide other nodes, or another error", async () => {
    expect(await whatDiffers(waits, { n1: "FAILED" })).toEqual(["nodes SUCCEEDED", "nodes FAILED"]);
    expect(await whatDiffers(waits, {}, { code: "USER:RuntimeError", error: "bang" })).toEqual(["error"]);
    expect(await whatDiffers(waits, {}, { code: "USER:RuntimeError", error: "boom" })).toEqual([]);
  });
});
