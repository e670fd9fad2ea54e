import { t, task, type TypeLike } from "@flytekit-ts/core";
import { activeTracer, createInterface, placeOfModule } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { conditional } from "../conditional/conditional.js";
import { traceBody } from "./trace-body.js";
import type { Trace } from "./workflow-entity.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const touch = task({ name: "touch" }, () => {});
const pair = task({ name: "pair", outputs: { a: t.int(), b: t.int() } }, () => ({ a: 1, b: 2 }));
const definedAt = placeOfModule("file:///author.ts");

interface Declared {
  readonly inputs?: { readonly [name: string]: TypeLike };
  readonly output?: TypeLike;
  readonly outputs?: { readonly [name: string]: TypeLike };
}

// Bodies are untyped here: most of them are what the type checker refuses.
function trace(declared: Declared, body: (inputs: Record<string, any>) => unknown): Trace {
  const shape = createInterface({ name: "wf", ...declared }, "workflow");
  return traceBody({ name: "wf", interface: shape, definedAt, body: body as (inputs: never) => unknown });
}

function refusal(declared: Declared, body: (inputs: Record<string, any>) => unknown): unknown {
  const { faults } = trace(declared, body);
  expect(faults).toHaveLength(1);
  return faults[0];
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function raise(value: any): never {
  throw value;
}

function unreadable(): object {
  const get = (): never => raise(new Error("not to be read"));
  return new Proxy({}, { get });
}

const location = { file: "/author.ts" };
const constant = (value: bigint) => ({
  kind: "constant",
  scalar: { value: { value: { value: { value } } } },
});

describe("traceBody", () => {
  it("collects the nodes in the order of their calls", () => {
    const { nodes, start } = trace({ inputs: { x: t.int() } }, ({ x }) => {
      const first = inc({ x });
      touch();
      inc({ x: first });
    });
    expect(nodes.map(({ entity, key }) => [entity.name, key.index])).toEqual([
      ["inc", 0],
      ["touch", 1],
      ["inc", 2],
    ]);
    expect(nodes.every(({ key }) => key.trace === start.trace)).toBe(true);
  });

  it("is a new run each time, with other node keys", () => {
    const [first, second] = [trace({}, () => touch()), trace({}, () => touch())];
    expect(first.start.trace).not.toBe(second.start.trace);
  });

  it("gives promises of the inputs in an object that nobody can change", () => {
    trace({ inputs: { x: t.int() } }, (inputs) => {
      expect(Object.isFrozen(inputs)).toBe(true);
      expect(Object.keys(inputs)).toEqual(["x"]);
      touch();
    });
  });

  it("leaves no tracer behind, also when the body throws", () => {
    const thrown = new RangeError("of the author");
    const fail = () => {
      touch();
      throw thrown;
    };
    expect(thrownBy(() => trace({}, fail))).toBe(thrown);
    expect(activeTracer()).toBeUndefined();
  });

  it("throws the error of a body unchanged", () => {
    const thrown = new DOMException("of the author", "DataCloneError");
    expect(thrownBy(() => trace({}, () => raise(thrown)))).toBe(thrown);
  });

  it.each<[string, unknown]>([
    ["5", 5],
    ['"a text"', "a text"],
    ["an empty string", ""],
    ["undefined", undefined],
    ["null", null],
    ["an object", { a: 1 }],
    ["of the author", { message: "of the author" }],
    ["without a stack", Object.assign(new Error("without a stack"), { stack: undefined })],
    ["a value that cannot be read", unreadable()],
  ])("makes a fault of its own of what is no error: %s", (words, value) => {
    const { faults } = trace({}, () => raise(value));
    expect(faults).toMatchObject([
      { code: "WORKFLOW_BODY_THREW", params: { thrown: words }, location: { file: location.file } },
    ]);
    expect(Object.is(faults[0]?.cause, value)).toBe(true);
  });

  it("reports what is no error behind the faults before it", () => {
    const { faults } = trace({}, () => {
      inc({} as never);
      return raise(undefined);
    });
    expect(faults.map(({ code }) => code)).toEqual(["INPUT_MISSING", "WORKFLOW_BODY_THREW"]);
  });

  it("collects the faults of calls and outputs, and goes on", () => {
    const { nodes, faults, outputs } = trace({ outputs: { a: t.int(), b: t.int() } }, () => {
      const first = inc({ x: "1" as never });
      inc({ x: first, y: 1 } as never);
      return { a: first, b: "2" };
    });
    expect(faults.map(({ code, location: at }) => [code, at?.file === location.file])).toEqual([
      ["BINDING_TYPE_MISMATCH", false],
      ["INPUT_UNKNOWN", false],
      ["BINDING_TYPE_MISMATCH", true],
    ]);
    expect([nodes.length, outputs.map((each) => each.var)]).toEqual([2, ["a"]]);
  });

  it("ends where a promise is used as a value, and reports the faults before", () => {
    const { nodes, faults, unusedConditions, openConditionals } = trace(
      { inputs: { x: t.int() } },
      ({ x }) => {
        inc({} as never);
        conditional("c").if(x.gt(1), () => inc({ x }));
        x.gt(2);
        return inc({ x: x + 1 });
      },
    );
    expect(faults.map(({ code }) => code)).toEqual(["INPUT_MISSING", "PROMISE_USED_AS_VALUE"]);
    expect([nodes.length, unusedConditions, openConditionals]).toEqual([1, [], []]);
  });

  it("reports the faults before the author's own code threw", () => {
    const cause = new RangeError("of the author");
    const thrown = thrownBy(() =>
      trace({}, () => {
        inc({ x: 1.5 });
        throw cause;
      }),
    );
    expect(thrown).toMatchObject({
      code: "WORKFLOW_INVALID",
      cause,
      params: { workflow: "wf", problems: [{ code: "BINDING_TYPE_MISMATCH", workflow: "wf" }] },
    });
  });

  it("takes outputs under unknown names for the ones that are missing, and all that are missing for one", () => {
    const declared = { outputs: { a: t.int(), b: t.int() } };
    const codes = (body: () => unknown) =>
      trace(declared, body).faults.map(({ code, params }) => [code, params]);
    expect(codes(() => ({ A: 1, B: 2 }))).toMatchObject([
      ["OUTPUT_UNKNOWN", { output: "A" }],
      ["OUTPUT_UNKNOWN", { output: "B" }],
    ]);
    expect(codes(() => [1, 2])).toMatchObject([["OUTPUT_UNKNOWN", { output: "0" }]]);
    expect(codes(() => {})).toMatchObject([["OUTPUT_MISSING", { output: "a" }]]);
    expect(codes(() => ({}))).toHaveLength(2);
  });
});

describe("an async body", () => {
  // Spelled so, because a linter is right to mistrust objects with this key.
  const THEN = ["t", "hen"].join("");

  it("is refused at the workflow, and what it rejects with is not reported as unhandled", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", listen);
    try {
      const error = refusal({ output: t.int() }, async () => {
        await Promise.resolve();
        return inc({ x: 1 });
      });
      expect(error).toMatchObject({ code: "WORKFLOW_BODY_ASYNC", params: { workflow: "wf" }, location });
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(unhandled).toEqual([]);
    } finally {
      process.off("unhandledRejection", listen);
    }
  });

  it("is refused where there are no outputs", () => {
    expect(refusal({}, async () => void touch())).toMatchObject({ code: "WORKFLOW_BODY_ASYNC" });
  });

  it("is refused whatever kind of thenable it gives", () => {
    expect(refusal({ output: t.int() }, () => ({ [THEN]: () => {} }))).toMatchObject({
      code: "WORKFLOW_BODY_ASYNC",
    });
  });

  it("is not what an output of the name `then` makes of a body", () => {
    const { outputs } = trace({ outputs: { [THEN]: t.int() } }, () => ({ [THEN]: inc({ x: 1 }) }));
    expect(outputs.map((output) => output.var)).toEqual(["then"]);
  });
});

describe("the outputs of a body", () => {
  it("may be promises, inputs and constants, in the order of the interface", () => {
    const { outputs } = trace(
      { inputs: { x: t.int() }, outputs: { z: t.int(), a: t.int(), list: t.list(t.int()) } },
      ({ x }) => ({ list: [1, x], a: 5, z: inc({ x }) }),
    );
    expect(outputs).toMatchObject([
      { var: "z", binding: { kind: "promise", target: { var: "o0" } } },
      { var: "a", binding: constant(5n) },
      {
        var: "list",
        binding: { kind: "list", items: [constant(1n), { kind: "promise", target: { var: "x" } }] },
      },
    ]);
  });

  it("is one bare value where one is declared", () => {
    expect(trace({ output: t.int() }, () => inc({ x: 1 })).outputs).toMatchObject([{ var: "o0" }]);
    expect(trace({ output: t.int() }, () => 3).outputs).toMatchObject([{ var: "o0", binding: constant(3n) }]);
  });

  it("may be the results of a call with the same names, as a whole", () => {
    const { outputs } = trace({ outputs: { b: t.int(), a: t.int() } }, () => pair());
    expect(outputs.map((output) => output.var)).toEqual(["b", "a"]);
  });

  it("are none where none are declared, whatever the body returns", () => {
    expect(trace({}, () => touch()).outputs).toEqual([]);
    expect(trace({}, () => inc({ x: 1 })).outputs).toEqual([]);
    expect(trace({}, () => 7).outputs).toEqual([]);
  });

  it.each<[string, Declared, () => unknown, string]>([
    ["nothing", { output: t.int() }, () => void inc({ x: 1 }), "o0"],
    ["nothing for named ones", { outputs: { a: t.int() } }, () => {}, "a"],
    ["a part", { outputs: { a: t.int(), b: t.int() } }, () => ({ a: 1 }), "b"],
    ["undefined", { outputs: { a: t.int() } }, () => ({ a: undefined }), "a"],
    ["a bare promise for named ones", { outputs: { a: t.int() } }, () => inc({ x: 1 }), "a"],
    ["a void promise for named ones", { outputs: { a: t.int() } }, () => touch(), "a"],
    [
      "an object without the one that Object has too",
      { outputs: { toString: t.string() } },
      () => ({}),
      "toString",
    ],
  ])("must not miss one: %s is refused", (_, declared, body, output) => {
    expect(refusal(declared, body)).toMatchObject({ code: "OUTPUT_MISSING", params: { output }, location });
  });

  it.each<[string, Declared, () => unknown, string]>([
    ["a bare output", { output: t.int() }, () => {}, "wf has no value for its output (integer)."],
    [
      "a bare promise for named ones",
      { outputs: { a: t.int() } },
      () => inc({ x: 1 }),
      "wf has no value for its output a (integer), because its body returned a promise.",
    ],
    ["a part", { outputs: { a: t.int() } }, () => ({}), "wf has no value for its output a (integer)."],
  ])("say what was returned instead: %s", (_, declared, body, text) => {
    expect(refusal(declared, body)).toMatchObject({ text });
  });

  it("say the type that is missing", () => {
    expect(refusal({ output: t.list(t.int()) }, () => {})).toMatchObject({
      params: { type: "list of integer" },
    });
  });

  it.each<[string, () => unknown, string]>([
    ["a name too many", () => ({ a: 1, extra: 2 }), "extra"],
    ["an array", () => [1], "0"],
    ["the results of another call", () => pair(), "b"],
  ])("must be known: %s is refused", (_, body, output) => {
    expect(refusal({ outputs: { a: t.int() } }, body)).toMatchObject({
      code: "OUTPUT_UNKNOWN",
      params: { output, known: ["a"] },
      location,
    });
  });

  it.each<[string, Declared, () => unknown, string, string]>([
    [
      "a value of another type",
      { output: t.int() },
      () => "one",
      "BINDING_TYPE_MISMATCH",
      "The output of wf",
    ],
    ["null", { output: t.int() }, () => null, "BINDING_TYPE_MISMATCH", "The output of wf"],
    [
      "an int for a float",
      { output: t.float() },
      () => inc({ x: 1 }),
      "BINDING_TYPE_MISMATCH",
      "The output of wf",
    ],
    [
      "results of several outputs",
      { output: t.int() },
      () => pair(),
      "BINDING_TYPE_MISMATCH",
      "The output of wf",
    ],
    [
      "a wrong element",
      { outputs: { a: t.list(t.int()) } },
      () => ({ a: [1, "b"] }),
      "BINDING_TYPE_MISMATCH",
      "wf.a[1]",
    ],
  ])("must fit: %s is refused", (_, declared, body, code, at) => {
    expect(refusal(declared, body)).toMatchObject({ code, params: { at }, location });
  });

  it("cannot be the result of a call without outputs", () => {
    expect(refusal({ output: t.int() }, () => touch())).toMatchObject({
      code: "VOID_USED_AS_VALUE",
      params: { entity: "touch" },
      location,
    });
  });

  it("fall back to their defaults, and to none", () => {
    const declared = {
      outputs: { a: t.int().default(4), b: t.optional(t.int()), c: t.optional(t.int()).default(1) },
    };
    const none = {
      kind: "constant",
      scalar: { value: { $case: "union", value: { type: { structure: { tag: "none" } } } } },
    };
    const some = {
      kind: "constant",
      scalar: { value: { $case: "union", value: { type: { structure: { tag: "int" } } } } },
    };
    const bindings = (returned: object) =>
      trace(declared, () => returned).outputs.map(({ binding }) => binding);
    expect(bindings({})).toMatchObject([constant(4n), none, some]);
    expect(bindings({ a: 2, b: null, c: null })).toMatchObject([constant(2n), none, none]);
  });
});

describe("conditions", () => {
  it("are kept if nothing used them", () => {
    const { unusedConditions } = trace({ inputs: { x: t.int() } }, ({ x }) => {
      inc({ x });
      x.gt(1).and(x.lt(3));
    });
    expect(unusedConditions).toHaveLength(1);
    expect(unusedConditions[0]?.expression.operator).toBe("and");
  });
});
