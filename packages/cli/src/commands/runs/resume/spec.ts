import { defineCommand } from "../../../command/command-spec.js";
import { localOptions } from "../../../local/options/local-options.js";
import { movedOptions } from "../../../local/kept/moved-options.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

const { journal: _journal, ...options } = localOptions;

export const runsResumeSpec = defineCommand({
  name: "resume",
  summary: "Continue a kept run that failed or was interrupted",
  details:
    "Continues where the run ended: what has succeeded does not run again. If the workflow or one of its tasks " +
    "has changed since, it stops and says so; `--rerun-changed` runs again what has changed.",
  arguments: { RUN: { says: "The run: the beginning of its id, `last`, or `last~1` for the one before" } },
  options: {
    "rerun-changed": { kind: "flag", says: "Run again what has changed since, and keep the other results" },
    "cut-at": {
      kind: "count",
      placeholder: "BYTE",
      says: "Continue before this byte of a damaged journal",
    },
    ...movedOptions,
    ...runsOptions,
    ...options,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs resume last", says: "Continue the latest run" },
    {
      line: "tsflyte runs resume last --rerun-changed",
      says: "Continue after the code of a task was corrected",
    },
  ],
});
