import type { Entity } from "@flytekit-ts/core";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import * as m01 from "./m01-values.js";
import * as m02 from "./m02-containers.js";
import * as m03 from "./m03-records.js";
import * as m04 from "./m04-outputs.js";
import * as m05 from "./m05-files.js";
import * as m06 from "./m06-errors.js";
import * as m07 from "./m07-context.js";
import * as m08 from "./m08-dynamic.js";
import * as m09 from "./m09-map.js";
import * as m10 from "./m10-finding.js";
import * as m11 from "./m11-fast.js";

const named = [m01, m02, m03, m04, m05, m06, m07, m08, m10, m11].flatMap((module) =>
  Object.values<unknown>(module).filter((each): each is TaskEntity => isTask(each)),
);

/** The twin of each task of container-runs-more.jsonl, by `<module>.<variable>` in Python. */
export const twins: Readonly<Record<string, Entity>> = {
  ...Object.fromEntries(named.map((each) => [each.name, each])),
  "m09_map.squares": m09.squares,
  "m09_map.adds": m09.adds,
  "m09_map.adds_bound": m09.addsBound,
  "m09_map.kinds": m09.kinds,
  "m09_map.maybes": m09.maybes,
  "m09_map.runs": m09.runs,
  "m09_map.reads": m09.reads,
  "m09_map.list_lengths": m09.listLengths,
  "m09_map.flakies": m09.flakies,
  "m09_map.flaky_some": m09.flakySome,
  "m09_map.deckeds": m09.deckeds,
  "m09_map.counts": m09.counts,
  "m09_map.hour_counts": m09.hourCounts,
  "m09_map.tables": m09.tables,
  "m10_finding.minus_task": m10.minusTask,
  "m10_finding.around": m10.around,
};
