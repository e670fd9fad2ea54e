import { dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { mock, runLocal, type RunEvent, startLocal } from "../../src/entries/index.js";
import { eventsOf } from "../support/runs.js";
import { hearCache, newCacheDir } from "../support/cached-runs.js";

let ran: string[] = [];
let cache = "";
beforeEach(() => {
  ran = [];
  cache = newCacheDir();
});

const double = task(
  { name: "double", inputs: { x: t.int() }, output: t.int(), cache: { version: "1" } },
  ({ x }) => {
    ran.push(`double ${x}`);
    return x * 2;
  },
);

/** Run, and say in short what the cache said. */
async function told(
  run: (options: { cache: string; onEvent: (event: RunEvent) => void }) => Promise<unknown>,
) {
  const heard = hearCache();
  const result = await run({ cache, onEvent: heard.onEvent });
  return { result, kinds: heard.reasons.map(({ kind }) => kind), ...heard };
}

describe("a run with a cache", () => {
  it("takes the result of an equal execution of an earlier run, and says of which", async () => {
    const first = startLocal(double, { x: 2 }, { cache });
    expect(await first.result).toBe(4);
    const second = startLocal(double, { x: 2 }, { cache });
    expect(await second.result).toBe(4);
    expect(ran).toEqual(["double 2"]);
    const [miss] = (await eventsOf(first)).filter(({ kind }) => kind.startsWith("cache-"));
    const [hit] = (await eventsOf(second)).filter(({ kind }) => kind.startsWith("cache-"));
    expect(miss).toMatchObject({
      kind: "cache-miss",
      node: "n0",
      entity: "double",
      reason: { kind: "first-run" },
    });
    expect(hit).toMatchObject({
      kind: "cache-hit",
      reason: { kind: "found", run: first.id, waited: false, isStale: false },
      parts: { task: "double", version: "1" },
    });
    expect((await eventsOf(second)).map(({ kind }) => kind)).toEqual([
      "run-started",
      "cache-hit",
      "node-succeeded",
      "run-succeeded",
    ]);
    expect((await eventsOf(second))[2]).toMatchObject({ reused: "cache", attempt: 0 });
  });

  it("has none unless it asks, and none for tasks that do not", async () => {
    const plain = task({ name: "plain", output: t.int() }, () => ran.push("plain"));
    for (const options of [{}, {}, { cache: false }]) await runLocal(double, { x: 1 }, options);
    for (const options of [{ cache }, { cache }]) await runLocal(plain, {}, options);
    expect(ran).toHaveLength(5);
  });

  it("says what differs, and in which run it was so", async () => {
    const of = (version: string, ignoredInputs: string[] = []) =>
      task(
        {
          name: "add",
          inputs: { x: t.int(), y: t.int() },
          output: t.int(),
          cache: { version, ignoredInputs },
        },
        ({ x, y }) => x + y,
      );
    const other = task(
      { name: "add", inputs: { x: t.int(), y: t.float() }, output: t.int(), cache: { version: "1" } },
      ({ x }) => x,
    );
    const first = startLocal(of("1"), { x: 1, y: 1 }, { cache });
    await first.result;
    const by = { run: first.id, at: expect.any(Number) as number };
    const reasonOf = async (run: Parameters<typeof told>[0]) => (await told(run)).reasons[0];
    expect(await reasonOf((o) => runLocal(of("1"), { x: 2, y: 1 }, o))).toEqual({
      kind: "input-changed",
      inputs: ["x"],
      ...by,
    });
    expect(await reasonOf((o) => runLocal(other, { x: 1, y: 1 }, o))).toMatchObject({
      kind: "interface-changed",
    });
    expect(await reasonOf((o) => runLocal(of("2"), { x: 1, y: 1 }, o))).toMatchObject({
      kind: "new-version",
      previous: "1",
    });
    expect(await reasonOf((o) => runLocal(of("1"), { x: 2, y: 1 }, o))).toMatchObject({ kind: "found" });
    expect(await reasonOf((o) => runLocal(of("1", ["y"]), { x: 1, y: 1 }, o))).toMatchObject({
      kind: "input-changed",
      inputs: ["y"],
    });
    expect(await reasonOf((o) => runLocal(of("1", ["y"]), { x: 1, y: 7 }, o))).toMatchObject({
      kind: "found",
    });
    const { words } = await told((o) => runLocal(of("1"), { x: 5, y: 5 }, o));
    expect(words).toEqual([
      expect.stringMatching(/^miss: inputs x, y changed since run [0-9a-f-]{36} \(.*Z\)$/),
    ]);
  });

  it("does not mind descriptions and defaults", async () => {
    const inputs = { x: t.int().describe("a number").default(3) };
    const described = task(
      { name: "double", inputs, output: t.int().describe("twice"), cache: { version: "1" } },
      ({ x }) => ran.push(String(x)),
    );
    await runLocal(double, { x: 3 }, { cache });
    expect(await runLocal(described, {}, { cache })).toBe(6);
  });

  it("computes anew and replaces with `overwrite`", async () => {
    let value = 1;
    const get = task({ name: "get", output: t.int(), cache: { version: "1" } }, () => value);
    await runLocal(get, {}, { cache });
    value = 2;
    expect(await runLocal(get, {}, { cache })).toBe(1);
    const { result, kinds } = await told((o) =>
      runLocal(get, {}, { ...o, cache: { dir: cache, overwrite: true } }),
    );
    expect([result, kinds]).toEqual([2, ["overwrite"]]);
    expect(await runLocal(get, {}, { cache })).toBe(2);
  });

  it("computes anew in the executions of a launch plan that says so, and in those that they start", async () => {
    const inner = workflow({ name: "inner", output: t.int() }, () => double({ x: 3 }));
    const outer = workflow({ name: "outer", output: t.int() }, () =>
      launchPlan(inner, { name: "plain" })({}),
    );
    const anew = launchPlan(outer, { name: "anew", overwriteCache: true });
    const around = workflow({ name: "around", outputs: { a: t.int(), b: t.int() } }, () => {
      const a = double({ x: 3 });
      return { a, b: anew({}, { after: [a] }) };
    });
    await runLocal(double, { x: 3 }, { cache });
    expect((await told((o) => runLocal(outer, {}, o))).kinds).toEqual(["found"]);
    expect((await told((o) => runLocal(anew, {}, o))).kinds).toEqual(["overwrite"]);
    expect((await told((o) => runLocal(around, {}, o))).kinds).toEqual(["found", "overwrite"]);
    expect(ran).toHaveLength(3);
  });

  it("stores nothing of what failed, and takes what a retry gave", async () => {
    let tries = 0;
    const flaky = task({ name: "flaky", output: t.int(), retries: 1, cache: { version: "1" } }, () => {
      tries += 1;
      if (tries < 3) throw new Error("not yet");
      return tries;
    });
    await expect(runLocal(flaky, {}, { cache })).rejects.toThrow(/not yet/);
    expect(await runLocal(flaky, {}, { cache })).toBe(3);
    expect(await runLocal(flaky, {}, { cache })).toBe(3);
    expect(tries).toBe(3);
  });

  it("neither asks nor stores for a mock", async () => {
    const mocks = [mock(double, () => 0)];
    const { result, reasons } = await told((o) => runLocal(double, { x: 1 }, { ...o, mocks }));
    expect([result, reasons]).toEqual([0, []]);
    expect(await runLocal(double, { x: 1 }, { cache })).toBe(2);
    expect(await runLocal(double, { x: 1 }, { cache, mocks })).toBe(0);
  });

  it("ignores the `cache` of a call, as a cluster does", async () => {
    const plain = task({ name: "plain", output: t.int() }, () => ran.push("plain"));
    const wf = workflow({ name: "wf", outputs: { a: t.int(), b: t.int() } }, () => ({
      a: plain({}, { cache: { version: "1" } }),
      b: double({ x: 1 }, { cache: false }),
    }));
    await runLocal(wf, {}, { cache });
    await runLocal(wf, {}, { cache });
    expect(ran.toSorted()).toEqual(["double 1", "plain", "plain"]);
  });

  it("caches each item of a map on its own", async () => {
    const wf = workflow({ name: "wf", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(double)({ x: xs }),
    );
    expect(await runLocal(wf, { xs: [1, 2] }, { cache })).toEqual([2, 4]);
    const { result, kinds } = await told((o) => runLocal(wf, { xs: [2, 3, 1] }, o));
    expect([result, kinds.toSorted()]).toEqual([
      [4, 6, 2],
      ["found", "found", "input-changed"],
    ]);
    expect(ran.toSorted()).toEqual(["double 1", "double 2", "double 3"]);
  });

  it("caches what the graph of a dynamic gave", async () => {
    const many = dynamic(
      { name: "many", inputs: { n: t.int() }, output: t.int(), cache: { version: "1" } },
      ({ n }) => {
        ran.push("body");
        return double({ x: n });
      },
    );
    expect(await runLocal(many, { n: 4 }, { cache })).toBe(8);
    const { result, kinds } = await told((o) => runLocal(many, { n: 4 }, o));
    expect([result, kinds, ran]).toEqual([8, ["found"], ["body", "double 4"]]);
  });

  it("compares hashes where values have them, also in lists", async () => {
    const person = t.struct("Person", { name: t.string(), seen: t.int() }).hashed(({ name }) => name);
    const greet = task(
      { name: "greet", inputs: { people: t.list(person) }, output: t.string(), cache: { version: "1" } },
      ({ people }) => people.map(({ name, seen }) => `${name} ${seen}`).join(),
    );
    expect(await runLocal(greet, { people: [{ name: "ada", seen: 1 }] }, { cache })).toBe("ada 1");
    expect(await runLocal(greet, { people: [{ name: "ada", seen: 2 }] }, { cache })).toBe("ada 1");
    expect(await runLocal(greet, { people: [{ name: "bob", seen: 2 }] }, { cache })).toBe("bob 2");
  });

  it("gives back every kind of value, in new objects", async () => {
    const record = t.struct("R", { at: t.datetime(), list: t.list(t.float()), none: t.optional(t.int()) });
    const outputs = {
      record,
      map: t.map(t.union([t.int(), t.string()])),
      large: t.string(),
      bytes: t.binary(),
    };
    const make = task({ name: "make", outputs, cache: { version: "1" } }, () => ({
      record: { at: new Date(5), list: [1, 2.5], none: undefined },
      map: { a: 1, b: "x", __proto__x: 2 },
      large: "long ".repeat(10_000),
      bytes: new Uint8Array([1, 2, 3]),
    }));
    const first = await runLocal(make, {}, { cache });
    const { result, kinds } = await told((o) => runLocal(make, {}, o));
    expect(result).toEqual(first);
    expect(kinds).toEqual(["found"]);
  });

  it("warns when another function has the same version", async () => {
    const of = (fn: () => number) => task({ name: "get", output: t.int(), cache: { version: "1" } }, fn);
    await runLocal(
      of(() => 1),
      {},
      { cache },
    );
    const same = await told((o) =>
      runLocal(
        of(() => 1),
        {},
        o,
      ),
    );
    expect(same.reasons).toMatchObject([{ isStale: false }]);
    const other = await told((o) =>
      runLocal(
        of(() => 2),
        {},
        o,
      ),
    );
    expect(other.reasons).toMatchObject([{ kind: "found", isStale: true }]);
    expect(other.result).toBe(1);
  });
});
