import { t, task, workflow } from "@flytekit-ts/workflow";

const inner = t.struct("Inner", { n: t.int(), f: t.float(), names: t.list(t.string()) });
const outer = t.struct("Outer", { inner, by_key: t.map(inner), maybe: t.optional(t.int()) });

export const make = task({ name: "x09_records.make", inputs: { n: t.int() }, output: outer }, ({ n }) => {
  const one = { n, f: n, names: ["a", "b"] };
  return { inner: one, by_key: { k: one }, maybe: n === 0 ? undefined : n };
});

export const show = task(
  {
    name: "x09_records.show",
    inputs: { n: t.int(), f: t.float(), name: t.string(), i: inner },
    output: t.string(),
  },
  ({ n, f, name, i }) => `${n} ${f.toFixed(1)} ${name} ${i.n} ${i.f.toFixed(1)}`,
);

export const lists = task({ name: "x09_records.lists", output: t.list(t.map(t.int())) }, () => [
  { a: 1 },
  { b: 2 },
]);
export const same = task({ name: "x09_records.same", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);

export const maybe = task(
  {
    name: "x09_records.maybe",
    inputs: { x: t.optional(t.int()), y: t.union([t.string(), t.int()]) },
    output: t.string(),
  },
  ({ x, y }) => `${x ?? "None"} ${y}`,
);

const paths = workflow({ name: "x09_records.paths", inputs: { n: t.int() }, output: t.string() }, ({ n }) => {
  const o = make({ n });
  return show({ n: o.inner.n, f: o.inner.f, name: o.inner.names.at(1), i: o.by_key.at("k") });
});

const literalPaths = workflow({ name: "x09_records.literal_paths", output: t.int() }, () =>
  same({ x: lists().at(1).at("b") }),
);

const unions = workflow(
  { name: "x09_records.unions", inputs: { x: t.optional(t.int()) }, output: t.string() },
  ({ x }) => maybe({ x, y: "s" }),
);

/** Attribute paths into records, lists and maps; records between tasks; none and unions. */
export const entities = [paths, literalPaths, unions];
