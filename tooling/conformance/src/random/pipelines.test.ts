import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isWorkflow } from "@flytekit-ts/workflow/compile";
import { runLocally } from "../runs/run-locally.js";
import { buildWorkflows } from "./build-workflows.js";
import { compareRow } from "./compare-row.js";
import { USUAL_MODES } from "../runs/run-modes.js";
import { readRows } from "./read-rows.js";

const read = readRows(fileURLToPath(new URL("../../data/pipelines.jsonl", import.meta.url)));
if ("problem" in read) throw new Error(read.problem);
const { rows } = read;

describe("random workflows", () => {
  it("are 300, with 600 runs", () => {
    expect(rows).toHaveLength(300);
    expect(rows.flatMap(({ runs }) => runs)).toHaveLength(600);
  });

  it.each(rows.map((row) => [row.name, row] as const))(
    "%s has flytekit's messages and the engine's runs",
    async (name, row) => {
      expect(await compareRow(row, USUAL_MODES)).toEqual({
        name,
        messages: [],
        runs: row.runs.map(() => []),
      });
    },
  );

  // The tolerance for the engine's repetitions must not hide a task that we do not run.
  it("have as many executions of tasks as the engine's runs, but for four that begin with a map", async () => {
    const differing = await Promise.all(
      rows.map(async ({ name, workflows, runs }) => {
        const root = buildWorkflows(workflows).get(workflows.at(-1)?.name ?? "");
        if (!isWorkflow(root)) return expect.unreachable();
        for (const { phase, inputs, taskRuns } of runs) {
          const ours = await runLocally(root, inputs);
          if (phase === "Succeeded" && ours.tasks.length !== taskRuns) return [name];
        }
        return [];
      }),
    );
    expect(differing.flat()).toEqual(["r10", "r78", "r122", "r282"]);
  });
});
