import { writeFileSync } from "node:fs";
import { t, task } from "@flytekit-ts/workflow";
import { later } from "./times.js";

const size = t.struct("Size", {
  width: t.float(),
  height: t.float().default(1),
  unit: t.enum(["m", "ft"]).default("m"),
});
const shelf = t.struct("Shelf", {
  name: t.string(),
  sizes: t.list(size),
  where: t.map(size),
  note: t.optional(t.string()).default(undefined),
  tags: t.list(t.string()).default(["new"]),
  count: t.int().default(3),
});
const moment = t.struct("Moment", {
  when: t.datetime({ exact: true }),
  took: t.duration({ exact: true }),
  day: t.optional(t.date()).default(undefined),
});
const parcel = t.struct("Parcel", { label: t.file(), weight: t.optional(t.float()).default(undefined) });

export const sameSize = task(
  { name: "s03_records.same_size", inputs: { x: size }, output: size },
  ({ x }) => x,
);
export const area = task(
  { name: "s03_records.area", inputs: { x: size }, output: t.float() },
  ({ x }) => x.width * x.height,
);
export const grow = task(
  { name: "s03_records.grow", inputs: { x: shelf, by: t.int().default(1) }, output: shelf },
  ({ x, by }) => ({
    ...x,
    sizes: [...x.sizes, { width: by }],
    where: { ...x.where, added: { width: 0.5, height: 2, unit: "ft" } },
    count: x.count + by,
  }),
);
export const many = task(
  { name: "s03_records.many", inputs: { x: t.list(shelf) }, output: t.map(size) },
  ({ x }) =>
    Object.fromEntries(x.flatMap(({ name, sizes }) => sizes.slice(0, 1).map((first) => [name, first]))),
);
export const laterMoment = task(
  { name: "s03_records.later", inputs: { x: moment }, output: moment },
  ({ x: { when, took, day } }) => ({ when: later(when, took), took: -took, day }),
);
export const readParcel = task(
  { name: "s03_records.read_parcel", inputs: { x: parcel }, output: t.string() },
  ({ x }) => x.label.text(),
);
export const makeParcel = task(
  { name: "s03_records.make_parcel", inputs: { text: t.string() }, output: parcel },
  ({ text }, context) => {
    const label = context.newFile("label.txt");
    writeFileSync(label, text);
    return { label, weight: 2 };
  },
);

export const typesOf = task(
  { name: "s03_records.types_of", inputs: { x: shelf }, output: t.string() },
  ({ x }) =>
    [x.name, x.sizes, x.where, x.note, x.tags].map(wordOf).join(" ") +
    (Number.isInteger(x.count) ? " int" : " float") +
    (typeof x.sizes[0]?.width === "number" ? " float" : " NoneType"),
);

function wordOf(value: unknown): string {
  if (typeof value === "string") return "str";
  if (value === undefined) return "NoneType";
  return Array.isArray(value) ? "list" : "dict";
}
