import { t } from "@flytekit-ts/core";
import { createInterface, type Entity } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { refusal } from "../../test/support/refusal.js";
import { type GivenInputs, planInputs } from "./plan-inputs.js";

const inputs = {
  a: t.int(),
  b: t.string().default("bee"),
  c: t.optional(t.int()),
  xs: t.list(t.int()).describe("the rows"),
  p: t.struct("Point", { x: t.int() }).default({ x: 1 }),
};
const entity = {
  interface: createInterface({ name: "m.job", inputs, output: t.int() }, "workflow"),
} as Entity;
const empty = { interface: createInterface({ name: "m.none" }, "workflow") } as Entity;
const made = (given: unknown, of = entity) => planInputs(of, given as GivenInputs, "launch plan p");

describe("planInputs", () => {
  it("is the workflow's interface where nothing is set", () => {
    const { interface: declared, fixedInputs } = made({});
    expect([...declared.inputs]).toEqual([...entity.interface.inputs]);
    expect(declared.outputs).toBe(entity.interface.outputs);
    expect(declared.outputStyle).toBe("bare");
    expect(fixedInputs.size).toBe(0);
  });

  it("has no input that is fixed, and a literal for it", () => {
    const { interface: declared, fixedInputs } = made({ fixedInputs: { a: 7, c: null } });
    expect(declared.inputNames).toEqual(["b", "p", "xs"]);
    expect(fixedInputs.get("a")?.value).toMatchObject({
      value: { value: { value: { value: { value: 7n } } } },
    });
    expect(fixedInputs.get("c")?.value).toMatchObject({ value: { value: { $case: "union" } } });
  });

  it("has its own defaults, which later changes do not reach", () => {
    const xs = [1, 2];
    const { interface: declared } = made({ defaultInputs: { a: 1, b: "cee", xs } });
    xs.push(3);
    const defaults = [...declared.inputs].map(([name, type]) => [name, type.default?.value]);
    expect(Object.fromEntries(defaults)).toEqual({ a: 1, b: "cee", c: undefined, xs: [1, 2], p: { x: 1 } });
    expect(declared.inputs.get("xs")?.description).toBe("the rows");
    expect(entity.interface.inputs.get("b")?.default?.value).toBe("bee");
  });

  it("gives each who asks a default a new value", () => {
    const type = made({ defaultInputs: { xs: [1] } }).interface.inputs.get("xs");
    expect(type?.default?.value).toEqual([1]);
    expect(type?.default?.value).not.toBe(type?.default?.value);
  });

  it("may set an optional to none, also one that has a default", () => {
    const { interface: declared } = made({ defaultInputs: { c: null } });
    expect(declared.inputs.get("c")?.default).toBeDefined();
    expect(declared.inputs.get("c")?.default?.value).toBeUndefined();
  });

  it("takes undefined as not said", () => {
    expect(made({ defaultInputs: undefined, fixedInputs: { a: undefined } }).interface.inputNames).toContain(
      "a",
    );
  });

  it.each<[unknown, string]>([
    [{ defaultInputs: null }, "takes its defaultInputs as one object, by name, but was given null"],
    [{ fixedInputs: [1] }, "takes its fixedInputs as one object, by name, but was given an array"],
    [{ fixedInputs: "a=1" }, "takes its fixedInputs as one object, by name, but was given a string"],
    [
      { defaultInputs: { z: 1 } },
      "sets z in its defaultInputs, but its workflow has the inputs a, b, c, p, xs",
    ],
    [{ fixedInputs: { toString: 1 } }, "sets toString in its fixedInputs, but its workflow has"],
    [
      { fixedInputs: { a: "7" } },
      "has a wrong value among its fixedInputs: a should be integer, but was a string",
    ],
    [
      { defaultInputs: { xs: [1, "2"] } },
      "has a wrong value among its defaultInputs: xs[1] should be integer, but was a string",
    ],
    [
      { defaultInputs: { p: { x: 1.5 } } },
      "has a wrong value among its defaultInputs: p.x should be integer, but was the number 1.5",
    ],
    [
      { fixedInputs: { a: null } },
      "has a wrong value among its fixedInputs: a should be integer, but was null",
    ],
    [
      { defaultInputs: { a: 1, b: "x" }, fixedInputs: { b: "y" } },
      "has b in both its defaultInputs and its fixedInputs",
    ],
  ])("refuses %o", (given, problem) => {
    expect(refusal(() => made(given))).toMatchObject({
      code: "LAUNCH_PLAN_INPUT_INVALID",
      text: expect.stringContaining(`The launch plan p ${problem}`) as unknown,
    });
  });

  it("says so where there is nothing to set", () => {
    expect(refusal(() => made({ fixedInputs: { a: 1 } }, empty))).toMatchObject({
      text: "The launch plan p sets a in its fixedInputs, but its workflow has no inputs.",
    });
  });

  it("keeps why a value was refused", () => {
    expect(refusal(() => made({ fixedInputs: { a: "7" } }))).toMatchObject({
      cause: { code: "VALUE_TYPE_MISMATCH" },
    });
  });
});
