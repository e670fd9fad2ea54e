import { Literal } from "@flytekit-ts/models/core";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import type { Registry, Rules } from "@flytekit-ts/propeller";
import { serialize } from "@flytekit-ts/workflow";
import { isWorkflow } from "@flytekit-ts/workflow/compile";
import { readReferenceCase } from "../reference-case.js";
import { type DetailedRunJson, detailedRun, type RecordedRun } from "../runs/recorded-run.js";
import { recordedRunsOf } from "../runs/recorded-runs.js";
import type { RunDifference } from "../runs/run-difference.js";
import type { RunTwin } from "../run-twins.js";
import { SETTINGS } from "../settings.js";
import type { Twin } from "../twins.js";
import { compareStandIn } from "./compare-stand-in.js";
import { registerOurs, registerRecorded } from "./register-messages.js";
import { runPatiently, runStandIn } from "./run-stand-in.js";
import type { StandInOutcome } from "./stand-in-outcome.js";

/** One run of a case by the stand-in, and in what it is not as the engine's was. */
export interface StandInCase {
  readonly run: string;
  readonly differences: readonly RunDifference[];
}

/** Runs a workflow with real processes as its tasks. */
export type RunProcesses = (workflow: string, given: Given) => Promise<StandInOutcome>;

/** Run a case by the stand-in as the engine did: from flytekit's messages where they were recorded, else from ours. */
export async function compareCaseByStandIn(
  twin: Twin | RunTwin,
  rules?: Rules,
  processes?: RunProcesses,
): Promise<readonly StandInCase[]> {
  const registry = registryOf(twin);
  const compared: StandInCase[] = [];
  for (const row of recordedRunsOf(twin.name)) {
    const workflow = twin.entities.find(({ name }) => name === row.workflow);
    if (!isWorkflow(workflow)) throw new Error(`there is no workflow ${row.workflow}`);
    const { entities } = twin;
    const given = givenIn(row);
    const run = { registry, entities, workflow: row.workflow, ...given, rules };
    const runs = {
      ours: await (processes?.(row.workflow, given) ?? runStandIn(run)),
      patiently: await runPatiently(run),
      recorded: inOurWords(detailedRun(row, workflow)),
      isHasty: workflow.settings.failurePolicy === "fail-immediately",
    };
    compared.push({ run: row.run, differences: compareStandIn(runs) });
  }
  return compared;
}

/** The messages of a case. */
function registryOf({ name, entities }: Twin | RunTwin): Registry {
  if (name.startsWith("c")) return registerRecorded(readReferenceCase(name).entities);
  // That a sub-workflow's policy is not read is what one of the cases shows.
  return registerOurs(serialize(entities, SETTINGS, { allow: ["FAILURE_POLICY_IGNORED"] }));
}

/** The literals that a run is given, and that its gates are. */
export interface Given {
  readonly inputs: ReadonlyMap<string, Literal>;
  readonly signals: ReadonlyMap<string, Literal>;
}

function givenIn({ inputs, signals }: DetailedRunJson): Given {
  return { inputs: literalsOf(inputs), signals: literalsOf(signals) };
}

function literalsOf(json: { readonly [name: string]: JsonValue } = {}): ReadonlyMap<string, Literal> {
  return new Map(Object.entries(json).map(([name, literal]) => [name, fromJson(Literal, literal)]));
}

// Python puts the class of an error in front of its words, and names the nodes of a handler's workflow after it.
function inOurWords(recorded: RecordedRun): RecordedRun {
  const renamed = (id: string): string => id.replace(/^fn0-0-fn0/, "fn0-0-n0");
  return {
    ...recorded,
    // Where the engine kept its data.
    error: recorded.error.replace(/(from outputDir) [^]*$/, "$1"),
    nodes: new Map([...recorded.nodes].map(([id, phase]) => [renamed(id), phase])),
    tasks: recorded.tasks?.map((text) => renamed(text).replace('"message":"ValueError: ', '"message":"')),
  };
}
