import type { RecordedRun } from "../runs/recorded-run.js";
import { inLists, inTexts, type RunDifference } from "../runs/run-difference.js";
import { isSameMapError } from "./map-error.js";
import type { StandInOutcome } from "./stand-in-outcome.js";

/** A run by the stand-in, the same without an early end, and what the engine made of it. */
export interface StandInRuns {
  readonly ours: StandInOutcome;
  readonly patiently: StandInOutcome;
  readonly recorded: RecordedRun;
  /** Whether the first failure ends the run. */
  readonly isHasty: boolean;
  /** Whether the engine may have counted so many task executions more. */
  readonly mayRepeat?: (more: number) => boolean;
}

/**
 * Compare a run of the stand-in with the engine's own, node by node and phase by phase.
 *
 * How far nodes came beside one that failed early depends on the order of events: each of them came to what it comes to
 * when nothing ends early.
 */
export function compareStandIn(runs: StandInRuns): readonly RunDifference[] {
  const { ours, recorded, isHasty } = runs;
  const phase = inTexts("phase", `${ours.phase} ${ours.error}`, `${recorded.phase} ${recorded.error}`);
  if (ours.phase !== recorded.phase) return phase;
  if (recorded.phase === "Succeeded") return compareSuccess(runs);
  return isHasty ? compareHaste(runs) : [...compareNodes(runs), ...compareError(ours, recorded)];
}

function compareSuccess({ ours, recorded, mayRepeat = () => false }: StandInRuns): readonly RunDifference[] {
  const more = recorded.taskRuns - ours.tasks.length;
  const counted = more === 0 || mayRepeat(more) ? [] : [String(ours.tasks.length), String(recorded.taskRuns)];
  const [one, other] = counted;
  return [
    ...inTexts("outputs", ours.outputs, recorded.outputs),
    ...inLists("nodes", phasesOf(ours.nodes), phasesOf(recorded.nodes)),
    ...(recorded.tasks === undefined
      ? inTexts("task executions", one ?? "", other ?? "")
      : inLists("task executions", ours.tasks, recorded.tasks)),
  ];
}

// The engine ends when nothing more can run: it may not have come to all nodes that are skipped.
function compareNodes({ ours, recorded }: StandInRuns): readonly RunDifference[] {
  const theirs = new Set(phasesOf(recorded.nodes));
  const known = phasesOf(ours.nodes).filter((each) => !each.endsWith(" SKIPPED") || theirs.has(each));
  return inLists("nodes", known, [...theirs]);
}

function compareHaste({ ours, patiently, recorded }: StandInRuns): readonly RunDifference[] {
  const possible = new Set(phasesOf(patiently.nodes));
  const ended = (nodes: ReadonlyMap<string, string>): readonly string[] =>
    phasesOf(nodes).filter((each) => !/ (?:ABORTED|RUNNING)$/.test(each));
  const beyond = (nodes: ReadonlyMap<string, string>): string =>
    ended(nodes)
      .filter((each) => !possible.has(each))
      .join();
  const isOurs = patiently.failures.some(
    ({ error, code }) => code === ours.code && (error === ours.error || isSameMapError(error, ours.error)),
  );
  const isOne = patiently.failures.some((failure) => compareError(failure, recorded).length === 0);
  return [
    ...inTexts("nodes that come to something else", beyond(ours.nodes), ""),
    ...inTexts("nodes that come to something else", "", beyond(recorded.nodes)),
    ...(isOne ? [] : compareError(ours, recorded)),
    ...(isOurs ? [] : [{ what: "error", ours: ours.error, engine: "of no node that fails" }]),
  ];
}

function compareError(
  { error, code }: Pick<StandInOutcome, "error" | "code">,
  recorded: RecordedRun,
): readonly RunDifference[] {
  const isSame = error === recorded.error || isSameMapError(error, recorded.error);
  return [
    ...(isSame ? [] : [{ what: "error", ours: error, engine: recorded.error }]),
    ...(recorded.code === undefined ? [] : inTexts("code", String(code), recorded.code)),
  ];
}

function phasesOf(nodes: ReadonlyMap<string, string>): readonly string[] {
  return [...nodes].map(([id, phase]) => `${id} ${phase}`);
}
