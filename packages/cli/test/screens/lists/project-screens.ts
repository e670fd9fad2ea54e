import { type Screen, WIDTHS } from "../screen.js";

/** Screens of commands about a project, for which no cluster is needed. */
export const projectScreens: readonly Screen[] = [
  { name: "version", line: "tsflyte version" },
  { name: "list", line: "tsflyte list", coloured: WIDTHS },
  { name: "list-nothing", line: "tsflyte list", place: "empty" },
  { name: "list-syntax-error", line: "tsflyte list src/syntax.ts", place: "faulty" },
  { name: "check", line: "tsflyte check" },
  { name: "check-faults", line: "tsflyte check", place: "faulty", coloured: WIDTHS },
  { name: "inspect", line: "tsflyte inspect src/workflows.ts garden" },
  { name: "inspect-unknown", line: "tsflyte inspect gardn" },
  { name: "build", line: "tsflyte build" },
  { name: "completion", line: "tsflyte completion fish", isDocument: true },
  { name: "completion-unknown", line: "tsflyte completion fsh" },
  { name: "package", line: "tsflyte package" },
  { name: "package-faults", line: "tsflyte package --image garden:v1", place: "faulty" },
  { name: "package-exists", line: "tsflyte package", before: ["tsflyte package"] },
  {
    name: "serialize-exists",
    line: "tsflyte serialize -o messages",
    before: ["tsflyte serialize -o messages"],
  },
  { name: "serialize", line: "tsflyte serialize -o messages" },
  { name: "inspect-map", line: "tsflyte inspect src/workflows.ts waterAll" },
  { name: "list-verbose", line: "tsflyte list --verbose --kind workflow" },
  { name: "usage-argument", line: "tsflyte inspect" },
  { name: "usage-command", line: "tsflyte chekc" },
  { name: "usage-option", line: "tsflyte check --strcit" },
  { name: "usage-file", line: "tsflyte src/workflows.ts garden" },
];
