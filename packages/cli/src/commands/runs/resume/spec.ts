import { defineCommand } from "../../../command/command-spec.js";
import { localOptions } from "../../../local/options/local-options.js";
import { movedOptions } from "../../../local/kept/moved-options.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

const { journal: _journal, ...options } = localOptions;

export const runsResumeSpec = defineCommand({
  name: "resume",
  summary: "Go on with a kept run that failed or was interrupted",
  details:
    "Goes on where the run ended: what has succeeded does not run again. If the workflow or one of its tasks has changed " +
    "since, it says so and does nothing, unless `--rerun-changed` lets what has changed run again.",
  arguments: { RUN: { says: "The beginning of its id, `last`, or `last~1` for the one before" } },
  options: {
    "rerun-changed": { kind: "flag", says: "Run again what has changed since, and keep the rest" },
    "cut-at": {
      kind: "count",
      placeholder: "BYTE",
      says: "Go on before this byte of a journal that is damaged",
    },
    ...movedOptions,
    ...runsOptions,
    ...options,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs resume last", says: "Go on with the latest run" },
    { line: "tsflyte runs resume last --rerun-changed", says: "After a task has been mended" },
  ],
});
