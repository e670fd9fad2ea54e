import { compile } from "@flytekit-ts/workflow/compile";
import { compareNodes } from "./compare-nodes.js";
import { nodePaths } from "./node-paths.js";
import { mayRepeat } from "./repeated-items.js";
import { inLists, inTexts, type RunDifference } from "./run-difference.js";
import type { TwoRuns } from "./two-runs.js";

/** Two runs that succeeded agree in their outputs, in the nodes that succeeded, and in every execution of a task. */
export function compareSuccess(runs: TwoRuns): readonly RunDifference[] {
  const { ours, recorded } = runs;
  return [
    ...inTexts("outputs", ours.outputs, recorded.outputs),
    ...compareNodes("SUCCEEDED", ours, recorded),
    ...compareTasks(runs),
  ];
}

function compareTasks({ workflow, ours, recorded }: TwoRuns): readonly RunDifference[] {
  const { tasks, taskRuns } = recorded;
  if (tasks !== undefined) return inLists("task executions", ours.tasks, tasks);
  const more = taskRuns - ours.tasks.length;
  const isMeant = more === 0 || mayRepeat(nodePaths(compile(workflow)), ours).has(more);
  return isMeant ? [] : inTexts("task executions", String(ours.tasks.length), String(taskRuns));
}
