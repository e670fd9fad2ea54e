/** The twins of the golden cases c18 and c19: every type as an input, and records all the way down. */
import { t, task, workflow } from "@flytekit-ts/workflow";

const given = {
  i: t.int(),
  when: t.datetime(),
  color: t.enum(["red", "green"]),
  csv: t.file("csv"),
  anyFile: t.file(),
  folder: t.directory(),
  data: t.dataset(),
};
const everything = task(
  {
    name: "everything",
    inputs: {
      ...given,
      took: t.duration(),
      deep: t.list(t.map(t.list(t.int()))),
      either: t.union([t.int(), t.string()]),
      maybe: t.optional(t.float()),
    },
    output: t.string(),
  },
  ({ either }) => String(either),
);

export const typed = workflow({ name: "typed", inputs: given, output: t.string() }, (inputs) => {
  const rest = { took: 3_600_005, deep: [{ k: [1, inputs.i] }], either: "word" };
  everything({ ...inputs, ...rest, color: "green" });
  everything({ ...inputs, ...rest, either: inputs.i, maybe: 1.5 });
  // @ts-expect-error neither int nor string
  everything({ ...inputs, ...rest, either: inputs.when });
  // @ts-expect-error a directory is no file
  everything({ ...inputs, ...rest, csv: inputs.folder });
  // @ts-expect-error blue is no such color
  everything({ ...inputs, ...rest, color: "blue" });
  // @ts-expect-error a text three levels deep
  everything({ ...inputs, ...rest, deep: [{ k: ["a"] }] });
  return everything({ ...inputs, ...rest });
});

const inner = t.struct("Inner", { y: t.int(), tags: t.list(t.string()).default([]) });
const person = t.struct("Person", {
  name: t.string(),
  age: t.int(),
  score: t.float(),
  inner,
  extra: t.map(t.int()),
  nick: t.optional(t.string()),
});
const make = task({ name: "make", inputs: { name: t.string() }, output: person }, ({ name }) => ({
  name,
  age: 3,
  score: 1,
  inner: { y: 4, tags: ["a", "b"] },
  extra: { k: 1 },
}));
const show = task(
  {
    name: "show",
    inputs: { name: t.string(), y: t.int(), tag: t.string(), k: t.int(), inner },
    output: t.string(),
  },
  ({ name }) => name,
);

export const records = workflow(
  { name: "records", inputs: { name: t.string() }, output: t.string() },
  ({ name }) => {
    const p = make({ name });
    const parts = { name: p.name, y: p.inner.y, tag: p.inner.tags.at(1), k: p.extra.at("k") };
    // @ts-expect-error the nickname is optional, the name is not
    show({ ...parts, name: p.nick, inner: p.inner });
    // @ts-expect-error a float for an int
    show({ ...parts, y: p.score, inner: p.inner });
    // @ts-expect-error the whole person for a part of it
    show({ ...parts, inner: p });
    return show({ ...parts, inner: p.inner });
  },
);
