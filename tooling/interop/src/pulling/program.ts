/** A program that calls pulled tasks of Python: `shop.ts` is the pulled module. It is compiled as an author would do it. */
export const PROGRAM = `import { t, workflow } from "@flytekit-ts/workflow";
import {
  Basket, choose, files, fill, fixed_sum, move, noted, opaque, paint, place, Point, price, scalars, ship, sum_up, tables, total, untyped,
} from "./shop.js";

export const walk = workflow(
  { name: "ours.walk", inputs: { x: t.int(), point: Point, at: t.datetime() }, outputs: { y: t.float(), point: Point } },
  ({ x, point, at }) => {
    const moved = place({ point, more: { x: 1, label: "here" } });
    const again = move({ point: moved, by: x });
    const { o0, o1 } = scalars({ at, b: true, day: at, f: 1.5, i: x, s: "a", span: 90_000 });
    choose({ x: o0, y: again.x, z: undefined });
    paint({ color: "dark blue", size: "small", level: 2 });
    return { y: total({ xs: [o1, 2.5], by: { a: [x, o0] } }), point: again };
  },
);

export const goods = workflow(
  { name: "ours.goods", inputs: { basket: Basket, table: t.dataset(), csv: t.file("csv") }, output: t.float() },
  ({ basket, table, csv }) => {
    const filled = fill({ basket, item: { sku: "a", price: 2 } });
    const again = fill({ basket: filled });
    files({ csv, any: csv, folder: "s3://bucket/folder", images: "s3://bucket/images" });
    tables({ any: table, typed: table, old: table });
    const { model } = { model: opaque({ model: "s3://bucket/model.pkl", data: new Uint8Array([1]), message: { a: 1 } }) };
    opaque({ model, data: new Uint8Array([2]), message: { a: 2 } });
    untyped({ d: { a: 1 }, k: {}, deep: { a: { b: { x: 1 } } } });
    noted({ length: 3, hashed: "a" });
    sum_up({ xs: [1.5] });
    fixed_sum();
    return price({ item: again.item });
  },
);

// @ts-expect-error A point is no order.
export const wrong = workflow({ name: "ours.wrong", inputs: { point: Point } }, ({ point }) => void ship({ order: point, nothing: {}, strict: { must: 1, pair: 1 } }));
`;
