import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { traced } from "../../test/support/workflows.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { task } from "../task/task.js";
import { t } from "../makers/t.js";
import { bindInputs } from "./bind-inputs.js";

const job = task(
  {
    name: "m.job",
    inputs: {
      b: t.int(),
      a: t.int().default(7),
      Z: t.optional(t.string()),
      tags: t.list(t.string()).default(["x"]),
      given: t.optional(t.int()).default(5),
    },
  },
  () => {},
);
const free = task({ name: "m.free" }, () => {});

const said = (args: unknown): unknown =>
  bindInputs(job, args).map(({ var: name, binding }) => {
    if (binding.kind !== "constant") return [name, binding.kind];
    const { value } = binding.scalar;
    return [name, value?.$case === "primitive" ? value.value.value?.value : value?.$case];
  });

describe("bindInputs", () => {
  it("binds every input, in flytekit's order, defaults and none included", () => {
    expect(said({ b: 1 })).toEqual([
      ["Z", "union"],
      ["a", 7n],
      ["b", 1n],
      ["given", "union"],
      ["tags", "list"],
    ]);
  });

  it("takes undefined for what is left out", () => {
    expect(said({ b: 1, a: undefined, Z: undefined })).toEqual(said({ b: 1 }));
  });

  it("keeps none where a default is overridden by it", () => {
    const none = bindInputs(job, { b: 1, given: null }).find(({ var: name }) => name === "given")?.binding;
    expect(
      JSON.stringify(none, (_key, value) => (typeof value === "bigint" ? Number(value) : value)),
    ).toContain("noneType");
  });

  it("takes no arguments where none are needed", () => {
    expect(bindInputs(free, undefined)).toEqual([]);
    expect(bindInputs(free, {})).toEqual([]);
  });

  it("takes the named outputs of one call as the arguments of another", () => {
    const made = task({ name: "m.made", outputs: { a: t.int(), b: t.int() } }, () => ({ a: 1, b: 1 }));
    traced({}, () => {
      expect(
        bindInputs(job, made())
          .filter(({ binding }) => binding.kind === "promise")
          .map(({ var: name }) => name),
      ).toEqual(["a", "b"]);
    });
  });

  it.each([
    [{}, "INPUT_MISSING: m.job needs the input b (integer), but the call does not give it"],
    [undefined, "INPUT_MISSING: m.job needs the input b"],
    [{ b: 1, c: 2 }, "INPUT_UNKNOWN: m.job has no input c; its inputs are Z, a, b, given, tags"],
    [{ b: 1, toString: 2 }, "INPUT_UNKNOWN: m.job has no input toString"],
    [JSON.parse('{ "b": 1, "__proto__": 2 }'), "INPUT_UNKNOWN: m.job has no input __proto__"],
    [null, "ARGUMENTS_NOT_AN_OBJECT: m.job takes its arguments as one object, but was given null"],
    [5, "but was given the number 5"],
    [[1, 2], "but was given an array"],
    ["x", "but was given a string"],
    [new Map([["b", 1]]), "but was given an object of class Map"],
    [{ b: "1" }, "BINDING_TYPE_MISMATCH: m.job.b takes integer, but was given a string"],
    [
      { b: 1, tags: ["a", 1] },
      "BINDING_TYPE_MISMATCH: m.job.tags[1] takes string, but was given the number 1",
    ],
  ])("refuses %o", (args, text) => {
    expect(refusal(() => bindInputs(job, args))).toContain(text);
  });

  it("takes a copy of a promised record for its fields", () => {
    traced({ p: t.struct("P", { b: t.int() }) }, ({ p }) => {
      expect(bindInputs(job, { ...p })).toEqual(bindInputs(job, { b: p.b }));
    });
  });

  it("refuses a promise for the arguments, whole or spread", () => {
    // Inside a body an int cannot be spread at all.
    const left = { ...(traced({ n: t.int() }, ({ n }) => n) as object) };
    traced({ p: t.struct("P", { b: t.int() }) }, ({ p }) => {
      expect(refusal(() => bindInputs(job, p))).toMatch(
        /^ARGUMENTS_NOT_AN_OBJECT: .* but was given a promise/,
      );
      expect(refusal(() => bindInputs(job, Object.assign({}, left)))).toMatch(
        /^PROMISE_USED_AS_VALUE: inputs\.n was used by spreading it/,
      );
    });
  });

  it("tells what is undefined from what is left out", () => {
    const undefinedInput = caught(() => bindInputs(job, { b: undefined }));
    expect(undefinedInput.text).toBe("m.job needs the input b (integer), but was given undefined.");
    expect(undefinedInput.hint).toContain("Check the spelling");
    const missing = caught(() => bindInputs(job, {}));
    expect(missing.text).toBe("m.job needs the input b (integer), but the call does not give it.");
    expect(missing.hint).toContain(".default(value)");
  });

  it("calls an entity by the words of its author, where its name was made up", () => {
    const made = { ...job, name: "m.map_job_0123", interface: job.interface, words: "mapTask(m.job)" };
    expect(refusal(() => bindInputs(made, { b: "1" }))).toContain("mapTask(m.job).b takes integer");
    expect(refusal(() => bindInputs(made, { c: 1 }))).toContain("mapTask(m.job) has no input c");
    expect(refusal(() => bindInputs(made, {}))).toContain("mapTask(m.job) needs the input b");
    expect(refusal(() => bindInputs(made, 3))).toContain("mapTask(m.job) takes its arguments");
  });

  it("says where there are no inputs", () => {
    expect(refusal(() => bindInputs(free, { x: 1 }))).toBe(
      "INPUT_UNKNOWN: m.free has no input x; it has no inputs.",
    );
  });

  it("does not take what every object inherits for an argument", () => {
    const odd = task({ name: "m.odd", inputs: { constructor: t.int() } }, () => {});
    expect(refusal(() => bindInputs(odd, {}))).toMatch(/^INPUT_MISSING: m\.odd needs the input constructor/);
  });
});

describe("bindInputs, told where to report", () => {
  const faultsOf = (args: unknown): { faults: string[]; bound: string[] } => {
    const faults: string[] = [];
    const bound = bindInputs(job, args, (error) => faults.push(isFlytekitError(error) ? error.text : ""));
    return { faults, bound: bound.map(({ var: name }) => name) };
  };

  it("looks at every input, and binds those that are right", () => {
    expect(faultsOf({ b: "1", a: 2, Z: 3 })).toEqual({
      faults: [expect.stringContaining("m.job.Z"), expect.stringContaining("m.job.b")],
      bound: ["a", "given", "tags"],
    });
  });

  it("takes a missing input beside an unknown one for one fault", () => {
    expect(faultsOf({ B: 1, A: 1 })).toEqual({
      faults: [expect.stringContaining("no input B"), expect.stringContaining("no input A")],
      bound: [],
    });
    expect(faultsOf({ B: 1, b: "1" }).faults).toHaveLength(2);
  });

  it("stops where there are no inputs to look at", () => {
    expect(faultsOf(3)).toMatchObject({ faults: [expect.stringContaining("one object")], bound: [] });
  });
});
