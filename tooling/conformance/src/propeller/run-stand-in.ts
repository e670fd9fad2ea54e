import type { Entity } from "@flytekit-ts/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import { Engine, flyteRules, memoryStore, type Registry, type Rules } from "@flytekit-ts/propeller";
import { type StandInOutcome, standInOutcome } from "./stand-in-outcome.js";
import { twinPods } from "./twin-pods.js";

/** What the stand-in for the engine is to run. */
export interface StandInRun {
  readonly registry: Registry;
  /** Where the twins of the tasks are found. */
  readonly entities: readonly Entity[];
  readonly workflow: string;
  readonly inputs: Literals;
  readonly signals: Literals;
  readonly rules?: Rules | undefined;
}

/** Run messages by the stand-in for the engine, with twins in this process as their tasks. */
export async function runStandIn(run: StandInRun): Promise<StandInOutcome> {
  const { registry, entities, workflow, inputs, signals, rules } = run;
  const store = memoryStore();
  const pods = twinPods(entities, store);
  const engine = new Engine({ registry, store, pods, dataRoot: "memory://data", rules });
  return standInOutcome(await engine.execute(workflow, { inputs, signals }));
}

/** The same where no failure ends other nodes, which tells all nodes that may fail. */
export function runPatiently(run: StandInRun): Promise<StandInOutcome> {
  const { rules = flyteRules } = run;
  return runStandIn({ ...run, rules: { ...rules, endsOthers: () => false } });
}
