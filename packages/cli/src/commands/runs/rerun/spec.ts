import { defineCommand } from "../../../command/command-spec.js";
import { localOptions } from "../../../local/options/local-options.js";
import { movedOptions } from "../../../local/kept/moved-options.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

const { journal: _journal, ...options } = localOptions;

export const runsRerunSpec = defineCommand({
  name: "rerun",
  summary: "Repeat a kept run, whole or from one node on",
  details:
    "Runs the task or workflow again, with the inputs of the kept run; `--set NAME=VALUE` changes one. With " +
    "`--from NODE` only this node and what comes after it run, and everything else is taken from the kept run; " +
    "`--set NAME=VALUE` then changes an input of the node, and `--output NAME=VALUE` gives an output of the " +
    "node, so that it does not run. `--set NODE.NAME=VALUE` is short for both.",
  arguments: { RUN: { says: "The run: the beginning of its id, `last`, or `last~1` for the one before" } },
  options: {
    from: {
      kind: "text",
      placeholder: "NODE",
      says: "Run this node and what comes after it only, such as n2 or n2/n0",
    },
    set: { kind: "many", placeholder: "NAME=VALUE", says: "Give an input another value" },
    output: {
      kind: "many",
      placeholder: "NAME=VALUE",
      says: "Give an output of the node, in place of running it",
    },
    ...movedOptions,
    ...runsOptions,
    ...options,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs rerun last", says: "Run the same again" },
    { line: "tsflyte runs rerun last --set day=2026-05-02", says: "Run it with another input" },
    { line: "tsflyte runs rerun last --from n1", says: "Run it from one node on" },
    {
      line: "tsflyte runs rerun last --set n1.rate=0.1",
      says: "Run it from one node on, with another input of that node",
    },
  ],
});
