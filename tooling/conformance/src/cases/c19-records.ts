import { t, task, workflow } from "@flytekit-ts/workflow";

const inner = t.struct("Inner", { y: t.int(), tags: t.list(t.string()).default([]) });
const person = t.struct("Person", {
  name: t.string(),
  age: t.int(),
  score: t.float(),
  inner,
  extra: t.map(t.int()),
  nick: t.optional(t.string()),
});

export const make = task(
  { name: "c19_records.make", inputs: { name: t.string() }, output: person },
  ({ name }) => ({
    name,
    age: 3,
    score: 1,
    inner: { y: 4, tags: ["a", "b"] },
    extra: { k: 1 },
  }),
);

export const show = task(
  {
    name: "c19_records.show",
    inputs: { name: t.string(), y: t.int(), tag: t.string(), k: t.int(), inner },
    output: t.string(),
  },
  ({ name, y, tag, k }) => `${name}${y}${tag}${k}`,
);

export const lists = task({ name: "c19_records.lists", output: t.list(t.map(t.int())) }, () => [
  { a: 1 },
  { a: 2 },
]);
export const same = task({ name: "c19_records.same", inputs: { n: t.int() }, output: t.int() }, ({ n }) => n);

const records = workflow(
  { name: "c19_records.records", inputs: { name: t.string() }, output: t.string() },
  ({ name }) => {
    const p = make({ name });
    same({ n: lists().at(1).at("a") });
    return show({ name: p.name, y: p.inner.y, tag: p.inner.tags.at(1), k: p.extra.at("k"), inner: p.inner });
  },
);

/** Records: a struct type with a schema, and attribute access on a promise. */
export const entities = [records];
