import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { copyOf } from "../../test/support/copy-of.js";
import { here } from "../../test/support/here.js";
import { traced } from "../../test/support/workflows.js";
import { isEntity } from "../entity/entity.js";
import { isPromise, targetOf } from "../promise/flyte-promise.js";
import { isVoidPromise } from "../promise/void-promise.js";
import { task } from "../task/task.js";
import { activeTracer, withTracer } from "../trace/active-tracer.js";
import { t } from "../makers/t.js";

const mark = (name: string, text: string) => here(import.meta.url, name, text);

const square = task({ name: "m.square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x); // square
const split = task({ name: "m.split", outputs: { a: t.int(), b: t.int() } }, () => ({ a: 1, b: 2 }));
const notify = task({ name: "m.notify" }, () => {});

describe("an entity", () => {
  it("is a frozen function with its own properties", () => {
    expect(isEntity(square)).toBe(true);
    expect(Object.isFrozen(square)).toBe(true);
    expect([square.kind, square.name, [...square.interface.inputs.keys()]]).toEqual([
      "task",
      "m.square",
      ["x"],
    ]);
    expect([isEntity(() => 1), isEntity({ ...square }), isEntity(null)]).toEqual([false, false, false]);
  });

  it("knows where it was declared", () => {
    expect(square.definedAt.location).toEqual(mark("square", "task({"));
  });

  it("is known to another copy of this package", async () => {
    const other = await copyOf<typeof import("../entity/entity.js")>(import.meta.url, "../entity/entity.ts");
    expect(other.isEntity(square)).toBe(true);
  });
});

describe("callEntity", () => {
  it("adds a node and gives a promise of the bare output", () => {
    traced({ n: t.int() }, ({ n }, { nodes }) => {
      const area = square({ x: n }); // call
      expect(targetOf(area as never)).toMatchObject({
        node: { index: 0, entity: "m.square" },
        var: "o0",
        path: [],
      });
      expect(nodes).toHaveLength(1);
      expect(nodes[0]).toMatchObject({ kind: "node", entity: square, after: [], settings: {} });
      expect(nodes[0]?.place.location).toEqual(mark("call", "square("));
      expect(Object.isFrozen(nodes[0])).toBe(true);
    });
  });

  it("gives a frozen object of promises for named outputs", () => {
    withTracer("w", () => {
      const result = split();
      expect(Object.keys(result)).toEqual(["a", "b"]);
      expect(Object.values(result).every(isPromise)).toBe(true);
      expect(Object.isFrozen(result)).toBe(true);
    });
  });

  it("gives a void promise where there are no outputs", () => {
    withTracer("w", () => expect(isVoidPromise(notify())).toBe(true));
  });

  it("keeps the order that the author asked for", () => {
    traced({ n: t.int() }, ({ n }, { nodes }) => {
      const [first, second, third] = [square({ x: n }), split(), notify()];
      notify({}, { after: [third, second, first, second.b, first] });
      expect(nodes[3]?.after).toEqual([nodes[2]?.key, nodes[1]?.key, nodes[0]?.key]);
    });
  });

  it("comes after all nodes of an object of results", () => {
    traced({ n: t.int() }, ({ n }, { nodes }) => {
      const results = { one: square({ x: n }), two: square({ x: 2 }), both: split().a };
      notify({}, { after: [results] });
      expect(nodes[3]?.after.map(({ index }) => index)).toEqual([0, 1, 2]);
    });
  });

  it.each([
    ["a workflow input", (n: unknown) => [n], "was given a workflow input"],
    ["a value", () => [5], "was given the number 5"],
    ["nothing", () => [undefined], "was given nothing"],
    ["a hole", () => Object.assign([], { length: 1 }), "was given nothing"],
    ["an empty object", () => [{}], "was given an object"],
    ["a mix of results and values", (n: unknown) => [{ n, m: 1 }], "was given an object"],
    ["an entity", () => [square], "was given the task m.square"],
    ["one result without a list", (n: unknown) => n, "was given a promise, which is not a list"],
  ])("cannot come after %s", (_what, after, text) => {
    traced({ n: t.int() }, ({ n }, { nodes }) => {
      expect(refusal(() => notify({}, { after: after(n) as never }))).toBe(
        `AFTER_NOT_A_RESULT: The option \`after\` of the call of m.notify takes a list of call results, but ${text}.`,
      );
      expect(nodes[0]?.after).toEqual([]);
    });
  });

  it("runs nothing, and refuses a call where no body runs", () => {
    const act = () => square({ x: 3 }); // outside
    expect(caught(act)).toMatchObject({
      code: "CALL_OUTSIDE_WORKFLOW",
      location: mark("outside", "square("),
    });
    expect(caught(act).text).toBe(
      "The task m.square was called outside a workflow body, so there is no workflow to add it to.",
    );
  });

  it("goes on where a call is wrong: its node is there, without what is wrong", () => {
    withTracer("w", ({ nodes, faults }) => {
      const area = square({ x: 1.5 });
      square({ x: area }, { retries: -1, timeout: "soon", id: "a" });
      square(5 as never, { after: [5 as never, area] });
      expect(faults.map(({ code, location }) => [code, location?.line])).toEqual([
        ["BINDING_TYPE_MISMATCH", expect.any(Number)],
        ["OPTION_INVALID", expect.any(Number)],
        ["OPTION_INVALID", expect.any(Number)],
        ["ARGUMENTS_NOT_AN_OBJECT", expect.any(Number)],
        ["AFTER_NOT_A_RESULT", expect.any(Number)],
      ]);
      expect(nodes.map(({ key, bindings, settings }) => [key.index, bindings.length, settings])).toEqual([
        [0, 0, {}],
        [1, 1, { id: "a" }],
        [2, 0, {}],
      ]);
    });
  });

  it("throws what is not ours at once, and adds no node", () => {
    withTracer("w", ({ nodes, faults }) => {
      const args = Object.defineProperty({}, "x", {
        enumerable: true,
        get: () => {
          throw new Error("from the author");
        },
      });
      expect(() => square(args as never)).toThrow("from the author");
      expect([nodes, faults]).toEqual([[], []]);
    });
  });

  it("shows the author's line for every refusal", () => {
    withTracer("w", () => {
      const input = () => square({ x: "1" as never }); // input
      expect(caught(input).location).toEqual(mark("input", "square("));
      const option = () => split({}, { retries: -1 }); // option
      expect(caught(option).location).toEqual(mark("option", "split("));
    });
  });

  it("takes no index for options: `rows.map(square)` would give one", () => {
    withTracer("w", () => {
      const act = () => [{ x: 1 }].map(square as never); // map
      expect(caught(act)).toMatchObject({
        code: "OPTIONS_NOT_AN_OBJECT",
        location: mark("map", "map(square"),
      });
    });
  });

  it("keeps calls of two bodies apart", () => {
    withTracer("outer", (outer) => {
      square({ x: 1 });
      withTracer("inner", (inner) => {
        square({ x: 2 });
        expect(inner.nodes).toHaveLength(1);
        expect(inner.nodes[0]?.key.trace).not.toBe(outer.start.trace);
      });
      square({ x: 3 });
      expect(outer.nodes.map(({ key }) => key.index)).toEqual([0, 1]);
    });
    expect(activeTracer()).toBeUndefined();
  });
});
