import { writeFileSync } from "node:fs";
import { t, task } from "@flytekit-ts/workflow";

const point = t.struct("Point", { x: t.float(), y: t.float().default(0) });
const line = t.struct("Line", { start: point, end: point, label: t.optional(t.string()).default(undefined) });
const path = t.struct("Path", {
  lines: t.list(line),
  lengths: t.map(t.float()).default({}),
  closed: t.boolean().default(false),
  day: t.date().default("2024-01-01"),
});
const mixedRecord = t.struct("Mixed", {
  value: t.union([t.int(), t.string()]),
  table: t.map(t.list(t.int())),
  big: t.int().default(2 ** 40),
});
const bag = t.struct("Bag", {
  files: t.list(t.file()),
  folder: t.optional(t.directory()).default(undefined),
});

export const move = task(
  { name: "m03_records.move", inputs: { p: point, dx: t.float().default(1) }, output: point },
  ({ p, dx }) => ({ x: p.x + dx, y: p.y }),
);
export const flip = task({ name: "m03_records.flip", inputs: { line }, output: line }, (given) => ({
  start: given.line.end,
  end: given.line.start,
  label: given.line.label,
}));
export const close = task({ name: "m03_records.close", inputs: { path }, output: path }, (given) => ({
  ...given.path,
  lengths: { ...given.path.lengths, n: given.path.lines.length },
  closed: true,
}));
export const maybePoint = task(
  {
    name: "m03_records.maybe_point",
    inputs: { p: t.optional(point).default(undefined) },
    output: t.string(),
  },
  ({ p }) => (p === undefined ? "none" : p.x.toFixed(1)),
);
export const mixed = task(
  { name: "m03_records.mixed", inputs: { m: mixedRecord }, output: mixedRecord },
  ({ m }) => ({
    value: m.value,
    table: Object.fromEntries(Object.entries(m.table).map(([key, list]) => [key, [...list, m.big]])),
    big: m.big + 1,
  }),
);
export const texts = task(
  { name: "m03_records.texts", inputs: { bag }, output: t.list(t.string()) },
  (given) => Promise.all(given.bag.files.map((each) => each.text())),
);
export const points = task(
  { name: "m03_records.points", inputs: { x: t.map(point) }, output: t.list(point) },
  ({ x }) =>
    Object.entries(x)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, each]) => each),
);
export const dictForRecord = task(
  { name: "m03_records.dict_for_record", inputs: { x: t.float() }, output: point },
  ({ x }) => ({ x }),
);
export const textInRecord = task(
  { name: "m03_records.text_in_record", inputs: { x: t.float() }, output: point },
  ({ x }) => ({ x: "far" as unknown as number, y: x }),
);
export const bagUp = task(
  { name: "m03_records.bag_up", inputs: { text: t.string() }, output: bag },
  ({ text }, context) => {
    const one = context.newFile("one.txt");
    writeFileSync(one, text);
    return { files: [one] };
  },
);
export const sumX = task(
  { name: "m03_records.sum_x", inputs: { x: t.list(line) }, output: t.float() },
  ({ x }) => x.reduce((sum, each) => sum + each.start.x, 0),
);
