import type { OutSpec, Result, Shape, Typed } from "@flytekit-ts/core";
import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";
import { EventLog } from "../events/event-log.js";
import { journalOf } from "../journal/open/journal-of.js";
import { resumedJournal } from "../journal/open/resumed-journal.js";
import { executeFrom } from "./execute.js";
import { wrong } from "../given/wrong-option.js";
import { assertFolder } from "../journal/format/assert-folder.js";
import type { LocalOptions } from "./options.js";
import { type LocalRun, localRun } from "./start-local.js";

/** Which run is resumed, and how. The other options are those of any run, and may differ from before. */
export interface ResumeOptions extends LocalOptions {
  /** The folder that was the `journal` of the run. */
  readonly journal: string;
  /** The id of the run. */
  readonly run: string;
  /**
   * What to do if the graph or a task has changed since: `"refuse"`, the default, or `"rerun"` to keep the results of
   * the nodes that are unchanged and run the others again.
   */
  readonly onChange?: "refuse" | "rerun" | undefined;
  /**
   * Go on from this byte of the journal, where `JOURNAL_CORRUPT` says that a record is damaged. What comes after it is
   * kept in a file beside the journal, and its nodes run again.
   */
  readonly cutAt?: number | undefined;
}

/**
 * Go on with a run that did not succeed, without running again what has succeeded.
 *
 * The outcome of a node is used if its place in the graph, what it runs, and its inputs are still the same. What was
 * under way when the process ended runs again, with the attempts that it had left. If the run had failed, the nodes that
 * failed run again. If it had succeeded, `result` is its result, and nothing runs.
 *
 * @throws `RUN_NOT_FOUND`, `OPTION_INVALID` and what `startLocal` throws. `result` rejects with `RUN_CHANGED`,
 * `RUN_LOCKED`, `JOURNAL_CORRUPT`, `JOURNAL_TOO_NEW`, `JOURNAL_CONTENT_LOST`, and with the errors of a run.
 * @example
 * const { result } = resumeLocal(pipeline, { journal: "runs", run: "9b1c..." });
 */
export function resumeLocal<I extends Shape, O extends OutSpec>(
  entity: Typed<I, O>,
  options: ResumeOptions,
): LocalRun<Result<O>> {
  const { run, onChange = "refuse", cutAt, ...rest } = atCaller(resumeLocal, () => checked(options));
  const log = new EventLog();
  const executing = executeFrom(entity, { options: rest, callee: resumeLocal, log, run }, (journaled) =>
    resumedJournal(journaled, { onChange, cutAt }),
  );
  return localRun(entity, executing, log);
}

const AT = "the resumed run";

function checked(options: ResumeOptions): ResumeOptions {
  if (typeof options !== "object" || options === null) {
    const advice = 'Say which run: `resumeLocal(entity, { journal: "runs", run: id })`.';
    throw wrong({ at: AT, option: "options", wanted: "an object with `journal` and `run`", advice }, options);
  }
  const { journal, run, onChange, cutAt } = options;
  assertFolder(journal, AT);
  // The other options are checked with the entity.
  if (typeof run !== "string")
    throw errors.RUN_NOT_FOUND({ run: describeValue(run), journal, problem: "an id is a text" });
  journalOf(journal, run);
  if (onChange !== undefined && onChange !== "refuse" && onChange !== "rerun") {
    const advice = 'Write `onChange: "rerun"` to run again what has changed, or leave it out.';
    throw wrong({ at: AT, option: "onChange", wanted: '"refuse" or "rerun"', advice }, onChange);
  }
  if (cutAt !== undefined && !(Number.isSafeInteger(cutAt) && cutAt >= 0)) {
    const advice = "Pass the number that the error JOURNAL_CORRUPT names.";
    throw wrong({ at: AT, option: "cutAt", wanted: "a number of bytes", advice }, cutAt);
  }
  return options;
}
