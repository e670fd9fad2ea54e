import type { RecordedRun } from "./recorded-run.js";
import { inLists, type RunDifference } from "./run-difference.js";
import type { LocalNode, LocalOutcome } from "./run-locally.js";

type Phase = LocalNode["phase"];

/** In which nodes came to a phase the runs differ. */
export function compareNodes(
  phase: Phase,
  ours: LocalOutcome,
  recorded: RecordedRun,
): readonly RunDifference[] {
  return inLists(`nodes ${phase}`, idsOf(phase, ours), idsIn(phase, recorded));
}

/** Nodes that the engine skipped and we did not. One that we skipped the engine may not have come to. */
export function compareSkipped(ours: LocalOutcome, recorded: RecordedRun): readonly RunDifference[] {
  const skipped = new Set(idsOf("SKIPPED", ours));
  const there = idsIn("SKIPPED", recorded);
  const both = there.filter((id) => skipped.has(id));
  return inLists("nodes SKIPPED", both, there);
}

/** Nodes that the engine reports too: not the items of maps, and not those of a plan's own execution. */
function idsOf(phase: Phase, { nodes }: LocalOutcome): readonly string[] {
  return [...nodes].flatMap(([path, node]) =>
    node.phase === phase && !node.isItem && !path.includes(">") ? [node.id] : [],
  );
}

function idsIn(phase: Phase, { nodes }: RecordedRun): readonly string[] {
  return [...nodes].flatMap(([id, each]) => (each === phase ? [id] : []));
}
