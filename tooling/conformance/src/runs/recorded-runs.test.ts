import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReferenceCase } from "../reference-case.js";
import { runTwins } from "../run-twins.js";
import { twins } from "../twins.js";
import { compareEngineRuns, compareLocalRuns } from "./compare-case.js";
import { detailedRun } from "./recorded-run.js";
import { recordedRunsOf } from "./recorded-runs.js";
import { runLocally } from "./run-locally.js";
import { USUAL_MODES } from "./run-modes.js";
import { isWorkflow, type WorkflowEntity } from "@flytekit-ts/workflow/compile";

const all = [...twins, ...runTwins];

describe.each(USUAL_MODES)("the runs of Flyte's engine, $name", ({ options }) => {
  it.each(all)("of $name are ours", async ({ name, entities }) => {
    const runs = await compareEngineRuns(name, entities, options);
    expect(runs.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(runs).toHaveLength(recordedRunsOf(name).length);
  });
});

describe("the runs of Flyte's engine", () => {
  it("are all compared", () => {
    const lines = readFileSync(new URL("../../data/runs.jsonl", import.meta.url), "utf8")
      .trimEnd()
      .split("\n");
    const names = lines.map((line) => (JSON.parse(line) as { readonly run: string }).run);
    const compared = all.flatMap(({ name }) => recordedRunsOf(name).map(({ run }) => run));
    expect(names).toHaveLength(67);
    expect(compared.toSorted()).toEqual(names.toSorted());
  });

  it("of a task that says which errors it recovers from have as many attempts", async () => {
    const row = recordedRunsOf("x06_retries").find(({ run }) => run === "x06_retries#3");
    if (row === undefined) return expect.unreachable();
    const workflow = workflowOf(row.workflow);
    const recorded = detailedRun(row, workflow);
    expect((await runLocally(workflow, recorded.inputs)).tasks).toEqual(recorded.tasks);
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
