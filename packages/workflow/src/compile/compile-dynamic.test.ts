import { t, task } from "@flytekit-ts/core";
import { toLiterals } from "@flytekit-ts/core/literals";
import type { Literals, SerializationSettings } from "@flytekit-ts/core/tasks";
import { encode } from "@flytekit-ts/models";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { conditional } from "../conditional/conditional.js";
import { type Dynamic, dynamic } from "../dynamic/dynamic.js";
import type { DynamicEntity } from "../dynamic/dynamic-entity.js";
import { graphOf } from "../graph/graph.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { mapTask } from "../map/map-task.js";
import { referenceLaunchPlan, referenceTask } from "../reference/references.js";
import { compileDynamic, type DynamicResult } from "./compile-dynamic.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const output = t.int();
const inputs = { n: t.int() };
const inc = task({ name: "m.inc", inputs: { x: t.int().default(1) }, output }, ({ x }) => x + 1);
const double = task({ name: "m.double", inputs: { x: t.int() }, output }, ({ x }) => x * 2);
const quiet = task({ name: "m.quiet" }, () => {});

function untyped(value: unknown): never {
  return value as never;
}

function run(entity: DynamicEntity, values: Record<string, unknown> = {}): DynamicResult {
  return compileDynamic(entity, toLiterals(entity.interface.inputs, values), SETTINGS);
}

/** The job of a dynamic, through its own bytes: what is looked at is what a backend would read. */
function jobOf(
  entity: DynamicEntity,
  values?: Record<string, unknown>,
  settings: SerializationSettings = SETTINGS,
): idl.DynamicJobSpec {
  const literals = toLiterals(entity.interface.inputs, values ?? {});
  const result = compileDynamic(entity, literals, settings);
  if (result.kind !== "graph") throw new Error("no graph");
  return idl.DynamicJobSpec.decode(encode(idl.DynamicJobSpec, result.spec));
}

function outputsOf(result: DynamicResult): Literals {
  if (result.kind !== "outputs") throw new Error("no outputs");
  return result.outputs;
}

function names(parts: readonly { readonly id?: idl.Identifier | undefined }[]): string[] {
  return parts.map(({ id }) => id?.name ?? "");
}

describe("the job of a dynamic", () => {
  const grow = dynamic({ name: "m.grow", inputs, output: t.list(t.int()) }, ({ n }) =>
    Array.from({ length: n }, (_, x) => inc({ x })),
  );

  it("has a node for each call, on values", () => {
    const { nodes, minSuccesses, tasks, outputs, subworkflows } = jobOf(grow, { n: 3 });
    expect(nodes.map(({ id }) => id)).toEqual(["dn0", "dn1", "dn2"]);
    expect(minSuccesses).toBe(3n);
    expect(names(tasks)).toEqual(["m.inc"]);
    expect(subworkflows).toEqual([]);
    expect(outputs).toMatchObject([
      {
        var: "o0",
        binding: {
          value: {
            value: {
              bindings: [0, 1, 2].map((index) => ({ value: { value: { nodeId: `dn${index}`, var: "o0" } } })),
            },
          },
        },
      },
    ]);
  });

  it("is made anew for other inputs", () => {
    expect([3, 1, 2].map((n) => jobOf(grow, { n }).nodes.length)).toEqual([3, 1, 2]);
  });

  it("is made anew for the same inputs, too: its body may look elsewhere", () => {
    let calls = 0;
    const fickle = dynamic({ name: "m.fickle" }, () => {
      calls += 1;
      for (let call = 0; call < calls; call += 1) quiet();
    });
    expect([jobOf(fickle).nodes.length, jobOf(fickle).nodes.length]).toEqual([1, 2]);
  });

  it("has the ids that its author gives, and order, defaults and options as in a workflow", () => {
    const made = dynamic({ name: "m.made", output, interruptible: true }, () => {
      const first = inc({}, { id: "First", retries: 3 });
      return double({ x: first }, { after: [quiet()] });
    });
    const { nodes } = jobOf(made);
    expect(nodes.map(({ id, upstreamNodeIds }) => [id, upstreamNodeIds])).toEqual([
      ["first", []],
      ["dn1", []],
      ["dn2", ["first", "dn1"]],
    ]);
    expect(nodes[0]).toMatchObject({ metadata: { retries: { retries: 3 } }, inputs: [{ var: "x" }] });
  });

  it("lists tasks in the order in which they are first used, maps for what they map", () => {
    const made = dynamic({ name: "m.made" }, () => {
      double({ x: inc({}) });
      mapTask(inc, { over: ["x"] })({ x: [1, 2] });
      inc({});
    });
    const { tasks, nodes } = jobOf(made);
    expect(names(tasks).map((name) => name.split("_")[0])).toEqual(["m.inc", "m.double", "m.map"]);
    expect(tasks.at(-1)?.taskTypeVersion).toBe(1);
    expect(nodes.map(({ target }) => target?.$case)).toEqual([
      "taskNode",
      "taskNode",
      "arrayNode",
      "taskNode",
    ]);
  });

  it("has sub-workflows with what they use", () => {
    const inner = workflow({ name: "m.inner", inputs, output }, ({ n }) => inc({ x: double({ x: n }) }));
    const made = dynamic({ name: "m.made", inputs, output }, ({ n }) => inner({ n }));
    const { nodes, tasks, subworkflows } = jobOf(made, { n: 2 });
    expect(nodes[0]).toMatchObject({ id: "dn0", metadata: { name: "inner" } });
    expect(names(subworkflows)).toEqual(["m.inner"]);
    expect(subworkflows[0]?.nodes.map(({ id }) => id)).toEqual(["n0", "n1"]);
    expect(names(tasks)).toEqual(["m.double", "m.inc"]);
  });

  it("counts the arms of a conditional like its nodes", () => {
    const made = dynamic({ name: "m.made", inputs, output }, ({ n }) => {
      const first = inc({ x: n });
      return conditional("c")
        .if(first.gt(1), () => double({ x: first }))
        .elseIf(first.eq(1), () => double({ x: inc({ x: n }) }))
        .else(() => inc({ x: 0 }));
    });
    const { nodes, subworkflows } = jobOf(made, { n: 2 });
    const branch = nodes[1]?.target?.$case === "branchNode" ? nodes[1].target.value.ifElse : undefined;
    expect(nodes[1]).toMatchObject({ id: "dn1", inputs: [{ var: "dn0.o0" }] });
    expect([
      branch?.case?.thenNode?.id,
      branch?.other[0]?.thenNode?.id,
      branch?.default?.value,
    ]).toMatchObject(["dn0", "dn1", { id: "dn2" }]);
    expect(names(subworkflows)).toEqual(["m.made.c.elseIf1"]);
    expect(subworkflows[0]?.nodes.map(({ id }) => id)).toEqual(["n0", "n1"]);
  });

  it("only refers to launch plans, here and elsewhere", () => {
    const inner = workflow({ name: "m.inner", output }, () => inc({}));
    const elsewhere = referenceLaunchPlan({
      project: "o",
      domain: "d",
      version: "1",
      name: "o.plan",
      output,
    });
    const made = dynamic({ name: "m.made" }, () => {
      launchPlan(inner)();
      elsewhere();
    });
    const { nodes, subworkflows } = jobOf(made);
    expect(nodes).toMatchObject([
      { target: { value: { reference: { value: { project: "p", name: "m.inner" } } } } },
      { target: { value: { reference: { value: { project: "o", name: "o.plan" } } } } },
    ]);
    expect(subworkflows).toEqual([]);
  });

  it("may call the dynamic itself, which runs again in a node of its own", () => {
    const fall: Dynamic<typeof inputs, typeof output> = dynamic(
      { name: "m.fall", inputs, output },
      ({ n }): never => (n === 0 ? inc({}) : fall({ n: n - 1 })) as never,
    );
    expect(names(jobOf(fall, { n: 2 }).tasks)).toEqual(["m.fall"]);
    expect(names(jobOf(fall, { n: 0 }).tasks)).toEqual(["m.inc"]);
  });

  it("may call the workflow that called it", () => {
    const around = workflow(
      { name: "m.around", inputs, output },
      ({ n }): never =>
        conditional("c")
          .if(n.gt(0), () => again({ n }) as never)
          .else(() => inc({})) as never,
    );
    const again = dynamic(
      { name: "m.again", inputs, output },
      ({ n }): never => around({ n: n - 1 }) as never,
    );
    const { tasks, subworkflows } = jobOf(again, { n: 2 });
    expect(names(subworkflows)).toEqual(["m.around"]);
    expect(names(tasks).toSorted()).toEqual(["m.again", "m.inc"]);
  });

  it("is made with the settings of the run, or with none", () => {
    const where = { project: "", domain: "", version: "", image: "" };
    expect(jobOf(grow, { n: 1 }, where).tasks[0]?.id).toMatchObject({ project: "", name: "m.inc" });
    expect(jobOf(grow, { n: 1 }).tasks[0]).toMatchObject({
      id: { project: "p", version: "v" },
      target: { value: { image: "i:1" } },
    });
  });
});

describe("a dynamic that calls nothing", () => {
  it("gives literals", () => {
    const made = dynamic(
      {
        name: "m.made",
        inputs,
        outputs: {
          one: t.int(),
          list: t.list(t.map(t.string())),
          none: t.optional(t.int()),
          left: t.int().default(5),
        },
      },
      ({ n }): never => ({ one: n + 1, list: [{ a: "x" }], none: undefined }) as never,
    );
    const outputs = outputsOf(run(made, { n: 2 }));
    const { outputs: types } = made.interface;
    expect(outputs).toEqual(toLiterals(types, { one: 3, list: [{ a: "x" }], left: 5 }));
  });

  it("gives nothing where nothing is declared", () => {
    expect(outputsOf(run(dynamic({ name: "m.void" }, () => {}))).size).toBe(0);
  });

  it("cannot give promises, which nothing would fill", () => {
    let kept: unknown;
    graphOf(workflow({ name: "m.wf", output }, () => (kept = inc({})) as never));
    const made = dynamic({ name: "m.made", output }, () => untyped(kept));
    expect(refusal(() => run(made))).toMatchObject({
      code: "PROMISE_OUT_OF_PLACE",
      text: "The result uses o0, which does not belong to this run of the body of m.made.",
    });
  });
});

describe("what a dynamic gives", () => {
  it("may mix values and promises", () => {
    const made = dynamic({ name: "m.made", output: t.map(t.list(t.int())) }, () => ({
      a: [1, inc({})],
      b: [],
    }));
    expect(jobOf(made).outputs[0]?.binding?.value).toMatchObject({
      $case: "map",
      value: {
        bindings: new Map([
          [
            "a",
            expect.objectContaining({
              value: expect.objectContaining({ $case: "collection" }) as unknown,
            }),
          ],
          ["b", expect.anything()],
        ]),
      },
    });
  });

  it.each<[string, () => unknown, string]>([
    ["nothing", () => undefined, "OUTPUT_MISSING"],
    ["a value of another type", () => "x", "BINDING_TYPE_MISMATCH"],
    ["a JavaScript promise", async () => 3, "WORKFLOW_BODY_ASYNC"],
    ["the result of a call without outputs", () => quiet(), "VOID_USED_AS_VALUE"],
  ])("is refused at its line: %s", (_, body, code) => {
    const made = dynamic({ name: "m.made", output }, untyped(body)); // given
    expect(refusal(() => run(made))).toMatchObject({
      code,
      location: { line: lineOf(import.meta.url, "given") },
    });
  });

  it("is refused at the call that is wrong", () => {
    const made = dynamic({ name: "m.made", inputs }, ({ n }) => {
      double({ x: untyped(`${n}`) }); // wrong call
    });
    expect(refusal(() => run(made, { n: 1 }))).toMatchObject({
      code: "BINDING_TYPE_MISMATCH",
      location: { line: lineOf(import.meta.url, "wrong call") },
    });
  });

  it("is all that is wrong with the calls, told of the dynamic by its name", () => {
    const made = dynamic({ name: "m.made" }, () => {
      inc({ x: "1" as never });
      inc({ y: 1 } as never);
    });
    expect(refusal(() => run(made))).toMatchObject({
      code: "WORKFLOW_INVALID",
      text: expect.stringContaining("Workflow m.made does not compile") as unknown,
      params: { problems: [{ code: "BINDING_TYPE_MISMATCH" }, { code: "INPUT_UNKNOWN" }] },
    });
  });

  it("is what the body throws, as it is", () => {
    const made = dynamic({ name: "m.made" }, () => {
      throw new RangeError("no");
    });
    expect(refusal(() => run(made))).toBeInstanceOf(RangeError);
  });

  it("holds together like a workflow, or is told of", () => {
    const made = dynamic({ name: "m.made", inputs, output }, ({ n }) => {
      inc({ x: n }, { id: "same" });
      return inc({ x: n }, { id: "same" });
    });
    expect(refusal(() => run(made, { n: 1 }))).toMatchObject({
      code: "WORKFLOW_INVALID",
      params: { problems: [{ code: "NODE_ID_TWICE" }] },
    });
  });
});

describe("the inputs of a dynamic", () => {
  it("are values: those that are missing have their defaults", () => {
    const seen: unknown[] = [];
    const person = t.struct("Person", { age: t.int() });
    const made = dynamic(
      { name: "m.made", inputs: { n: t.int().default(7), p: person, left: t.optional(t.string()) } },
      (values) => void seen.push({ ...values }),
    );
    compileDynamic(made, toLiterals(new Map([...made.interface.inputs].slice(1)), { p: { age: 3 } }));
    expect(seen).toEqual([{ n: 7, p: { age: 3 }, left: undefined }]);
  });

  it("are of their types", () => {
    const made = dynamic({ name: "m.made", inputs }, () => {});
    const text = toLiterals(new Map([["n", made.interface.inputs.get("n") as never]]), { n: 3 });
    expect(compileDynamic(made, text).kind).toBe("outputs");
    expect(refusal(() => compileDynamic(made, new Map()))).toMatchObject({
      code: "VALUE_TYPE_MISMATCH",
      text: "n should be integer, but was nothing.",
    });
  });
});

describe("a task that is registered elsewhere", () => {
  const train = referenceTask({ project: "o", domain: "d", version: "1", name: "o.train", inputs, output });

  it("cannot be called in a dynamic", () => {
    const made = dynamic({ name: "m.made", output }, () => {
      quiet();
      return train({ n: 1 }); // reference
    });
    expect(refusal(() => run(made))).toMatchObject({
      code: "DYNAMIC_USES_REFERENCE_TASK",
      params: { dynamic: "m.made", task: "o.train" },
      location: { line: lineOf(import.meta.url, "reference") },
    });
  });

  it.each<[string, () => unknown]>([
    [
      "in an arm",
      () =>
        conditional("c")
          .if(inc({}).gt(1), () => train({ n: 1 }))
          .fail("no"),
    ],
    ["in a sub-workflow", () => workflow({ name: "m.sub", output }, () => train({ n: 1 }))()],
    [
      "by a failure handler",
      () => workflow({ name: "m.sub", inputs, onFailure: train }, () => void quiet())({ n: 1 }),
    ],
  ])("cannot be called in a dynamic %s either", (_, call) => {
    const made = dynamic({ name: "m.made" }, () => void call());
    expect(refusal(() => run(made))).toMatchObject({ code: "DYNAMIC_USES_REFERENCE_TASK" });
  });

  it("cannot be mapped in a dynamic, even if the backend takes such maps", () => {
    const made = dynamic({ name: "m.made" }, () => void mapTask(train)({ n: [1] }));
    const allow = ["MAP_TARGET_NEEDS_NEWER_BACKEND"];
    expect(refusal(() => compileDynamic(made, new Map(), SETTINGS, { allow }))).toMatchObject({
      code: "DYNAMIC_USES_REFERENCE_TASK",
    });
  });

  it("may be used by what a launch plan starts", () => {
    const inner = workflow({ name: "m.inner", output }, () => train({ n: 1 }));
    const made = dynamic({ name: "m.made" }, () => void launchPlan(inner)());
    expect(jobOf(made).nodes).toHaveLength(1);
  });
});
