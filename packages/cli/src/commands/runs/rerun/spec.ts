import { defineCommand } from "../../../command/command-spec.js";
import { localOptions } from "../../../local/options/local-options.js";
import { movedOptions } from "../../../local/kept/moved-options.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

const { journal: _journal, ...options } = localOptions;

export const runsRerunSpec = defineCommand({
  name: "rerun",
  summary: "Repeat a kept run as a new one, whole or from a node on",
  details:
    "Runs the entity again with the inputs of the run; `--set NAME=VALUE` changes one. With `--from NODE` only this node and " +
    "what comes after it run, and all else is taken from the run; `--set NAME=VALUE` changes an input of the node, and " +
    "`--output NAME=VALUE` gives its outputs, so that it does not run. `--set NODE.NAME=VALUE` says both.",
  arguments: { RUN: { says: "The beginning of its id, `last`, or `last~1` for the one before" } },
  options: {
    from: { kind: "text", placeholder: "NODE", says: "Repeat from this node on, such as n2 or n2/n0" },
    set: { kind: "many", placeholder: "NAME=VALUE", says: "Give an input another value" },
    output: {
      kind: "many",
      placeholder: "NAME=VALUE",
      says: "Give an output of the node in place of running it",
    },
    ...movedOptions,
    ...runsOptions,
    ...options,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs rerun last", says: "The same again" },
    { line: "tsflyte runs rerun last --set day=2026-05-02", says: "With another input" },
    { line: "tsflyte runs rerun last --from n1", says: "Only from a node on" },
    { line: "tsflyte runs rerun last --set n1.rate=0.1", says: "From a node on, with another input" },
  ],
});
