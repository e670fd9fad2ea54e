import type { Entity } from "@flytekit-ts/core";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import * as s01 from "./s01-simple.js";
import * as s02 from "./s02-types.js";
import * as s03 from "./s03-records.js";
import * as s04 from "./s04-outputs.js";
import * as s05 from "./s05-files.js";
import * as s06 from "./s06-errors.js";
import * as s07 from "./s07-context.js";
import * as s08 from "./s08-dynamic.js";
import * as s09 from "./s09-map.js";
import * as s10 from "./s10-resolver.js";
import * as s11 from "./s11-fast.js";
import * as s12 from "./s12-bad-import.js";

const named = [s01, s02, s03, s04, s05, s06, s07, s08, s11, s12].flatMap((module) =>
  Object.values<unknown>(module).filter((each): each is TaskEntity => isTask(each)),
);

/** The twin of each task of container-runs.jsonl, by `<module>.<variable>` in Python. */
export const twins: Readonly<Record<string, Entity>> = {
  ...Object.fromEntries(named.map((each) => [each.name, each])),
  "s09_map.doubles": s09.doubles,
  "s09_map.joined": s09.joined,
  "s09_map.odds": s09.odds,
  "s09_map.odds_at_least": s09.oddsAtLeast,
  "s09_map.retries": s09.retries,
  "s09_map.jobs": s09.jobs,
  "s09_map.no_outs": s09.noOuts,
  "s09_map.files": s09.files,
  "s09_map.wholes": s09.wholes,
  "s10_resolver.triple_task": s10.tripleTask,
  "s10_resolver.fourfold_task": s10.fourfoldTask,
  "s10_resolver.ordinary": s10.ordinary,
  "s10_resolver.hooked": s10.hooked,
};
