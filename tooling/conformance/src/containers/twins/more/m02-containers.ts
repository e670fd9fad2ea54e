import { t, task } from "@flytekit-ts/workflow";

const suit = t.enum(["c", "h"]);
const SUITS = { c: "CLUBS", h: "HEARTS" } as const;
const card = t.struct("Card", { suit, rank: t.int() });
const ints = t.list(t.int());

export const scale = task(
  { name: "m02_containers.scale", inputs: { x: t.map(t.float()), by: t.float() }, output: t.map(t.float()) },
  ({ x, by }) => Object.fromEntries(Object.entries(x).map(([key, value]) => [key, value * by])),
);
export const merge = task(
  { name: "m02_containers.merge", inputs: { x: t.list(t.map(t.int())) }, output: t.map(t.int()) },
  ({ x }) => Object.assign({}, ...x) as Record<string, number>,
);
export const maybeList = task(
  {
    name: "m02_containers.maybe_list",
    inputs: { x: t.optional(ints).default(undefined) },
    output: t.optional(ints),
  },
  ({ x }) => x?.map((each) => each + 1),
);
const listOrText = t.union([ints, t.string()]);
export const sameListOrText = task(
  { name: "m02_containers.list_or_text", inputs: { x: listOrText }, output: listOrText },
  ({ x }) => x,
);
export const whenOrText = task(
  {
    name: "m02_containers.when_or_text",
    inputs: { x: t.union([t.datetime(), t.string()]) },
    output: t.string(),
  },
  ({ x }) => (typeof x === "string" ? "str" : "datetime"),
);
export const times = task(
  { name: "m02_containers.times", inputs: { x: t.list(t.datetime()) }, output: t.list(t.datetime()) },
  ({ x }) => x.toSorted((a, b) => Number(a) - Number(b)),
);
const spansOf = t.map(t.duration({ exact: true }));
export const spans = task(
  { name: "m02_containers.spans", inputs: { x: spansOf }, output: spansOf },
  ({ x }) => Object.fromEntries(Object.entries(x).map(([key, value]) => [key + key, value])),
);
const maybeSuit = t.optional(suit);
export const sameSuit = task(
  { name: "m02_containers.maybe_suit", inputs: { x: maybeSuit }, output: maybeSuit },
  ({ x }) => x,
);
const maybeInt = t.optional(t.int());
export const holes = task(
  { name: "m02_containers.holes", inputs: { x: t.map(maybeInt) }, output: t.list(maybeInt) },
  ({ x }) =>
    Object.keys(x)
      .toSorted()
      .map((key) => x[key]),
);
const byNumber = t.map(t.list(t.string()), { keys: t.int() });
export const textByNumber = task(
  { name: "m02_containers.text_by_number", inputs: { x: byNumber }, output: byNumber },
  ({ x }) => new Map([...x].map(([key, list]) => [key * 2, list.toReversed()])),
);
const free = t.json({ exact: true });
export const anyDict = task(
  { name: "m02_containers.any_dict", inputs: { x: free, key: t.string() }, output: free },
  ({ x, key }) => ({ had: Object.hasOwn(x, key), all: x }),
);
export const hand = task(
  { name: "m02_containers.hand", inputs: { x: t.list(card) }, output: t.map(card) },
  ({ x }) => Object.fromEntries(x.map((each) => [`${SUITS[each.suit]}${each.rank}`, each])),
);
const maybeCard = t.optional(card);
export const sameCard = task(
  { name: "m02_containers.maybe_card", inputs: { x: maybeCard }, output: maybeCard },
  ({ x }) => x,
);
export const cardOrInt = task(
  {
    name: "m02_containers.card_or_int",
    inputs: { x: t.union([card, t.int()]) },
    output: t.union([t.int(), card]),
  },
  ({ x }) => x,
);
export const bools = task(
  { name: "m02_containers.bools", inputs: { x: t.list(t.boolean()) }, output: t.list(t.boolean()) },
  ({ x }) => x.map((each) => !each),
);
export const maybeMaybe = task(
  {
    name: "m02_containers.maybe_maybe",
    inputs: { x: t.list(t.optional(t.list(t.optional(t.string())))) },
    output: t.int(),
  },
  ({ x }) => {
    const inner = x.flatMap((each) => each ?? []);
    return count(x) + 10 * count(inner);
  },
);
export const dates = task(
  { name: "m02_containers.dates", inputs: { x: t.list(t.date()) }, output: t.map(t.date()) },
  ({ x }) => Object.fromEntries(x.entries()),
);

function count(values: readonly unknown[]): number {
  return values.filter((each) => each === undefined).length;
}

const sides = t.literal(["left", "right"]);
export const side = task({ name: "m02_containers.side", inputs: { x: sides }, output: sides }, ({ x }) => x);
export const noSide = task(
  { name: "m02_containers.no_side", inputs: { x: t.int() }, output: sides },
  () => "up" as "left",
);
