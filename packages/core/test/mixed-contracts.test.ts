import { describe, expect, it } from "vitest";

import { CONTRACT, STAMP, STAMPED } from "../src/brands/contract.js";
import { FlytekitError, isFlytekitError } from "../src/entries/errors.js";
import * as graph from "../src/entries/graph.js";
import { NonRecoverableError, t, task } from "../src/entries/index.js";
import * as tasks from "../src/entries/tasks.js";
import * as types from "../src/entries/types.js";
import { ENTITY } from "../src/brands/entity-brand.js";
import { caught } from "./support/caught.js";
import { copyWithStamp } from "./support/copy-with-stamp.js";
import { here } from "./support/here.js";
import { traced } from "./support/workflows.js";

const later = await copyWithStamp({ contract: CONTRACT, version: "9.8.7" });
const newer = await copyWithStamp({ contract: CONTRACT + 1, version: "10.0.0" });
const mark = (name: string, text: string) => here(import.meta.url, name, text);

const ours = task({ name: "m.ours", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const declared = { name: "m.theirs", inputs: { x: newer.main.t.int() }, output: newer.main.t.int() };
const theirs = newer.main.task(declared, ({ x }) => x);

const MIXED = {
  code: "VERSIONS_MIXED",
  params: { theirs: { contract: CONTRACT + 1, version: "10.0.0" }, ours: STAMP },
};

describe("a copy of another version and the same contract", () => {
  it("works with this one", () => {
    const { t, task } = later.main;
    const other = task({ name: "m.other", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
    traced({ n: t.int() }, ({ n }, { nodes }) => {
      ours({ x: other({ x: n }) });
      expect(nodes.map(({ entity }) => entity.name)).toEqual(["m.other", "m.ours"]);
    });
    expect([later.tasks.isTask(ours), graph.isEntity(other)]).toEqual([true, true]);
  });
});

describe("a copy of another contract", () => {
  it("cannot read an entity of this one, nor this one its entities", () => {
    expect(caught(() => graph.isEntity(theirs))).toMatchObject({
      ...MIXED,
      text: "The task m.theirs comes from @flytekit-ts/core 10.0.0 (contract 2), which version 0.0.0 (contract 1) cannot read.",
      hint: "Run `npm ls @flytekit-ts/core` to see which package brings version 0.0.0, and upgrade that package.",
    });
    expect(caught(() => newer.graph.isEntity(ours))).toMatchObject({
      code: "VERSIONS_MIXED",
      params: { theirs: STAMP, ours: { contract: CONTRACT + 1 } },
      hint: "Run `npm ls @flytekit-ts/core` to see which package brings version 0.0.0, and upgrade that package.",
    });
  });

  it("has no entity called in a body of this one, and the call is where it stops", () => {
    traced({ n: t.int() }, ({ n }, { nodes }) => {
      const call = () => theirs({ x: n }); // called
      expect(caught(call)).toMatchObject({
        code: "VERSIONS_MIXED",
        text: "The running body of w comes from @flytekit-ts/core 0.0.0 (contract 1), which version 10.0.0 (contract 2) cannot read.",
        location: mark("called", "theirs("),
      });
      expect(nodes).toEqual([]);
    });
  });

  it("calls no entity of this one in its bodies", () => {
    const act = () => newer.graph.withTracer("w", () => ours({ x: 1 })); // inside
    expect(caught(act)).toMatchObject({ ...MIXED, location: mark("inside", "ours(") });
  });

  it("gives this one no types and promises, and takes none", () => {
    expect(caught(() => types.resolveType(newer.main.t.int(), "x"))).toMatchObject({
      ...MIXED,
      text: expect.stringMatching(/^The type for x comes from @flytekit-ts\/core 10\.0\.0 \(contract 2\)/),
    });
    expect(caught(() => t.list(newer.main.t.int()))).toMatchObject(MIXED);
    const input = { node: { trace: {}, index: -1, entity: "w" }, var: "n", path: [] };
    const type = newer.types.resolveType(newer.main.t.int(), "x").transformer;
    const promise = newer.graph.createPromise({ ...input, type });
    traced({}, (_inputs, { faults }) => {
      ours({ x: promise as never });
      expect(faults.splice(0)).toMatchObject([MIXED]);
    });
  });

  it("gives this one nothing to come after, and no questions", () => {
    const done = newer.main.task({ name: "m.done" }, () => {});
    const call = newer.graph.withTracer("w", () => done());
    traced({}, (_inputs, { faults }) => {
      ours({ x: 1 }, { after: [call] });
      expect(faults.splice(0)).toMatchObject([MIXED]);
    });
    expect(caught(() => graph.isVoidPromise(call))).toMatchObject(MIXED);
    const condition = { "~condition": true, [STAMPED]: { contract: CONTRACT + 1, version: "10.0.0" } };
    expect(caught(() => graph.isCondition(condition))).toMatchObject(MIXED);
  });

  it("runs no task of this one", async () => {
    const run = newer.tasks.executeTask(ours, new Map(), newer.main.testContext());
    await expect(run).rejects.toMatchObject({ code: "VERSIONS_MIXED" });
    const settings = { project: "p", domain: "d", version: "v", image: "i" };
    expect(caught(() => tasks.lowerTask(theirs as never, settings))).toMatchObject(MIXED);
  });

  it("throws errors that this one reads", () => {
    const error = caught(() => newer.main.t.enum([] as string[]));
    expect([isFlytekitError(error), error instanceof FlytekitError, error instanceof Error]).toEqual([
      true,
      true,
      true,
    ]);
    expect(new newer.main.NonRecoverableError("x") instanceof NonRecoverableError).toBe(true);
    expect([new Error("x"), undefined, {}, 1].some((each) => each instanceof FlytekitError)).toBe(false);
  });

  it("has subclasses that only their own errors belong to", () => {
    class Own extends FlytekitError {}
    class Final extends NonRecoverableError {}
    const parts = { code: "X", origin: "user", text: "x", params: {} } as const;
    expect([new Own(parts) instanceof Own, new Final("x") instanceof Final]).toEqual([true, true]);
    expect(new FlytekitError(parts) instanceof Own).toBe(false);
    expect(new NonRecoverableError("x") instanceof Final).toBe(false);
  });
});

describe("a copy from before contract numbers", () => {
  const STACK = Symbol.for("@flytekit-ts/tracers@1");
  // The first body makes it.
  traced({}, () => {});
  const stack = (globalThis as never as Record<symbol, object[]>)[STACK];
  const place = { location: { file: "a.ts", line: 3, column: 1 } };
  const old = Object.defineProperties(() => {}, {
    kind: { value: "task" },
    name: { value: "m.old" },
    [ENTITY]: { value: true },
  });

  it("has entities that this one refuses", () => {
    expect(caught(() => graph.isEntity(old))).toMatchObject({
      code: "VERSIONS_MIXED",
      text: "The task m.old comes from @flytekit-ts/core from before contract numbers, which version 0.0.0 (contract 1) cannot read.",
      hint: "Run `npm ls @flytekit-ts/core` to see which package brings the oldest, and upgrade that package.",
    });
  });

  it("takes no entity of this one", () => {
    expect(Reflect.get(ours, ENTITY)).not.toBe(true);
  });

  it("has types that this one refuses", () => {
    const type = { [Symbol.for("@flytekit-ts/type")]: {} };
    expect(caught(() => types.resolveType(type as never, "x"))).toMatchObject({ code: "VERSIONS_MIXED" });
  });

  // All that its `callEntity` did.
  it("adds no node to a body of this one", () => {
    traced({}, (_inputs, { nodes, faults }) => {
      const running = stack?.at(-1) as { nodes: object[]; start: object; faults: unknown[] };
      expect(caught(() => running.nodes.push({ kind: "node", entity: old, place }))).toMatchObject({
        code: "VERSIONS_MIXED",
        text: expect.stringMatching(/^The task m\.old comes from @flytekit-ts\/core from before contract/),
        ...place,
      });
      running.faults.push("one fault for one mistake");
      expect([nodes, faults]).toEqual([[], []]);
    });
  });

  it("calls no entity of this one in its bodies", () => {
    const call = () => ours({ x: 1 }); // old
    const inOldBody = () => {
      stack?.push({ workflow: "m.body", nodes: [], faults: [] });
      try {
        return call();
      } finally {
        stack?.pop();
      }
    };
    expect(caught(inOldBody)).toMatchObject({
      code: "VERSIONS_MIXED",
      location: mark("old", "ours("),
      text: expect.stringMatching(/^The running body of m\.body comes from @flytekit-ts\/core from before/),
    });
  });
});

// Types do not show these. To change one is to raise the contract number; the stamp and its key never change.
it("marks what it makes with these keys", () => {
  const keysOf = (made: object) =>
    Reflect.ownKeys(made)
      .filter((key) => typeof key === "symbol" || key.startsWith("~"))
      .map(String);
  const ENTITY_KEYS = ["Symbol(@flytekit-ts/entity)", "Symbol(@flytekit-ts/contract)"];
  expect(keysOf(ours)).toEqual(ENTITY_KEYS);
  expect(keysOf(t.int())).toEqual(["Symbol(@flytekit-ts/stamped-type)", "Symbol(@flytekit-ts/contract)"]);
  expect(keysOf(new FlytekitError({ code: "X", origin: "user", text: "x", params: {} }))).toEqual([
    "Symbol(@flytekit-ts/error)",
    "Symbol(@flytekit-ts/contract)",
  ]);
  expect(keysOf(new NonRecoverableError("x"))).toEqual(["Symbol(@flytekit-ts/non-recoverable-error)"]);
  const done = task({ name: "m.done" }, () => {});
  // In a body the keys of a promise cannot be listed.
  const kept = traced({ n: t.int() }, ({ n }) => n);
  expect([keysOf(kept)[0], Reflect.get(kept, Symbol.for("@flytekit-ts/promise"))]).toEqual([
    "~promise",
    true,
  ]);
  traced({ n: t.int() }, ({ n }) => {
    expect(Reflect.get(n, STAMPED)).toBe(STAMP);
    expect(keysOf(done()).slice(0, 2)).toEqual(["~void", "~node"]);
    expect(Reflect.get(done(), STAMPED)).toBe(STAMP);
    const condition = n.gt(1);
    expect(keysOf(condition)).toEqual(["~condition", "Symbol(@flytekit-ts/contract)"]);
    graph.useCondition(condition);
  });
  expect(STAMP).toEqual({ contract: CONTRACT, version: expect.any(String) });
});

describe("a stamp that is none", () => {
  it.each([true, null, {}, { contract: "1", version: "1" }, { contract: CONTRACT }])("%j", (stamp) => {
    expect(caught(() => graph.assertContract({ [STAMPED]: stamp }))).toMatchObject({
      code: "VERSIONS_MIXED",
      params: { theirs: undefined },
    });
  });
});
