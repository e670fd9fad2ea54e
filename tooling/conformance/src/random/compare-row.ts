import type { Entity } from "@flytekit-ts/core";
import { serialize } from "@flytekit-ts/workflow";
import { compile, isWorkflow, type WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { compareMessages, type MessageDifference } from "../messages/compare-messages.js";
import { nestedArmsSearched } from "../messages/known-differences.js";
import { compareRun } from "../runs/compare-run.js";
import { type CountedRunJson, countedRun } from "../runs/recorded-run.js";
import type { ModeOptions, RunMode } from "../runs/run-modes.js";
import type { RunDifference } from "../runs/run-difference.js";
import { SETTINGS } from "../settings.js";
import { buildWorkflows } from "./build-workflows.js";
import type { RandomRow } from "./read-rows.js";

/** What is different about one described workflow. */
export interface RowResult {
  readonly name: string;
  /** Why there are no messages of ours, or none of flytekit's, to compare. */
  readonly problem?: string;
  readonly messages: readonly MessageDifference[];
  /** Of each run, in the order of the row. */
  readonly runs: readonly (readonly RunDifference[])[];
}

/** Build the workflows of a row with our packages, and compare their messages and runs with those recorded. */
export async function compareRow(row: RandomRow, modes: readonly RunMode[] = [USUAL]): Promise<RowResult> {
  const { name, runs } = row;
  try {
    const entities = buildWorkflows(row.workflows);
    const root = entities.get(row.workflows.at(-1)?.name ?? "");
    if (!isWorkflow(root)) throw new Error("the last workflow is the one that runs, and there is none");
    // Bodies run now, so that what they cannot do is told once.
    compile(root);
    const compared: (readonly RunDifference[])[] = [];
    for (const run of runs) compared.push(await compareInModes(root, run, modes));
    return { name, ...compareDescribed(row, entities), runs: compared };
  } catch (error) {
    const difference = { what: "run", ours: "not possible, as there is no workflow", engine: "done" };
    return {
      name,
      problem: `cannot be built: ${textOf(error)}`,
      messages: [],
      runs: runs.map(() => [difference]),
    };
  }
}

/** How a run is run if nothing else is said. */
const USUAL: RunMode = { name: "", options: {} };

async function compareInModes(
  workflow: WorkflowEntity,
  run: CountedRunJson,
  modes: readonly RunMode[],
): Promise<readonly RunDifference[]> {
  const found: RunDifference[] = [];
  for (const { name, options } of modes) {
    const differences = await compareCounted(workflow, run, options);
    found.push(
      ...differences.map((each) => (name === "" ? each : { ...each, what: `${each.what} (${name})` })),
    );
  }
  return found;
}

function compareDescribed(
  row: RandomRow,
  entities: ReadonlyMap<string, Entity>,
): Pick<RowResult, "problem" | "messages"> {
  try {
    return { messages: messagesOf(row, entities) };
  } catch (error) {
    return { problem: `messages cannot be compared: ${textOf(error)}`, messages: [] };
  }
}

// Random workflows leave inputs unused, and have policies that Flyte ignores in sub-workflows. That is known here.
const allow = ["FAILURE_POLICY_IGNORED", "INPUT_UNUSED"];

// The tasks are the same for all rows, and not among the recorded messages.
function messagesOf(row: RandomRow, entities: ReadonlyMap<string, Entity>): readonly MessageDifference[] {
  const described = [...entities.values()].filter(({ kind }) => kind !== "task");
  const ours = serialize(described, SETTINGS, { allow }).filter(({ kind }) => kind !== "task");
  return compareMessages(ours, row.messages, [nestedArmsSearched]);
}

async function compareCounted(
  workflow: WorkflowEntity,
  run: CountedRunJson,
  options: ModeOptions,
): Promise<readonly RunDifference[]> {
  try {
    return await compareRun(workflow, countedRun(run), options);
  } catch (error) {
    return [{ what: "record", ours: "none", engine: `not readable: ${textOf(error)}` }];
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
