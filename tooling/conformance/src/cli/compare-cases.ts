import { serialize } from "@flytekit-ts/workflow";
import { compareMessages } from "../messages/compare-messages.js";
import { describeDifferences } from "../messages/describe-differences.js";
import { readReferenceCase } from "../reference-case.js";
import { type RunTwin, runTwins } from "../run-twins.js";
import { type CaseRun, compareEngineRuns, compareLocalRuns } from "../runs/compare-case.js";
import { describeRun } from "../runs/describe-run.js";
import type { ModeOptions } from "../runs/run-modes.js";
import { SETTINGS } from "../settings.js";
import { type Twin, twins } from "../twins.js";

/** How one reference case compares. */
export interface CaseResult {
  readonly name: string;
  /** Absent for a case that is only run. */
  readonly messages: "equal" | "different" | undefined;
  readonly agree: number;
  readonly differ: number;
  /** What is different, for a reader. */
  readonly lines: readonly string[];
}

/** Compare all reference cases, in the order of their names. */
export async function compareCases(options: ModeOptions = {}): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const twin of twins) results.push(await compareTwin(twin, options));
  for (const twin of runTwins) results.push(await compareRunTwin(twin, options));
  return results.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function compareTwin(
  { name, entities, known, allow }: Twin,
  options: ModeOptions,
): Promise<CaseResult> {
  const reference = readReferenceCase(name);
  const found = compareMessages(serialize(entities, SETTINGS, { allow }), reference.entities, known);
  const runs = [
    ...(await compareLocalRuns(name, entities, reference.local ?? [])),
    ...(await compareEngineRuns(name, entities, options)),
  ];
  const messages = found.length === 0 ? "equal" : "different";
  const { lines, ...counted } = countRuns(runs);
  return { name, messages, ...counted, lines: [...describeDifferences(name, found), ...lines] };
}

async function compareRunTwin({ name, entities }: RunTwin, options: ModeOptions): Promise<CaseResult> {
  return { name, messages: undefined, ...countRuns(await compareEngineRuns(name, entities, options)) };
}

function countRuns(runs: readonly CaseRun[]): Pick<CaseResult, "agree" | "differ" | "lines"> {
  const differing = runs.filter(({ differences }) => differences.length > 0);
  const lines = differing.flatMap(({ run, differences }) => [`${run} differs`, ...describeRun(differences)]);
  return { agree: runs.length - differing.length, differ: differing.length, lines };
}
