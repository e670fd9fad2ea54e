import { type Screen, WIDTHS } from "../screen.js";

const RUN = "tsflyte run src/workflows.ts garden";

/** Screens of running something here. */
export const runScreens: readonly Screen[] = [
  { name: "run", line: "tsflyte run src/workflows.ts garden --rain 2" },
  { name: "run-list", line: "tsflyte run src/workflows.ts --help" },
  { name: "run-entity-help", line: "tsflyte run src/workflows.ts garden --help" },
  { name: "run-unknown-entity", line: "tsflyte run src/workflows.ts gardn" },
  { name: "run-wrong-input", line: "tsflyte run src/workflows.ts garden --rain heavy" },
  { name: "run-failed", line: "tsflyte run src/workflows.ts flood", place: "faulty", coloured: WIDTHS },
  { name: "run-progress", line: "tsflyte run src/slow.ts slow", until: "✓ dig" },
  {
    name: "run-busy",
    before: ["tsflyte run src/busy.ts count"],
    line: "tsflyte run src/busy.ts busy --clock real",
    until: "✗ pick",
    coloured: WIDTHS,
  },
  {
    name: "run-stopped",
    line: "tsflyte run src/slow.ts slow",
    answers: [{ to: "✓ dig", keys: ["C-c"] }],
  },
  { name: "run-watch", line: "tsflyte run --watch src/workflows.ts garden", until: "Ctrl-C stops" },
  {
    name: "run-remote",
    line: "tsflyte run src/workflows.ts garden --remote --name garden-run",
    cluster: "own",
  },
  {
    name: "run-deployed",
    line: "tsflyte run garden.daily --litres 3 --name daily-run --wait",
    cluster: "own",
  },
  { name: "run-deployed-help", line: "tsflyte run garden.daily --help", cluster: "shared" },
  { name: "run-deployed-unknown", line: "tsflyte run garden.dialy", cluster: "shared" },
  {
    name: "run-asking",
    line: "tsflyte run src/slow.ts asking",
    answers: [
      { to: "litres", keys: ["many", "Enter"] },
      { to: "many", keys: ["C-u", "5", "Enter"] },
    ],
    until: "enough",
  },
  {
    name: "run-approved",
    line: "tsflyte run src/slow.ts asking --answer litres=5",
    answers: [{ to: "enough", keys: ["y", "Enter"] }],
    coloured: WIDTHS,
  },
  { name: "runs-list", line: "tsflyte runs list", before: [RUN, RUN] },
  { name: "runs-list-nothing", line: "tsflyte runs list" },
  { name: "runs-show", line: "tsflyte runs show last --values", before: [RUN] },
  {
    name: "runs-show-failed",
    line: "tsflyte runs show last",
    before: ["tsflyte run src/workflows.ts flood"],
    place: "faulty",
    coloured: WIDTHS,
  },
  { name: "runs-show-unknown", line: "tsflyte runs show nonesuch" },
  {
    name: "runs-diff",
    line: "tsflyte runs diff last~1 last",
    before: [RUN, `${RUN} --rain 2`],
  },
  { name: "runs-diff-same", line: "tsflyte runs diff last~1 last", before: [RUN, RUN] },
  { name: "runs-rerun", line: "tsflyte runs rerun last", before: [RUN] },
  {
    name: "runs-resume",
    line: "tsflyte runs resume last",
    before: ["tsflyte run src/busy.ts harvest", "touch ripe"],
  },
  {
    name: "runs-resume-failed",
    line: "tsflyte runs resume last",
    before: ["tsflyte run src/workflows.ts flood"],
    place: "faulty",
  },
  { name: "runs-prune", line: "tsflyte runs prune --keep 1", before: [RUN, RUN] },
  {
    name: "runs-rerun-unknown",
    line: "tsflyte runs rerun last --set snow=2",
    before: [RUN],
  },
  { name: "cache-list", line: "tsflyte cache list", before: ["tsflyte run src/busy.ts count"] },
  { name: "cache-list-nothing", line: "tsflyte cache list" },
  { name: "cache-clear", line: "tsflyte cache clear", before: ["tsflyte run src/busy.ts count"] },
  { name: "cache-clear-nothing", line: "tsflyte cache clear" },
];
