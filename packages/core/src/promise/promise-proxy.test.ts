import { inspect } from "node:util";
import { runInThisContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { traced } from "../../test/support/workflows.js";
import { describeTarget } from "../trace/promise-target.js";
import { t } from "../makers/t.js";
import { isPromise, isSpreadPromise, targetOf } from "./flyte-promise.js";

const point = t.struct("Point", { x: t.int(), y: t.float() });
const names = ["then", "constructor", "at", "eq", "toJSON", "toString", "hasOwnProperty"] as const;
const odd = t.struct("Odd", Object.fromEntries(names.map((name) => [name, t.int()])));

// Promises stay what they are when their body is over.
const { n, f, s, b, rows, byName, p, o } = traced(
  {
    n: t.int(),
    f: t.float(),
    s: t.string(),
    b: t.boolean(),
    rows: t.list(t.list(point)),
    byName: t.map(point),
    p: point,
    o: odd,
  },
  (inputs) => inputs,
);

// What JavaScript allows and TypeScript mostly does not.
const loose = (promise: unknown): any => promise;
const path = (promise: unknown): string => describeTarget(targetOf(loose(promise)));

describe("a promise", () => {
  it("is waited for in vain: await gives it back at once", async () => {
    expect(await loose(n)).toBe(n);
    expect(await Promise.all([loose(n), Promise.resolve(1)])).toEqual([n, 1]);
    expect(loose(n).then).toBeUndefined();
    // A field of this name is a promise of ours, and so no function that JavaScript would call.
    expect(await loose(o)).toBe(o);
  });

  it("has no constructor and no members but its own", () => {
    for (const name of [
      "constructor",
      "length",
      "map",
      "size",
      "$$typeof",
      "nodeType",
      "asymmetricMatch",
      "inspect",
    ]) {
      expect([name, loose(n)[name], loose(p)[name]]).toEqual([name, undefined, undefined]);
    }
    expect(loose(n)[Symbol.toStringTag]).toBeUndefined();
    expect(loose(n)[Symbol("any")]).toBeUndefined();
  });

  it("has the fields of a record", () => {
    expect(path(p.x)).toBe("inputs.p.x");
    expect(path(byName.at("a b").y)).toBe('inputs.byName["a b"].y');
    expect(loose(p).z).toBeUndefined();
  });

  it("has the elements of a list and the entries of a map", () => {
    expect(path(rows.at(1).at(0).x)).toBe("inputs.rows[1][0].x");
    expect(targetOf(loose(rows.at(1).at(0).x))).toMatchObject({ var: "rows", path: [1, 0, "x"] });
    expect(path(byName.at(""))).toBe('inputs.byName[""]');
    expect(loose(n).at).toBeUndefined();
  });

  it("is the same object for the same part", () => {
    expect(p.x).toBe(p.x);
    expect(rows.at(1).at(0)).toBe(rows.at(1).at(0));
    expect(rows.at(1) === loose(rows.at(2))).toBe(false);
    expect(p.x).not.toBe(p.y);
  });

  it("has a record's fields before anything else of these names", () => {
    const record = loose(o);
    expect(path(record.at)).toBe("inputs.o.at");
    expect(path(record.eq)).toBe("inputs.o.eq");
    expect(path(record.toJSON)).toBe("inputs.o.toJSON");
    expect(path(record.toString)).toBe("inputs.o.toString");
    expect(path(record.hasOwnProperty)).toBe("inputs.o.hasOwnProperty");
    expect(path(record.then)).toBe("inputs.o.then");
    expect(path(record.constructor)).toBe("inputs.o.constructor");
  });

  it.each([
    ["a negative index", () => rows.at(-1 as never), "takes an index from 0, but was given -1"],
    ["a fraction", () => rows.at(0.5 as never), "takes an index from 0, but was given 0.5"],
    ["NaN", () => rows.at(NaN), "was given NaN"],
    ["more than the IDL holds", () => rows.at(2 ** 31), "was given 2147483648"],
    ["a key", () => loose(rows).at("0"), 'was given "0"'],
    ["nothing", () => loose(rows).at(), "was given nothing"],
    ["a promise", () => loose(rows).at(n), "was given a promise"],
    [
      "an index of a map",
      () => loose(byName).at(0),
      "inputs.byName.at(...) takes a string key, but was given 0",
    ],
    ["a promise for a key", () => loose(byName).at(s), "takes a string key, but was given a promise"],
  ])("refuses %s", (_what, act, text) => {
    expect(refusal(act)).toContain(text);
    expect(refusal(act)).toMatch(/^PROMISE_INDEX_INVALID: inputs\./);
  });

  it("shows the author's line for a wrong index", () => {
    const act = () => rows.at(0).at(-1 as never); // index
    expect(caught(act).location).toEqual(here(import.meta.url, "index", "at(-1"));
  });

  it.each([
    ["adding", () => loose(n) + 1],
    ["a sign", () => -loose(n)],
    ["a template", () => `${loose(s)}`],
    ["String()", () => String(loose(s))],
    ["Number()", () => Number(loose(n))],
    // What `==` does, which the linter would rather not see.
    ["==", () => runInThisContext("(a) => a == 1")(n)],
    ["<", () => loose(n) < 1],
    ["a computed key", () => ({})[loose(s) as string]],
    ["joining a list of promises", () => [loose(s)].join(", ")],
    ["a Date", () => new Date(loose(n))],
  ])("cannot be used by %s", (_what, act) => {
    expect(refusal(act)).toMatch(
      /^PROMISE_USED_AS_VALUE: inputs\.[ns] was used in an expression, but it is a promise: it has no value until/,
    );
  });

  it.each([
    [
      "for-of",
      () => {
        for (const _ of loose(rows)) break;
      },
    ],
    ["spreading into a list", () => [...loose(rows)]],
    ["spreading into arguments", () => Math.max(...loose(rows))],
    [
      "destructuring",
      () => {
        const [first] = loose(rows);
        return first;
      },
    ],
    ["Array.from", () => Array.from(loose(rows))],
    ["a Set", () => new Set(loose(rows))],
  ])("cannot be iterated by %s", (_what, act) => {
    expect(refusal(act)).toMatch(
      /^PROMISE_USED_AS_VALUE: inputs\.rows was used as something to iterate over/,
    );
  });

  it("is not iterable where its value never is", () => {
    expect(() => [...loose(n)]).toThrow(/not iterable/);
    expect(() => [...loose(s)]).toThrow(/not iterable/);
  });

  it("cannot be waited for item by item", async () => {
    const act = async (): Promise<void> => {
      for await (const _ of loose(rows)) break;
    };
    await expect(act()).rejects.toMatchObject({ code: "PROMISE_USED_AS_VALUE" });
  });

  it.each([
    ["alone", () => JSON.stringify(loose(n))],
    ["in an object", () => JSON.stringify({ deep: [{ n }] })],
  ])("cannot become JSON %s", (_what, act) => {
    expect(refusal(act)).toMatch(/^PROMISE_USED_AS_VALUE: inputs\.n was used as JSON/);
  });

  it("shows the author's line for what it cannot be used for", () => {
    const act = () => `${loose(n)} rows`; // template
    expect(caught(act).location).toMatchObject({ line: here(import.meta.url, "template", "x").line });
  });

  it("cannot be cloned", () => {
    expect(() => structuredClone(n)).toThrow(/could not be cloned/);
  });

  it("cannot be changed", () => {
    expect(() => {
      loose(p).x = 1;
    }).toThrow(TypeError);
    expect(() => {
      loose(p)["~promise"] = 1;
    }).toThrow(TypeError);
  });

  const copies: readonly (readonly [string, () => unknown])[] = [
    ["spreading", () => ({ ...loose(p) })],
    ["Object.assign", () => Object.assign({}, loose(p))],
    ["Object.entries", () => Object.fromEntries(Object.entries(loose(p)))],
    [
      "for-in",
      () => {
        const copy: Record<string, unknown> = {};
        for (const key in loose(p)) copy[key] = loose(p)[key];
        return copy;
      },
    ],
  ];
  it.each(copies)("keeps the fields of a record in a copy: %s", (_what, act) => {
    const copy = act() as Record<string, unknown>;
    expect(Object.keys(copy)).toEqual(["x", "y"]);
    expect([copy["x"], copy["y"]].map(path)).toEqual(["inputs.p.x", "inputs.p.y"]);
  });

  it("keeps the rest of a record's fields", () => {
    const { x, ...rest } = loose(p);
    expect([path(x), Object.keys(rest), path(rest.y)]).toEqual(["inputs.p.x", ["y"], "inputs.p.y"]);
  });

  it("tells which fields a record has", () => {
    expect(["x", "z", "~other"].map((key) => key in loose(p))).toEqual([true, false, false]);
    expect(["x", "z"].map((key) => Object.hasOwn(loose(p), key))).toEqual([true, false]);
    expect(Object.values(loose(p)).map(path)).toEqual(["inputs.p.x", "inputs.p.y"]);
    expect(Object.isFrozen(Object.freeze(loose(byName.at("frozen"))))).toBe(true);
  });

  it.each([
    ["Object.keys of a map", ({ m }: any) => Object.keys(m), "by copying it or listing its keys"],
    ["Object.entries of a list", ({ l }: any) => Object.entries(l), "by copying it or listing its keys"],
    ["spreading an int", ({ i }: any) => ({ ...i }), "by copying it or listing its keys"],
    ["the rest of a map", ({ m }: any) => (({ ...rest }) => rest)(m), "by copying it or"],
    ["in of a map", ({ m }: any) => "a" in m, "with `in`"],
    ["in of an optional record", ({ q }: any) => "x" in q, "with `in`"],
  ])("does not tell keys that nobody knows in a body: %s", (_what, act, text) => {
    const types = { m: t.map(t.int()), l: t.list(t.int()), i: t.int(), q: t.optional(point) };
    const error = caught(() => traced(types, act)); // keys
    expect(error.text).toContain(`was used ${text}`);
    expect(error.text).not.toContain("~");
  });

  it("shows the author's line for a copy", () => {
    const act = () => traced({ m: t.map(t.int()) }, ({ m }) => Object.keys(m)); // copy
    expect(caught(act).location?.line).toBe(here(import.meta.url, "copy", "x").line);
  });

  it("has one own key unless it is of a record, and that tells two promises apart", () => {
    expect(Object.keys(loose(n))).toEqual(["~promise"]);
    expect(Object.getOwnPropertySymbols(loose(n))).toHaveLength(1);
    expect(p.x).not.toEqual(p.y);
    expect(p).not.toEqual(byName.at("p"));
    expect(n).not.toEqual(f);
    expect(n).toEqual(n);
    expect({ n }).not.toEqual({ n: f });
  });

  it("is printed as what it stands for", () => {
    expect(inspect(n)).toBe("FlytePromise(inputs.n)");
    expect(inspect({ deep: [rows.at(0)] })).toBe("{ deep: [ FlytePromise(inputs.rows[0]) ] }");
    expect(inspect(o)).toBe("FlytePromise(inputs.o)");
  });

  it("lets a printer that only probes have its text", () => {
    expect(loose(n).toJSON()).toBe("FlytePromise(inputs.n)");
    expect(() => expect(loose(n)).toEqual(1)).toThrow(/FlytePromise|~promise/);
  });

  it("is true, as JavaScript has it: nothing can see `if (p)`", () => {
    expect(loose(b) ? 1 : 2).toBe(1);
    expect(loose(n) == null).toBe(false);
    expect(loose(n) === loose(f)).toBe(false);
  });
});

describe("isPromise", () => {
  it("knows a promise and its parts", () => {
    expect([n, p.x, rows.at(0)].map(isPromise)).toEqual([true, true, true]);
  });
  it.each([null, undefined, 1, "~promise", {}, { "~promise": 1 }, () => 1, Promise.resolve()])(
    "knows nothing else: %#",
    (value) => {
      expect(isPromise(value)).toBe(false);
    },
  );
});

describe("isSpreadPromise", () => {
  it("knows what is left of a promise that was spread", () => {
    expect(isSpreadPromise({ ...loose(n) })).toBe(true);
    expect(isSpreadPromise({ ...loose(p) })).toBe(false);
    expect(isSpreadPromise(p)).toBe(false);
    expect(isSpreadPromise({ x: 1 })).toBe(false);
  });
});
