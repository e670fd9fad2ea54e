import { runLocal } from "@flytekit-ts/local-exec";
import { conditional, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";

const circle = t.struct("Circle", { r: t.float() });
const square = t.struct("Square", { side: t.float() });
const shape = t.union([circle, square]);
const scalar = t.union([t.int(), t.string()]);

const area = task({ name: "m.area", inputs: { shape }, output: t.float() }, ({ shape: given }) =>
  "r" in given ? 3 * given.r ** 2 : given.side ** 2,
);
const describeIt = task(
  { name: "m.describe", inputs: { x: t.optional(scalar) }, output: t.string() },
  ({ x }) => `${typeof x}:${x}`,
);
const pick = task({ name: "m.pick", inputs: { n: t.int() }, output: scalar }, ({ n }) =>
  n > 1 ? `${n}` : n,
);

describe("unions in a local run", () => {
  it("go from task to task, as constants, defaults and promises", async () => {
    const flow = workflow(
      {
        name: "m.flow",
        inputs: { given: shape.default({ r: 1 }) },
        outputs: { a: t.float(), b: t.float(), c: t.string(), d: t.string(), e: t.string() },
      },
      ({ given }) => ({
        a: area({ shape: given }),
        b: area({ shape: { side: 2 } }),
        c: describeIt({ x: pick({ n: 1 }) }),
        d: describeIt({ x: pick({ n: 2 }) }),
        e: describeIt({}),
      }),
    );
    const rest = { b: 4, c: "number:1", d: "string:2", e: "undefined:undefined" };
    expect(await runLocal(flow, {})).toEqual({ a: 3, ...rest });
    expect(await runLocal(flow, { given: { side: 3 } })).toEqual({ a: 9, ...rest });
  });

  it("are mapped over, and are in lists and records", async () => {
    const record = t.struct("R", { items: t.list(scalar), main: shape });
    const sum = task(
      { name: "m.sum", inputs: { r: record, more: t.list(t.union([t.int(), t.float()])) }, output: record },
      ({ r, more }) => ({
        items: [...r.items, `${more.length}`],
        main: { side: 7 },
      }),
    );
    const flow = workflow(
      {
        name: "m.maps",
        inputs: { shapes: t.list(shape), r: record, n: t.int() },
        outputs: { areas: t.list(t.float()), r: record },
      },
      ({ shapes, r, n }) => ({
        areas: mapTask(area, {})({ shape: shapes }),
        r: sum({ r, more: [n, t.as(t.float(), 1)] }),
      }),
    );
    expect(
      await runLocal(flow, { shapes: [{ r: 1 }, { side: 2 }], r: { items: [1, "a"], main: { r: 1 } }, n: 3 }),
    ).toEqual({ areas: [3, 4], r: { items: [1, "a", "2"], main: { side: 7 } } });
  });

  it("are what a conditional returns, and lists of promises for them", async () => {
    const lists = t.union([t.list(t.int()), t.list(t.string()), t.int()]);
    const size = task({ name: "m.size", inputs: { xs: lists }, output: t.string() }, ({ xs }) =>
      JSON.stringify(xs),
    );
    const flow = workflow(
      { name: "m.cond", inputs: { n: t.int() }, outputs: { a: scalar, b: t.string() } },
      ({ n }) => ({
        a: conditional("c")
          .if(n.gt(5), () => pick({ n }))
          .else(() => pick({ n: 0 })),
        b: size({ xs: [n, 2] }),
      }),
    );
    expect(await runLocal(flow, { n: 7 })).toEqual({ a: "7", b: "[7,2]" });
    expect(await runLocal(flow, { n: 1 })).toEqual({ a: 0, b: "[1,2]" });
  });

  it("are refused as inputs and outputs if they are ambiguous", async () => {
    const numbers = t.union([t.int(), t.float()]);
    const pay = task({ name: "m.pay", inputs: { x: numbers }, output: numbers }, () => 4);
    await expect(runLocal(pay, { x: 3 })).rejects.toThrow(
      /x is the number 3, which may be meant as integer or float/,
    );
    await expect(runLocal(pay, { x: t.as(t.int(), 3) })).rejects.toThrow(
      /\[TASK_OUTPUT_INVALID\].*output is the number 4, which may be meant as integer or float/,
    );
  });
});
