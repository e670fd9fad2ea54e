import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { toLiteral, transformerOf } from "../../test/support/convert.js";
import { traced } from "../../test/support/workflows.js";
import { task } from "../task/task.js";
import type { BindingData } from "../trace/binding.js";
import { t } from "../makers/t.js";
import type { TypeLike } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";
import { stamped } from "../contract/stamped.js";
import { bindValue } from "./bind-value.js";

const point = t.struct("Point", { x: t.int(), y: t.float() });
const promises = traced(
  {
    n: t.int(),
    f: t.float(),
    maybe: t.optional(t.int()),
    rows: t.list(t.int()),
    byName: t.map(point),
    p: point,
  },
  (inputs) => inputs,
);
const { n, f, maybe, rows, byName, p } = promises;
const notify = task({ name: "m.notify" }, () => {});
const nothing = traced({}, () => notify());

const bind = (type: TypeLike, value: unknown) => bindValue(value, { type: transformerOf(type), at: "job.x" });

/** Binding data in short: a promise as its path, a constant as its kind and value. */
function said(data: BindingData): unknown {
  switch (data.kind) {
    case "promise":
      return [data.target.var, ...data.target.path].join(".");
    case "list":
      return data.items.map(said);
    case "map":
      return Object.fromEntries([...data.entries].map(([key, item]) => [key, said(item)]));
    default: {
      const { value } = data.scalar;
      return value?.$case === "primitive"
        ? { [value.value.value?.$case ?? ""]: value.value.value?.value }
        : value?.$case;
    }
  }
}

describe("bindValue", () => {
  it.each([
    ["a promise", t.int(), n, "n"],
    ["a part of one", t.float(), p.y, "p.y"],
    ["an element", t.int(), rows.at(2), "rows.2"],
    ["an entry's field", t.int(), byName.at("a").x, "byName.a.x"],
    ["a promise for an optional", t.optional(t.int()), n, "n"],
    ["a constant", t.int(), 5, { integer: 5n }],
    ["a whole float", t.float(), 5, { floatValue: 5 }],
    ["a list of both", t.list(t.int()), [1, n, rows.at(0)], [{ integer: 1n }, "n", "rows.0"]],
    [
      "a map of both",
      t.map(t.list(t.int())),
      { a: rows, b: [n, 2], "c d": [] },
      { a: "rows", b: ["n", { integer: 2n }], "c d": [] },
    ],
    ["a whole record", point, p, "p"],
    ["a record of constants", point, { x: 1, y: 2 }, "binary"],
    ["records among promises", t.list(point), [p, { x: 1, y: 2 }], ["p", "binary"]],
    ["none for an optional", t.optional(t.int()), undefined, "union"],
    ["a constant for an optional", t.optional(t.int()), 5, "union"],
    [
      "a list for an optional list: as flytekit, without a union",
      t.optional(t.list(t.int())),
      [n, 1],
      ["n", { integer: 1n }],
    ],
    ["a map for an optional map", t.optional(t.map(t.int())), { a: n }, { a: "n" }],
    ["optionals in a list", t.list(t.optional(t.int())), [n, null, maybe], ["n", "union", "maybe"]],
    ["an empty list", t.list(t.int()), [], []],
    ["a record for an optional record", t.optional(point), { x: 1, y: 1 }, "union"],
  ])("binds %s", (_what, type, value, wanted) => {
    expect(said(bind(type, value))).toEqual(wanted);
  });

  it.each([
    ["another kind", t.float(), n, "job.x takes float, but was given inputs.n of type integer"],
    [
      "an optional",
      t.int(),
      maybe,
      "job.x takes integer, but was given inputs.maybe of type optional integer (optional integer is not integer, since it may be none)",
    ],
    [
      "a list for a value",
      t.int(),
      rows,
      "job.x takes integer, but was given inputs.rows of type list of integer",
    ],
    [
      "a part of another kind",
      t.string(),
      p.x,
      "job.x takes string, but was given inputs.p.x of type integer",
    ],
    [
      "a promise deep inside",
      t.map(t.list(t.int())),
      { "a b": [1, f] },
      'job.x["a b"][1] takes integer, but was given inputs.f of type float',
    ],
    [
      "a record that lacks a field",
      t.struct("Point", { x: t.int(), z: t.int() }),
      p,
      "job.x takes record Point, but was given inputs.p of type record Point (record Point does not fit another record Point: field z is missing)",
    ],
    [
      "a constant deep inside",
      t.list(t.map(t.int())),
      [{}, { a: "1" }],
      "job.x[1].a takes integer, but was given a string",
    ],
    [
      "a field of a record",
      t.list(point),
      [p, { x: 1, y: "2" }],
      "job.x[1].y takes float, but was given a string",
    ],
    ["a missing field", point, { x: 1 }, "job.x.y takes float, but was given nothing"],
    [
      "an unknown field",
      point,
      { x: 1, y: 1, z: 1 },
      "job.x.z takes nothing (record Point has no such field), but was given a value",
    ],
    ["a value for a list", t.list(t.int()), { 0: 1 }, "job.x takes list of integer, but was given an object"],
    ["a list for a map", t.map(t.int()), [1], "job.x takes map of integer, but was given an array"],
    [
      "a Map for a map",
      t.map(t.int()),
      new Map(),
      "job.x takes map of integer, but was given an object of class Map",
    ],
    [
      "a broken key",
      t.map(t.int()),
      { "\ud800": n },
      "job.x takes map of integer, but was given a key with half a surrogate pair",
    ],
    ["an entity", t.int(), notify, "job.x takes integer, but was given the task m.notify"],
    ["null", t.int(), null, "job.x takes integer, but was given null"],
    ["a secret", t.int(), "hunter2", "job.x takes integer, but was given a string"],
    ["a list for an optional value", t.optional(t.int()), [1], "job.x takes integer, but was given an array"],
    [
      "an element of an optional list",
      t.optional(t.list(t.int())),
      [1, "x"],
      "job.x[1] takes integer, but was given a string",
    ],
  ])("refuses %s", (_what, type, value, text) => {
    expect(refusal(() => bind(type, value))).toBe(`BINDING_TYPE_MISMATCH: ${text}.`);
  });

  it("keeps what the type said as the cause", () => {
    expect(caught(() => bind(t.list(t.int()), ["x"])).cause).toMatchObject({ code: "VALUE_TYPE_MISMATCH" });
  });

  it("refuses holes", () => {
    const sparse: number[] = [1];
    sparse[2] = 3;
    expect(refusal(() => bind(t.list(t.int()), sparse))).toMatch(
      /^BINDING_TYPE_MISMATCH: job\.x\[1\] takes integer, but was given nothing/,
    );
  });

  it.each([
    ["a field", point, { x: n, y: 1 }, "job.x.x", "inputs.n"],
    ["a record in a list", t.list(point), [{ x: 1, y: f }], "job.x[0].y", "inputs.f"],
    ["an optional record", t.optional(point), { x: n, y: 1 }, "job.x.x", "inputs.n"],
    [
      "a list in a record",
      t.struct("R", { xs: t.list(t.map(t.int())) }),
      { xs: [{}, { a: n }] },
      "job.x.xs[1].a",
      "inputs.n",
    ],
    ["an optional field", t.struct("R", { o: t.optional(t.int()) }), { o: maybe }, "job.x.o", "inputs.maybe"],
    ["a record in a record", t.struct("R", { p: point }), { p }, "job.x.p", "inputs.p"],
  ])("refuses a promise in a record: %s", (_what, type, value, at, promise) => {
    expect(refusal(() => bind(type, value))).toBe(
      `PROMISE_IN_RECORD: ${at} is inside a record, which can hold only plain values, but was given the promise ${promise}.`,
    );
  });

  it.each([
    ["alone", t.int(), nothing],
    ["in a list", t.list(t.int()), [1, nothing]],
    ["in a record", point, { x: nothing, y: 1 }],
    ["for an optional", t.optional(t.int()), nothing],
  ])("refuses a void result %s", (_what, type, value) => {
    expect(refusal(() => bind(type, value))).toBe(
      "VOID_USED_AS_VALUE: The result of m.notify was used as a value, but it has no outputs.",
    );
  });

  it.each([
    ["alone", t.int(), (node: unknown) => node, "job.x takes integer"],
    ["in a list", t.list(t.int()), (node: unknown) => [node], "job.x[0] takes integer"],
    ["in a record", t.struct("R", { x: t.int() }), (node: unknown) => ({ x: node }), "job.x.x takes integer"],
  ])("refuses a node that has outputs to choose from: %s", (_what, type, value, text) => {
    const node = stamped({ "~void": true, "~node": { entity: "m.job" }, outputs: { o0: 1 } });
    expect(refusal(() => bind(type, value(node)))).toBe(
      `BINDING_TYPE_MISMATCH: ${text}, but was given a node, and not one of its outputs.`,
    );
  });

  it.each([
    ["alone", point, { ...p }, "job.x.x"],
    ["with more", point, { ...p, x: 1 }, "job.x.y"],
    ["in a list", t.list(point), [{ ...p }], "job.x[0].x"],
    ["in a record", t.struct("R", { p: point }), { p: { ...p } }, "job.x.p.x"],
  ])("refuses a copy of a promised record for a record: %s", (_what, type, value, at) => {
    const error = caught(() => bind(type, value));
    expect(error.text).toContain(`${at} is inside a record, which can hold only plain values`);
    expect(error.hint).toContain("pass a promised record whole");
  });

  it.each([
    ["alone", t.int(), (left: unknown) => left],
    ["in a map", t.map(t.int()), (left: unknown) => ({ a: left })],
    ["with more", t.map(t.int()), (left: object) => ({ ...left, a: 1 })],
    ["in a record", t.struct("R", { p: t.int() }), (left: unknown) => ({ p: left })],
  ])("refuses what is left of any other promise that was spread: %s", (_what, type, value) => {
    expect(refusal(() => bind(type, value({ ...(p.x as object) })))).toBe(
      `PROMISE_USED_AS_VALUE: inputs.p.x was used by spreading it, but it is a promise: it has no value until the workflow runs.`,
    );
  });

  it("binds what a type of the author's own makes of a value", () => {
    const pair = makeType<readonly [number, number], "pair">({
      transformer: {
        ...transformerOf(t.int()),
        toLiteral: (value) => toLiteral(t.list(t.map(t.int())), [{ a: (value as number[])[0] }]),
      } as TypeTransformer<readonly [number, number]>,
    });
    expect(said(bind(pair, [1, 2]))).toEqual([{ a: { integer: 1n } }]);
  });

  it("leaves a wrong value that contains itself to its type", () => {
    const cycle: Record<string, unknown> = { x: 1, y: 1 };
    cycle["z"] = cycle;
    expect(refusal(() => bind(point, cycle))).toMatch(/^BINDING_TYPE_MISMATCH: job\.x\.z takes nothing/);
    expect(refusal(() => bind(point, new Uint8Array(10)))).toMatch(
      /takes record Point, but was given an object of class Uint8Array/,
    );
  });
});
