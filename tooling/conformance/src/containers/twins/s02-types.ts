import { t, task } from "@flytekit-ts/workflow";

const level = t.enum(["low", "very high"]);
const NAMES = { low: "LOW", "very high": "HIGH" } as const;
const cat = t.struct("Cat", { lives: t.int() });
const dog = t.struct("Dog", { name: t.string(), age: t.float() });
const bigint = t.int({ bigint: true });

export const sameLevel = task(
  { name: "s02_types.same_level", inputs: { x: level }, output: level },
  ({ x }) => x,
);
export const flipLevel = task(
  { name: "s02_types.flip_level", inputs: { x: level.default("low") }, output: level },
  ({ x }) => (x === "low" ? "very high" : "low"),
);
export const maybeInt = task(
  { name: "s02_types.maybe_int", inputs: { x: t.optional(t.int()) }, output: t.optional(t.int()) },
  ({ x }) => x,
);
export const maybeDefault = task(
  {
    name: "s02_types.maybe_default",
    inputs: { x: t.optional(t.string()).default(undefined), y: t.optional(t.int()).default(4) },
    output: t.string(),
  },
  ({ x, y }) => `${x ?? "nothing"} ${y ?? "nothing"}`,
);

const number = t.union([bigint, t.string(), t.float()]);
export const either = task({ name: "s02_types.either", inputs: { x: number }, output: number }, ({ x }) =>
  typeof x === "number" ? t.as(t.float(), x) : x,
);

export const kindOf = task(
  {
    name: "s02_types.kind_of",
    inputs: { x: t.union([t.boolean(), t.int(), t.string(), t.none()]) },
    output: t.string(),
  },
  ({ x }) => {
    if (typeof x === "boolean") return "bool";
    if (typeof x === "number") return "int";
    return typeof x === "string" ? "str" : "none";
  },
);

export const pet = task(
  { name: "s02_types.pet", inputs: { x: t.union([cat, dog]) }, output: t.union([dog, cat]) },
  ({ x }) => x,
);

const table = t.list(t.list(t.int()));
export const lists = task({ name: "s02_types.lists", inputs: { x: table }, output: table }, ({ x }) =>
  x.toReversed(),
);
export const maps = task(
  { name: "s02_types.maps", inputs: { x: t.map(t.list(t.string())) }, output: t.map(t.int()) },
  ({ x }) => Object.fromEntries(Object.entries(x).map(([key, list]) => [key, list.length])),
);
export const deep = task(
  {
    name: "s02_types.deep",
    inputs: { x: t.list(t.map(t.list(t.optional(t.float())))) },
    output: t.map(t.map(t.list(t.float()))),
  },
  ({ x }) => Object.fromEntries(x.map((each, index) => [String(index), withoutNone(each)])),
);

function withoutNone(
  lists: Readonly<Record<string, readonly (number | undefined)[]>>,
): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(lists).map(([key, list]) => [key, list.filter((each) => each !== undefined)]),
  );
}

const byInt = t.map(t.string(), { keys: t.int() });
export const byNumber = task(
  { name: "s02_types.by_number", inputs: { x: byInt }, output: byInt },
  ({ x }) => {
    return new Map([...x].map(([key, value]) => [key + 1, value]));
  },
);

const free = t.json({ exact: true });
export const freeDict = task({ name: "s02_types.free", inputs: { x: free }, output: free }, ({ x }) => ({
  got: x,
  n: Object.keys(x).length,
}));

const intOrText = t.list(t.union([t.int(), t.string()]));
export const listOfEither = task(
  { name: "s02_types.list_of_either", inputs: { x: intOrText }, output: intOrText },
  ({ x }) => [...x, "end", 0],
);
export const levels = task(
  { name: "s02_types.levels", inputs: { x: t.list(level) }, output: t.map(level) },
  ({ x }) => Object.fromEntries(x.map((each) => [NAMES[each], each])),
);
