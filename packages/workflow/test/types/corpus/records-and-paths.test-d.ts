/** A promise of a record has its fields, deep, through lists and maps, and each keeps its kind. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { Attribute } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { half, shout, square } from "../support/entities.js";

const item = t.struct("Item", { sku: t.string(), quantity: t.int(), sizes: t.map(t.float()) });
const order = t.struct("Order", { id: t.string(), items: t.list(item), at: t.datetime() });
const fetchOrder = task({ name: "fetchOrder", output: order }, () => ({
  id: "1",
  items: [{ sku: "a", quantity: 1, sizes: { width: 1.5 } }],
  at: new Date(),
}));
const pack = task(
  { name: "pack", inputs: { sku: t.string(), width: t.float(), items: t.list(item), first: item } },
  ({ items, first }) => {
    expectTypeOf(first.sizes).toEqualTypeOf<Record<string, number>>();
    expectTypeOf(items).toEqualTypeOf<(typeof first)[]>();
  },
);
const keep = task({ name: "keep", inputs: { order } }, () => {});
const other = task({ name: "other", output: t.struct("Other", { id: t.string() }) }, () => ({ id: "1" }));
const wider = task({ name: "wider", output: t.struct("Wider", { x: t.int(), y: t.int() }) }, () => ({
  x: 1,
  y: 2,
}));
const narrow = task({ name: "narrow", inputs: { p: t.struct("Narrow", { x: t.int() }) } }, () => {});

export const paths = workflow({ name: "paths", inputs: { n: t.int() } }, ({ n }) => {
  const o = fetchOrder();
  const first = o.items.at(0);
  expectTypeOf(first.quantity).toEqualTypeOf<Attribute<number, "int">>();
  expectTypeOf(o.at).toEqualTypeOf<Attribute<Date, "datetime">>();

  square({ x: first.quantity });
  half({ x: first.sizes.at("width") });
  shout({ s: o.items.at(1).sku });
  // @ts-expect-error a field of another kind
  shout({ s: first.quantity });
  // @ts-expect-error an int field where a float is wanted
  half({ x: first.quantity });
  // @ts-expect-error an element is no list
  keep({ order: o.items });
  // @ts-expect-error no such field
  shout({ s: o.customer });
  // @ts-expect-error a list has elements, no fields
  shout({ s: o.items.sku });
  // @ts-expect-error a list is indexed by number
  o.items.at("0");
  // @ts-expect-error a map is indexed by name
  first.sizes.at(0);
  // @ts-expect-error indexing is `at`, not brackets
  void o.items[0];

  keep({ order: o });
  keep({ order: { id: "1", items: [], at: new Date() } });
  // @ts-expect-error another record
  keep({ order: other() });
  // @ts-expect-error a field is missing
  keep({ order: { id: "1", items: [] } });

  pack({ sku: "a", width: 1, items: o.items, first });
  pack({ sku: o.id, width: 1, items: [{ sku: "a", quantity: 1, sizes: {} }, first], first });
  // @ts-expect-error the backend has no binding for a record with a promise in it
  pack({ sku: "a", width: 1, items: [], first: { sku: "a", quantity: n, sizes: {} } });

  narrow({ p: wider() });
  // @ts-expect-error the record given lacks a field
  narrow({ p: other() });
});

// A field may have any name: a record's promise has no methods that could hide one.
const odd = t.struct("Odd", { at: t.int(), eq: t.string(), name: t.float() });
const makeOdd = task({ name: "makeOdd", output: odd }, () => ({ at: 1, eq: "", name: 1.5 }));
export const oddNames = workflow({ name: "oddNames" }, () => {
  square({ x: makeOdd().at });
  shout({ s: makeOdd().eq });
  half({ x: makeOdd().name });
  // @ts-expect-error `at` is the field here
  makeOdd().at(0);
});

// A class names a record, and a record is the same with or without a class.
class Item extends t.struct("Item", { sku: t.string(), quantity: t.int(), sizes: t.map(t.float()) }) {}
class Order extends t.struct("Order", { id: t.string(), items: t.list(Item), at: t.datetime() }) {}
const ship = task(
  { name: "ship", inputs: { order: Order, urgent: t.optional(Item) }, output: Order },
  (i) => {
    expectTypeOf(i.order).toEqualTypeOf<Order>();
    expectTypeOf(i.urgent).toEqualTypeOf<Item | undefined>();
    const items: readonly Item[] = i.order.items;
    return { ...i.order, items: [...items] };
  },
);
export const named = workflow({ name: "named", output: Order }, () => {
  const shipped = ship({ order: fetchOrder() });
  square({ x: shipped.items.at(0).quantity });
  keep({ order: shipped });
  ship({ order: { id: "1", items: [], at: new Date() } });
  // @ts-expect-error another record
  ship({ order: other() });
  // @ts-expect-error a field is missing
  ship({ order: { id: "1", items: [] } });
  return shipped;
});
