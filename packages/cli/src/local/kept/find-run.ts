import { localExecErrors } from "@flytekit-ts/local-exec";
import { listRuns, type ListedRun } from "@flytekit-ts/local-exec/journal";

/**
 * The id of a run, by the beginning of it. `last` is the run that was started last, and `last~1` the one before it.
 *
 * @throws `RUN_NOT_FOUND` if there is none, or there are several
 */
export function findRun(journal: string, given: string): string {
  const runs = listRuns(journal);
  const back = /^last(?:~(\d+))?$/.exec(given);
  const latest = back === null ? undefined : runs[Number(back[1] ?? 0)];
  if (latest !== undefined) return latest.id;
  const found = runs.filter(({ id }) => id.startsWith(given));
  const [only, second] = found;
  if (only !== undefined && second === undefined && given !== "") return only.id;
  throw localExecErrors.RUN_NOT_FOUND({ run: given, journal, problem: problemOf(runs, found) });
}

function problemOf(runs: readonly ListedRun[], found: readonly ListedRun[]): string {
  if (runs.length === 0) return "there are no runs in it";
  if (found.length === 0) return "no id begins with that";
  const ids = found.slice(0, 5).map(({ id }) => shortId(id));
  return `several ids begin with that: ${ids.join(", ")}${found.length > ids.length ? ", ..." : ""}`;
}

/** So much of an id as people need. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
