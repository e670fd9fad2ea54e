import { resolve } from "node:path";

import { describe, expect, it, vi } from "vitest";

import * as oneErrors from "../src/entries/errors.js";
import * as oneGraph from "../src/entries/graph.js";
import * as one from "../src/entries/index.js";
import * as oneLiterals from "../src/entries/literals.js";
import * as oneStorage from "../src/entries/storage.js";
import * as oneTasks from "../src/entries/tasks.js";
import * as oneTypes from "../src/entries/types.js";
import type { Inputs } from "../src/types/infer.js";
import { traced } from "./support/workflows.js";

/** This package once more, down to its last module: as if two versions of it were installed. */
async function load() {
  vi.resetModules();
  return {
    two: await import("../src/entries/index.js"),
    twoErrors: await import("../src/entries/errors.js"),
    twoTasks: await import("../src/entries/tasks.js"),
  };
}
const { two, twoErrors, twoTasks } = await load();

const { t } = one;

describe("two copies of this package in one process", () => {
  it("are two", () => {
    expect(two.task).not.toBe(one.task);
    expect(twoErrors.FlytekitError).not.toBe(oneErrors.FlytekitError);
  });

  it("take each other's types", () => {
    const record = two.t.struct("R", { x: t.list(two.t.int()), y: t.optional(two.t.datetime()) });
    const { transformer } = oneTypes.resolveType(record, "x");
    const value: Inputs<{ x: one.FlyteType<number[], unknown> }> = { x: [1] };
    expect(oneLiterals.decodeLiteral(transformer, transformer.toLiteral(value))).toEqual({
      x: [1],
      y: undefined,
    });
  });

  it("take each other's files", async () => {
    const file = two.flyteFile("package.json", { format: "json", metadata: { a: "b" } });
    const { transformer } = oneTypes.resolveType(t.list(t.file("json")), "x");
    const literal = transformer.toLiteral([file]);
    const store = oneStorage.localStore();
    const stored = await transformer.storing?.([file])?.(store);
    expect(stored).toMatchObject([{ uri: resolve("package.json"), metadata: { a: "b" } }]);
    const list = oneTypes.resolveType(two.t.list(two.t.file()), "x").transformer;
    const loaded = await list.load?.(oneLiterals.decodeLiteral(transformer, literal), store);
    expect(loaded).toMatchObject([{ uri: "package.json", metadata: { a: "b" } }]);
    const [received] = loaded as one.FlyteFile[];
    expect(await received?.text()).toContain('"name": "@flytekit-ts/core"');
    expect(() => transformer.toLiteral([two.flyteDirectory("src")])).toThrow("was a directory.");
  });

  it("know each other's errors", () => {
    try {
      two.t.enum([] as string[]);
      expect.unreachable();
    } catch (error) {
      expect(one.isFlytekitError(error)).toBe(true);
      expect(oneErrors.coreErrors.ENUM_VALUES_INVALID.is(error)).toBe(true);
    }
    expect(oneErrors.isNonRecoverable(new two.NonRecoverableError("x"))).toBe(true);
  });

  it("keep the nanoseconds of each other's datetimes", () => {
    const { transformer } = oneTypes.resolveType(t.datetime(), "x");
    const read = oneLiterals.decodeLiteral(transformer, transformer.toLiteral(new two.FlyteDatetime(1, 5)));
    expect(read).toMatchObject({ nanosOfMillisecond: 5 });
  });

  it("trace each other's tasks, and bind each other's promises", () => {
    const first = two.task({ name: "m.first", output: two.t.int() }, () => 1);
    const second = one.task({ name: "m.second", inputs: { xs: t.list(t.int()) } }, () => {});
    expect([oneGraph.isEntity(first), oneTasks.isTask(first), twoTasks.isTask(second)]).toEqual([
      true,
      true,
      true,
    ]);
    traced({}, (_inputs, { nodes, conditions }) => {
      const value = first();
      const done = second({ xs: [value, 2] });
      second({ xs: [] }, { after: [done, value] });
      expect(oneGraph.isPromise(value)).toBe(true);
      expect(nodes.map(({ entity }) => entity.name)).toEqual(["m.first", "m.second", "m.second"]);
      expect(nodes[2]?.after).toEqual([nodes[1]?.key, nodes[0]?.key]);
      const condition = value.gt(1);
      expect(oneGraph.isCondition(condition)).toBe(true);
      oneGraph.useCondition(condition);
      expect(conditions.size).toBe(0);
    });
  });

  it("run each other's tasks", async () => {
    const twice = two.task(
      { name: "m.twice", inputs: { x: two.t.int() }, output: two.t.int() },
      ({ x }) => 2 * x,
    );
    const type = oneTypes.resolveType(t.int(), "x").transformer;
    const inputs = new Map([["x", type.toLiteral(4)]]);
    const outputs = await oneTasks.executeTask(twice, inputs, one.testContext());
    expect([...outputs.values()].map((literal) => oneLiterals.decodeLiteral(type, literal))).toEqual([8]);
  });
});
