import { command, type CommandGroup } from "../command/command.js";
import { cacheClearSpec } from "../commands/cache/clear/spec.js";
import { cacheListSpec } from "../commands/cache/list/spec.js";
import { runsDiffSpec } from "../commands/runs/diff/spec.js";
import { runsListSpec } from "../commands/runs/list/spec.js";
import { runsPruneSpec } from "../commands/runs/prune/spec.js";
import { runsRerunSpec } from "../commands/runs/rerun/spec.js";
import { runsResumeSpec } from "../commands/runs/resume/spec.js";
import { runsShowSpec } from "../commands/runs/show/spec.js";

/** `tsflyte runs` */
export const runsGroup: CommandGroup = {
  name: "runs",
  summary: "List, show, compare, resume or repeat kept runs of this machine",
  commands: [
    command(runsListSpec, async () => (await import("../commands/runs/list/list.js")).runsList),
    command(runsShowSpec, async () => (await import("../commands/runs/show/show.js")).runsShow),
    command(runsDiffSpec, async () => (await import("../commands/runs/diff/diff.js")).runsDiff),
    command(runsResumeSpec, async () => (await import("../commands/runs/resume/resume.js")).runsResume),
    command(runsRerunSpec, async () => (await import("../commands/runs/rerun/rerun.js")).runsRerun),
    command(runsPruneSpec, async () => (await import("../commands/runs/prune/prune.js")).runsPrune),
  ],
};

/** `tsflyte cache` */
export const cacheGroup: CommandGroup = {
  name: "cache",
  summary: "List or delete cached results of tasks",
  commands: [
    command(cacheListSpec, async () => (await import("../commands/cache/list/list.js")).cacheList),
    command(cacheClearSpec, async () => (await import("../commands/cache/clear/clear.js")).cacheClear),
  ],
};
