import { toLiterals } from "@flytekit-ts/core/literals";
import type { Rules } from "@flytekit-ts/propeller";
import { serialize } from "@flytekit-ts/workflow";
import { compile, isWorkflow } from "@flytekit-ts/workflow/compile";
import { buildWorkflows } from "../random/build-workflows.js";
import type { RowResult } from "../random/compare-row.js";
import type { RandomRow } from "../random/read-rows.js";
import { nodePaths } from "../runs/node-paths.js";
import { countedRun } from "../runs/recorded-run.js";
import { repeatsOf } from "../runs/repeated-items.js";
import type { RunDifference } from "../runs/run-difference.js";
import { SETTINGS } from "../settings.js";
import { compareStandIn } from "./compare-stand-in.js";
import { registerOurs, registerRecorded } from "./register-messages.js";
import { runPatiently, runStandIn } from "./run-stand-in.js";

// Random workflows leave inputs unused, and have policies that Flyte ignores in sub-workflows.
const allow = ["FAILURE_POLICY_IGNORED", "INPUT_UNUSED"];

/** Run the messages that flytekit made of a described workflow by the stand-in, and compare each run with the engine's. */
export async function compareRowByStandIn(
  row: RandomRow,
  rules?: Rules,
): Promise<readonly (readonly RunDifference[])[]> {
  const built = buildWorkflows(row.workflows);
  const entities = [...built.values()];
  const root = built.get(row.workflows.at(-1)?.name ?? "");
  if (!isWorkflow(root)) throw new Error("the last workflow is the one that runs, and there is none");
  // The messages of tasks are the same for all rows, and not among the recorded ones.
  const tasks = serialize(entities, SETTINGS, { allow }).filter(({ kind }) => kind === "task");
  const registry = registerRecorded(row.messages, registerOurs(tasks));
  const compared: (readonly RunDifference[])[] = [];
  for (const each of row.runs) {
    const recorded = countedRun(each);
    const inputs = toLiterals(root.interface.inputs, recorded.inputs);
    const run = { registry, entities, workflow: root.name, inputs, signals: new Map(), rules };
    const [ours, patiently] = [await runStandIn(run), await runPatiently(run)];
    const isHasty = root.settings.failurePolicy === "fail-immediately";
    const mayRepeat = (more: number): boolean => repeatsOf(nodePaths(compile(root)), ours.itemsOf).has(more);
    compared.push(compareStandIn({ ours, patiently, recorded, isHasty, mayRepeat }));
  }
  return compared;
}

/** The same for a report: a row that cannot be run differs in each of its runs. */
export async function standInResult(row: RandomRow): Promise<RowResult> {
  const { name, runs } = row;
  try {
    return { name, messages: [], runs: await compareRowByStandIn(row) };
  } catch (error) {
    const problem = `cannot be run: ${error instanceof Error ? error.message : String(error)}`;
    const difference = { what: "run", ours: "not possible", engine: "done" };
    return { name, problem, messages: [], runs: runs.map(() => [difference]) };
  }
}
