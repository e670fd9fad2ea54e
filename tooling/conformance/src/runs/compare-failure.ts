import { isFlytekitError } from "@flytekit-ts/core";
import { compile } from "@flytekit-ts/workflow/compile";
import { compareNodes, compareSkipped } from "./compare-nodes.js";
import { errorText, failuresOf, isErrorOf, isSameError } from "./failures.js";
import { withoutHollows } from "./hollow-branches.js";
import { nodePaths } from "./node-paths.js";
import { inTexts, type RunDifference } from "./run-difference.js";
import type { LocalOutcome } from "./run-locally.js";
import type { TwoRuns } from "./two-runs.js";

/** Two runs that failed where all runs that can: they agree in all their nodes, and in the error. */
export function compareFailure(runs: TwoRuns): readonly RunDifference[] {
  const { workflow, ours } = runs;
  const { recorded, hasHollows } = withoutHollows(nodePaths(compile(workflow)), ours, runs.recorded);
  const isOfHollow = hasHollows && recorded.code === "BindingResolutionFailure";
  return [
    ...compareNodes("SUCCEEDED", ours, recorded),
    ...compareNodes("FAILED", ours, recorded),
    ...compareSkipped(ours, recorded),
    ...(isOfHollow ? [] : compareErrors({ ours, recorded }, ours)),
  ];
}

/**
 * Two runs that ended with their first failure: how far other nodes came depends on the order.
 *
 * No node behind a failed one started, the failure handler came to the same end, and each error is that of a node
 * which fails also where all runs that can.
 */
export function compareHaste(runs: TwoRuns, patiently: LocalOutcome): readonly RunDifference[] {
  return [...startedTooSoon(runs), ...compareHandler(runs), ...compareErrors(runs, patiently)];
}

function startedTooSoon({ workflow, ours }: TwoRuns): readonly RunDifference[] {
  const paths = nodePaths(compile(workflow));
  const failedBefore = (path: string): string | undefined => {
    for (const each of paths.get(path)?.upstream ?? []) {
      const before = ours.nodes.get(each)?.phase === "FAILED" ? each : failedBefore(each);
      if (before !== undefined) return before;
    }
    return undefined;
  };
  return [...ours.nodes].flatMap(([path, { started }]) => {
    const failed = started ? failedBefore(path) : undefined;
    return failed === undefined
      ? []
      : [{ what: `node ${path}`, ours: "started", engine: `waits for ${failed}, which failed` }];
  });
}

function compareHandler({ workflow, ours, recorded }: TwoRuns): readonly RunDifference[] {
  const id = workflow.trace().failureNode?.id;
  if (id === undefined) return [];
  const ourPhase = ours.nodes.get(id)?.phase ?? "not started";
  return inTexts(`node ${id}`, ourPhase, recorded.nodes.get(id) ?? "not started");
}

/** The engine's error, and that of our run, are among those of a run that shows all. */
function compareErrors(
  { ours, recorded }: Pick<TwoRuns, "ours" | "recorded">,
  all: LocalOutcome,
): readonly RunDifference[] {
  const failures = failuresOf(all);
  const each = failures.map(({ path, error }) => `${path}: ${describeError(error)}`);
  const known = each.length === 0 ? `no failed node: ${describeError(ours.error)}` : each.join("; ");
  const text = errorText(ours.error);
  const { error, code } = recorded;
  const engine = code === undefined ? error : `${error} (${code})`;
  const isKnown = failures.some((failure) => isErrorOf(failure, recorded));
  const isOurs = failures.some((failure) => isSameError(failure.error, ours.error));
  return [
    ...(isKnown ? [] : [{ what: "error", ours: known, engine }]),
    ...(isOurs ? [] : [{ what: "error of our run", ours: text, engine: `one of ${known}` }]),
  ];
}

/** An error in a line or more: its code, and what it says. */
export function describeError(error: unknown): string {
  return isFlytekitError(error) ? `${error.code} ${errorText(error)}` : String(error);
}
