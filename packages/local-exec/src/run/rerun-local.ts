import { randomUUID } from "node:crypto";
import type { OutSpec, Result, Shape, Typed } from "@flytekit-ts/core";
import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import { isPlainObject } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import { EventLog } from "../events/event-log.js";
import { journalOf } from "../journal/open/journal-of.js";
import type { SetValues } from "../journal/rerun/given-values.js";
import { rerunJournal } from "../journal/rerun/rerun-journal.js";
import { executeFrom } from "./execute.js";
import { wrong } from "../given/wrong-option.js";
import { assertFolder } from "../journal/format/assert-folder.js";
import type { LocalOptions } from "./options.js";
import { type LocalRun, localRun } from "./start-local.js";

/** Which run is repeated, and from where on. The other options are those of any run, and may differ from before. */
export interface RerunOptions extends LocalOptions {
  /** The folder that was the `journal` of the run. That of the new run is in it, too. */
  readonly journal: string;
  /** The id of the run that is repeated in part. It stays as it is. */
  readonly run: string;
  /** The path of a node, as in the events of the run: `n2`, or `n2/n0` for a node inside. */
  readonly from: string;
  /** Values for that node in place of those that it had: some of its inputs, or all of its outputs. */
  readonly set?: SetValues | undefined;
}

/**
 * Repeat a run from a node on, as a new run.
 *
 * The node runs again, with other inputs if some are given, and so does everything that comes after it. All other nodes
 * have the outcomes of the run that is repeated, as far as what they run and their inputs are still the same. If outputs
 * are given, the node itself does not run. The journal of the new run names the other as its parent.
 *
 * @throws `RUN_NOT_FOUND`, `RERUN_INVALID`, `OPTION_INVALID` and what `startLocal` throws. `result` rejects with
 * `RERUN_INVALID`, `JOURNAL_CORRUPT`, `JOURNAL_TOO_NEW`, `JOURNAL_CONTENT_LOST`, and with the errors of a run.
 * @example
 * const { result } = rerunLocal(pipeline, { journal: "runs", run: id, from: "n2", set: { inputs: { rate: 0.1 } } });
 */
export function rerunLocal<I extends Shape, O extends OutSpec>(
  entity: Typed<I, O>,
  options: RerunOptions,
): LocalRun<Result<O>> {
  const { run, from, set = {}, ...rest } = atCaller(rerunLocal, () => checked(options));
  const log = new EventLog();
  const call = { options: rest, callee: rerunLocal, log, run: randomUUID() };
  const executing = executeFrom(entity, call, (journaled) => rerunJournal(journaled, { run, from, set }));
  return localRun(entity, executing, log);
}

const AT = "the repeated run";

function checked(options: RerunOptions): RerunOptions {
  if (typeof options !== "object" || options === null) {
    const advice =
      'Say which run, and where: `rerunLocal(entity, { journal: "runs", run: id, from: "n2" })`.';
    throw wrong(
      { at: AT, option: "options", wanted: "an object with `journal`, `run` and `from`", advice },
      options,
    );
  }
  const { journal, run, from, set } = options;
  assertFolder(journal, AT);
  if (typeof run !== "string")
    throw errors.RUN_NOT_FOUND({ run: describeValue(run), journal, problem: "an id is a text" });
  journalOf(journal, run);
  if (typeof from !== "string" || from === "") {
    const advice = 'Give a path as in the events of the run: `from: "n2"`.';
    throw wrong({ at: AT, option: "from", wanted: "the path of a node", advice }, from);
  }
  const parts = set === undefined ? [] : isPlainObject(set) ? Object.entries(set) : [["set", set] as const];
  for (const [name, values] of parts) {
    if ((name === "inputs" || name === "outputs") && (values === undefined || isPlainObject(values)))
      continue;
    const advice = "Give values by name: `set: { inputs: { x: 3 } }`.";
    throw wrong({ at: AT, option: "set", wanted: "an object with `inputs` or `outputs`", advice }, set);
  }
  return options;
}
