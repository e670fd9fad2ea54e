import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReferenceCase } from "../reference-case.js";
import { leftOut, runTwins } from "../run-twins.js";
import { twins } from "../twins.js";
import { compareEngineRuns, compareLocalRuns } from "./compare-case.js";
import { compareRun } from "./compare-run.js";
import { detailedRun } from "./recorded-run.js";
import { recordedRunsOf } from "./recorded-runs.js";
import { runLocally } from "./run-locally.js";
import { isWorkflow, type WorkflowEntity } from "@flytekit-ts/workflow/plugin";

const all = [...twins, ...runTwins];

describe("the runs of Flyte's engine", () => {
  it.each(all)("of $name are ours", async ({ name, entities }) => {
    const runs = await compareEngineRuns(name, entities);
    expect(runs.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(runs).toHaveLength(recordedRunsOf(name).filter(({ run }) => !leftOut.has(run)).length);
  });

  it("are all compared, but for those left out and two cases", () => {
    const lines = readFileSync(new URL("../../data/runs.jsonl", import.meta.url), "utf8")
      .trimEnd()
      .split("\n");
    const names = lines.map((line) => (JSON.parse(line) as { readonly run: string }).run);
    const compared = all.flatMap(({ name }) => recordedRunsOf(name).map(({ run }) => run));
    expect(names).toHaveLength(67);
    expect(names.filter((name) => !compared.includes(name)).map((name) => name.slice(0, 3))).toEqual([
      ...["x06", "x06", "x06", "x06"],
      ...["x09", "x09", "x09", "x09"],
    ]);
    expect([...leftOut.keys()]).toEqual(["x11_branch_waits#0"]);
  });
});

describe("the local runs of flytekit", () => {
  it.each(twins)("of $name are ours", async ({ name, entities }) => {
    const { local = [] } = readReferenceCase(name);
    const runs = await compareLocalRuns(name, entities, local);
    expect(runs).toHaveLength(local.length);
    expect(runs.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });
});

describe("what is different on purpose", () => {
  it("x11#0: a conditional whose arm is skipped is skipped, and so is its consumer", async () => {
    const [row] = recordedRunsOf("x11_branch_waits");
    if (row === undefined) throw new Error("no run");
    const workflow = workflowOf("x11_branch_waits.waits");
    const ours = await runLocally(workflow, { x: 1 });
    expect([...ours.nodes].map(([path, { phase }]) => `${path} ${phase}`).toSorted()).toEqual([
      "n0 FAILED",
      "n1 SUCCEEDED",
      "n2 SKIPPED",
      "n2/n2-n0 SKIPPED",
      "n3 SKIPPED",
    ]);
    const differences = await compareRun(workflow, detailedRun(row, workflow));
    expect(differences.map(({ what, ours: made, engine }) => [what, made, engine])).toEqual([
      ["nodes SUCCEEDED", "no others", "also n2"],
      ["nodes FAILED", "no others", "also n3"],
      ["error", "n0: TASK_FAILED boom", expect.stringContaining("BindingResolutionError")],
    ]);
  });
});

describe("a failure handler", () => {
  it.each(recordedRunsOf("x02_failure_node"))("is given what the engine gives it: $run", async (row) => {
    const workflow = workflowOf(row.workflow);
    const recorded = detailedRun(row, workflow);
    const ours = await runLocally(workflow, recorded.inputs);
    const given = (tasks: readonly string[] = []): readonly string[] =>
      tasks.filter((text) => text.includes("err: "));
    // The engine's error begins with its Python class, and the handler that is a workflow has nodes n0, ... here.
    const meant = given(recorded.tasks).map((text) =>
      text.replace("ValueError: ", "").replace(/^fn0-0-fn0/, "fn0-0-n0"),
    );
    expect(given(ours.tasks)).toEqual(meant);
    expect(meant).toHaveLength(1);
  });
});

function workflowOf(name: string): WorkflowEntity {
  const workflow = runTwins.flatMap(({ entities }) => entities).find((each) => each.name === name);
  if (!isWorkflow(workflow)) throw new Error(`no workflow ${name}`);
  return workflow;
}
