import { localExecErrors } from "@flytekit-ts/local-exec";

/** What to type about an error for which the hint names an option of a function. */
export function adviceOn(error: unknown): string | undefined {
  if (localExecErrors.RUN_CHANGED.is(error))
    return "On the command line, `--rerun-changed` runs again what has changed.";
  if (localExecErrors.JOURNAL_CORRUPT.is(error))
    return `On the command line, \`--cut-at ${error.params.offset}\` goes on before the damage.`;
  return undefined;
}
