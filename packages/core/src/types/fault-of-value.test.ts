import { describe, expect, it } from "vitest";

import { caught } from "../../test/support/caught.js";
import { toLiteral } from "../../test/support/convert.js";
import { traced } from "../../test/support/workflows.js";
import { task } from "../task/task.js";
import { t } from "../makers/t.js";
import type { TypeLike } from "./infer.js";

const count = task({ name: "m.count", output: t.int() }, () => 3);
const [n, isLarge] = traced({ n: t.int() }, ({ n }) => [n, n.gt(3)] as const);
const point = t.struct("Point", { x: t.int() });

describe("a value of another type", () => {
  it.each<[string, TypeLike, unknown, RegExp]>([
    ["an entity", t.int(), count, /^Call it/],
    ["nothing", t.int(), undefined, /t\.optional/],
    ["null in a list", t.list(t.int()), [1, null], /t\.optional/],
    ["a promise", t.int(), n, /^Give a constant/],
    ["promises by name", t.int(), { head: n, rest: n }, /^Give one of these outputs/],
    ["a condition", t.boolean(), isLarge, /^Pass the condition to `conditional/],
    ["a conditional under way", t.int(), { "~unfinished": true }, /\.else\(/],
    ["a node", t.int(), { "~void": true, outputs: { o0: n } }, /node\.outputs/],
    ["a fraction", t.int(), 2.5, /Math\.round/],
    ["a fraction deep inside", t.list(t.map(t.int())), [{ a: 2.5 }], /Math\.round/],
    ["an integer that is not exact", t.int(), 2 ** 53, /bigint: true/],
    ["a bigint", t.int(), 3n, /^Give a number, or declare/],
    ["an inexact bigint", t.int({ bigint: true }), 2 ** 53, /^Give a bigint/],
    ["a text for an int", t.int(), "3", /Number\(value\)/],
    ["a text for a float", t.float(), "3", /Number\(value\)/],
    ["a number for a text", t.string(), 3, /String\(value\)/],
    ["a text for a Date", t.datetime(), "2024-05-01", /new Date/],
    ["no Date", t.datetime(), new Date("x"), /^Check what the Date was made from/],
    ["a text for a duration", t.duration(), "1h", /milliseconds/],
    ["another text", t.enum(["a"]), "b", /t\.enum/],
    ["a list for one value", t.int(), [1], /mapTask/],
    ["a list for a record", point, [{ x: 1 }], /mapTask/],
    ["one value for a list", t.list(t.int()), 1, /^Put it into a list/],
    ["a field that is not there", point, { x: 1, y: 2 }, /^Leave the field out/],
    ["infinity", t.int(), Number.POSITIVE_INFINITY, /^Give a value of this type/],
    ["something else", t.boolean(), 1, /^Give a value of this type/],
  ])("comes with advice: %s", (_, type, value, hint) => {
    expect(caught(() => toLiteral(type, value as never)).hint).toMatch(hint);
  });
});
