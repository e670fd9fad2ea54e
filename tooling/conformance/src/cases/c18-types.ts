import { t, task, workflow } from "@flytekit-ts/workflow";

const color = t.enum(["red", "green"]);

export const everything = task(
  {
    name: "c18_types.everything",
    inputs: {
      i: t.int(),
      f: t.float(),
      s: t.string(),
      b: t.boolean(),
      when: t.datetime(),
      took: t.duration(),
      names: t.list(t.string()),
      table: t.map(t.float()),
      deep: t.list(t.map(t.list(t.int()))),
      color,
      either: t.union([t.int(), t.string()]),
      maybe: t.optional(t.float()),
      csv: t.file("csv"),
      any_file: t.file(),
      folder: t.directory(),
      data: t.dataset(),
    },
    output: t.string(),
  },
  ({ s }) => s,
);

const typed = workflow(
  {
    name: "c18_types.typed",
    inputs: {
      i: t.int(),
      when: t.datetime(),
      names: t.list(t.string()),
      color,
      csv: t.file("csv"),
      any_file: t.file(),
      folder: t.directory(),
      data: t.dataset(),
    },
    output: t.string(),
  },
  (given) =>
    everything({
      ...given,
      f: 2.5,
      s: "text",
      b: false,
      took: 3_600_005,
      table: { a: 1 },
      deep: [{ k: [1, 2] }],
      color: "green",
      either: "word",
      maybe: undefined,
    }),
);

/** One task per literal type, wired through a workflow. */
export const entities = [typed];
