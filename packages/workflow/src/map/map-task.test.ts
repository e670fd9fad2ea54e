import { type CallOptions, containerTask, t, task, type TaskDeclaration } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { templateTask } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { dynamic } from "../dynamic/dynamic.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { referenceLaunchPlan, referenceTask, referenceWorkflow } from "../reference/references.js";
import { serialize } from "../serialize/serialize.js";
import { lowerMap } from "./lower-map.js";
import type { MapEntity, TaskMapEntity } from "./map-entity.js";
import { mapTask } from "./map-task.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const ALLOW = { allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"] };
const output = t.int();
const inc = task({ name: "m.inc", inputs: { x: t.int() }, output }, ({ x }) => x + 1);
const scale = task(
  {
    name: "m.scale",
    inputs: { x: t.int(), by: t.int(), label: t.string().default("l"), note: t.optional(t.string()) },
    output,
    retries: 3,
    timeout: "10 s",
    interruptible: true,
  },
  ({ x, by }) => x * by,
);
const quiet = task({ name: "m.quiet", inputs: { x: t.int() } }, () => {});
const split = task({ name: "m.split", outputs: { q: t.int(), r: t.int() } }, () => ({ q: 1, r: 1 }));
const child = workflow(
  { name: "m.child", inputs: { x: t.int(), y: t.int().default(2) }, output },
  ({ x, y }) => inc({ x }, { after: [inc({ x: y })] }),
);

function untyped(value: unknown): never {
  return value as never;
}

function wordsOf(map: Entity): object {
  const words = (types: Entity["interface"]["inputs"]) =>
    Object.fromEntries([...types].map(([name, { transformer }]) => [name, transformer.words]));
  return { inputs: words(map.interface.inputs), outputs: words(map.interface.outputs) };
}

function arrayOf(node: idl.Node | undefined): idl.ArrayNode {
  if (node?.target?.$case === "arrayNode") return node.target.value;
  throw new Error("not a map");
}

/** The nodes of calls of maps, each with these arguments. */
function nodesOf(args: object, ...calls: [map: unknown, options?: CallOptions][]): readonly idl.Node[] {
  const wf = workflow({ name: "m.wf" }, () => {
    for (const [map, options] of calls) (map as (...given: unknown[]) => void)(args, options);
  });
  return compile(wf, SETTINGS, ALLOW).template.nodes;
}

describe("the interface of a map", () => {
  it("has lists where the target has required inputs, and for its output", () => {
    expect(wordsOf(mapTask(inc))).toEqual({
      inputs: { x: "list of integer" },
      outputs: { o0: "list of integer" },
    });
    expect(wordsOf(mapTask(scale))).toMatchObject({
      inputs: { x: "list of integer", by: "list of integer", label: "string", note: "optional string" },
    });
  });

  it("keeps the other inputs with their defaults, and drops those of lists", () => {
    const map: MapEntity = mapTask(scale, { over: ["label", "x"] });
    expect(wordsOf(map)).toMatchObject({
      inputs: { x: "list of integer", by: "integer", label: "list of string", note: "optional string" },
    });
    expect(map.bound).toEqual(["by", "note"]);
    expect(map.interface.inputs.get("label")?.default).toBeUndefined();
    expect(mapTask(scale).interface.inputs.get("label")?.default?.value).toBe("l");
  });

  it("has optional items where some may fail", () => {
    const items = (options: object): unknown => wordsOf(mapTask(inc, options));
    const partial = { outputs: { o0: "list of optional integer" } };
    const whole = { outputs: { o0: "list of integer" } };
    expect(items({ minSuccessRatio: 0.5 })).toMatchObject(partial);
    expect(items({ minSuccesses: 1 })).toMatchObject(partial);
    expect(items({ minSuccessRatio: 0 })).toMatchObject(partial);
    expect(items({ minSuccessRatio: 1 })).toMatchObject(whole);
    expect(items({ minSuccesses: undefined, minSuccessRatio: undefined })).toMatchObject(whole);
  });

  it("has no output where the target has none, and keeps the name of one", () => {
    expect(wordsOf(mapTask(quiet, { minSuccessRatio: 0.5 }))).toMatchObject({ outputs: {} });
    const named = task({ name: "m.named", inputs: { x: t.int() }, outputs: { q: t.int() } }, () => ({
      q: 1,
    }));
    const map = mapTask(named as unknown as typeof inc);
    expect(wordsOf(map)).toMatchObject({ outputs: { q: "list of integer" } });
    const wf = workflow({ name: "m.wf", output: t.list(t.int()) }, () => map({ x: [1] }));
    expect(compile(wf).template.outputs[0]?.binding?.value).toMatchObject({ value: { var: "q" } });
  });

  it("has no list where nothing is gone over", () => {
    const map: MapEntity = mapTask(inc, { over: [] });
    expect(wordsOf(map)).toEqual({ inputs: { x: "integer" }, outputs: { o0: "list of integer" } });
    expect(map.bound).toEqual(["x"]);
  });

  it("leaves out what a launch plan fixes", () => {
    const plan = launchPlan(child, { name: "m.fixed", fixedInputs: { y: 7 } });
    expect(wordsOf(mapTask(plan))).toMatchObject({ inputs: { x: "list of integer" } });
  });
});

describe("a map over a task", () => {
  it("is one node with the task's node inside", () => {
    const [node] = nodesOf({ x: [1, 2] }, [mapTask(inc)]);
    const name = "m.map_inc_6b3bd0353da5de6e84d7982921ead2b3-arraynode";
    expect(node).toMatchObject({ id: "n0", metadata: { name, retries: { retries: 0 }, timeout: undefined } });
    expect(arrayOf(node)).toEqual({
      node: {
        id: name,
        metadata: expect.objectContaining({ name }) as unknown,
        inputs: node?.inputs,
        upstreamNodeIds: [],
        outputAliases: [],
        target: {
          $case: "taskNode",
          value: {
            reference: {
              $case: "referenceId",
              value: { resourceType: 1, project: "p", domain: "d", name, version: "v", org: "" },
            },
            overrides: expect.anything() as unknown,
          },
        },
      },
      parallelismOption: undefined,
      successCriteria: { $case: "minSuccessRatio", value: 1 },
      isOriginalSubNodeInterface: false,
      executionMode: 0,
      dataMode: 0,
      boundInputs: [],
      runAllSubNodes: false,
    });
  });

  it("repeats for each item what the task says", () => {
    const [node] = nodesOf({ x: [1], by: 2 }, [mapTask(scale, { over: ["x"], concurrency: 0 })]);
    expect(node?.metadata).toMatchObject({ retries: { retries: 0 }, interruptibleValue: undefined });
    const { node: item, parallelismOption, boundInputs } = arrayOf(node);
    expect(item?.metadata).toMatchObject({
      retries: { retries: 3 },
      timeout: { seconds: 10n },
      interruptibleValue: { value: true },
    });
    expect(parallelismOption).toEqual({ $case: "parallelism", value: 0 });
    expect(boundInputs).toEqual(["by", "label", "note"]);
  });

  it("goes by the number of successes before their share", () => {
    const criteria = (options: object) =>
      arrayOf(nodesOf({ x: [1, 2] }, [mapTask(inc, options)])[0]).successCriteria;
    expect(criteria({ minSuccessRatio: 0.25 })).toEqual({ $case: "minSuccessRatio", value: 0.25 });
    expect(criteria({ minSuccesses: 2 })).toEqual({ $case: "minSuccesses", value: 2 });
    expect(criteria({ minSuccesses: 2, minSuccessRatio: 0.5 })).toEqual({ $case: "minSuccesses", value: 2 });
  });

  it("lets what a call says land on the items, and its id and order on the whole", () => {
    const map = mapTask(inc);
    const [before, node, other] = nodesOf(
      { x: [1] },
      [map],
      [
        map,
        {
          id: "Mapped",
          displayName: "shown",
          retries: 5,
          timeout: "1 min",
          interruptible: false,
          cache: { version: "1" },
          resources: { cpu: "2" },
          image: "other:1",
        },
      ],
      [map],
    );
    expect(node).toMatchObject({ id: "mapped", metadata: { name: map.name, retries: { retries: 0 } } });
    expect(arrayOf(node).node).toMatchObject({
      id: map.name,
      metadata: {
        name: "shown",
        retries: { retries: 5 },
        timeout: { seconds: 60n },
        interruptibleValue: { value: false },
        cacheVersionValue: { value: "1" },
      },
      target: {
        value: { overrides: { resources: { requests: [{ value: "2" }] }, containerImage: "other:1" } },
      },
    });
    // Nothing of it reaches other calls of the same map.
    expect({ ...other, id: "" }).toEqual({ ...before, id: "" });
  });

  it("gives a pod of a call the arguments of a map", () => {
    const [node] = nodesOf({ x: [1] }, [mapTask(inc), { podTemplate: { podSpec: {} } }]);
    const overrides =
      arrayOf(node).node?.target?.$case === "taskNode" ? arrayOf(node).node?.target?.value : undefined;
    expect(overrides).toMatchObject({
      overrides: {
        podTemplate: {
          podSpec: { containers: [{ args: expect.arrayContaining(["tsflyte-map-execute"]) as unknown }] },
        },
      },
    });
  });

  it("comes after what it was told to, and after where its lists come from", () => {
    const wf = workflow({ name: "m.wf" }, () => {
      const first = mapTask(inc)({ x: [1] });
      const noted = quiet({ x: 1 });
      mapTask(inc)({ x: [first.at(0), 3] }, { after: [noted] });
    });
    const [, , node] = compile(wf).template.nodes;
    expect(node?.upstreamNodeIds).toEqual(["n0", "n1"]);
    expect(arrayOf(node).node?.inputs).toEqual(node?.inputs);
  });

  it("has values of its own in each call", () => {
    const map = mapTask(scale, { over: ["x"] });
    const wf = workflow({ name: "m.wf" }, () => {
      map({ x: [1], by: 1 });
      map({ x: [2], by: 2 });
    });
    const [one, two] = compile(wf).template.nodes.map((node) =>
      JSON.stringify(arrayOf(node).node?.inputs, jsonOf),
    );
    expect(one).not.toEqual(two);
    expect(two).toContain('"2n"');
  });

  it("is registered instead of the task, once for equal maps", () => {
    const wf = workflow({ name: "m.wf" }, () => {
      mapTask(inc)({ x: [1] });
      mapTask(inc)({ x: [2] });
      mapTask(inc, { concurrency: 2 })({ x: [3] });
    });
    const names = serialize(wf, SETTINGS).map(
      ({ kind, id }) => `${kind} ${id.name.split("_").slice(0, 2).join("_")}`,
    );
    expect(names).toEqual(["task m.map_inc", "task m.map_inc", "workflow m.wf"]);
  });

  it("may be over a task of a plugin, whose state the backend keeps whole", () => {
    const special = (declaration: TaskDeclaration<{ x: typeof output }, typeof output>) =>
      templateTask(declaration, {
        words: "special task",
        callee: special,
        fn: ({ x }: { readonly x: number }) => x,
        template: () => ({ type: "special" }),
      });
    const map = mapTask(special({ name: "m.special", inputs: { x: output }, output }));
    expect(arrayOf(nodesOf({ x: [1] }, [map])[0]).executionMode).toBe(1);
    expect(lowerMap(map as unknown as TaskMapEntity, SETTINGS).type).toBe("special");
  });

  it("knows where it was made", () => {
    const map = mapTask(inc); // made
    expect(map.definedAt.location?.line).toBe(lineOf(import.meta.url, "made"));
  });
});

function jsonOf(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value instanceof Map ? [...value] : value;
}

describe("a map over something else", () => {
  const elsewhere = {
    project: "o",
    domain: "prod",
    version: "1",
    name: "o.x",
    inputs: { x: t.int() },
    output,
  };
  const plan = launchPlan(child, { name: "m.plan" });

  it("has the modes that flytekit gives it", () => {
    const nodes = nodesOf(
      { x: [1] },
      [mapTask(plan)],
      [mapTask(referenceLaunchPlan(elsewhere))],
      [mapTask(referenceTask(elsewhere))],
    );
    expect(
      nodes.map(arrayOf).map(({ executionMode, dataMode, isOriginalSubNodeInterface }) => {
        return [executionMode, dataMode, isOriginalSubNodeInterface];
      }),
    ).toEqual([
      [1, 0, true],
      [1, 0, true],
      [0, 1, true],
    ]);
  });

  it("has a node inside for its target, with a safe id", () => {
    const [planned, referenced] = nodesOf(
      { x: [1] },
      [mapTask(plan), { retries: 2 }],
      [mapTask(referenceTask(elsewhere))],
    );
    expect(planned).toMatchObject({ metadata: { name: "m.plan", retries: { retries: 2 } } });
    expect(arrayOf(planned).node).toMatchObject({
      id: "m-plan",
      metadata: { name: "m.plan", retries: { retries: 2 } },
      target: { value: { reference: { $case: "launchplanRef", value: { name: "m.plan" } } } },
    });
    expect(arrayOf(referenced).node).toMatchObject({
      id: "o-x",
      target: {
        value: { reference: { $case: "referenceId", value: { project: "o" } }, overrides: undefined },
      },
    });
  });

  it("takes a workflow's default launch plan, made at the author's line", () => {
    const map = mapTask(child); // over workflow
    expect([map.name, map.target.kind]).toEqual(["m.child", "launch-plan"]);
    expect(map.target.definedAt.location?.line).toBe(lineOf(import.meta.url, "over workflow"));
    const wf = workflow({ name: "m.wf" }, () => void map({ x: [1] }));
    expect(serialize(wf, SETTINGS, ALLOW).map(({ kind, id }) => [kind, id.name])).toEqual([
      ["task", "m.inc"],
      ["workflow", "m.child"],
      ["launch-plan", "m.child"],
      ["workflow", "m.wf"],
    ]);
  });

  it.each([
    ["the launch plan m.plan", mapTask(plan)],
    ["the reference o.x", mapTask(referenceTask(elsewhere))],
    ["the workflow m.child", mapTask(child)],
  ])("is what an open-source backend refuses, and is told so at the call: %s", (target, map) => {
    const wf = workflow({ name: "m.wf" }, () => {
      map({ x: [1] }); // mapped
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "WORKFLOW_INVALID",
      params: {
        problems: [
          {
            code: "MAP_TARGET_NEEDS_NEWER_BACKEND",
            severity: "error",
            nodeId: "n0",
            message: `Open-source Flyte 1.16 accepts maps over your own tasks only, but this map goes over ${target}.`,
            hint: expect.stringMatching(/^Map over a task that you declare with `task\(\.\.\.\)`/) as unknown,
            location: { line: lineOf(import.meta.url, "mapped") },
          },
        ],
      },
    });
    expect(compile(wf, undefined, ALLOW).warnings).toMatchObject([
      { code: "MAP_TARGET_NEEDS_NEWER_BACKEND", severity: "warning" },
    ]);
  });
});

describe("a target that no map goes over", () => {
  const elsewhere = { project: "o", domain: "d", version: "1", name: "o.flow" };
  const grow = dynamic({ name: "m.grow", output }, () => inc({ x: 1 }));
  const flow = workflow({ name: "m.two", outputs: { a: output, b: output } }, () => {
    return { a: inc({ x: 1 }), b: inc({ x: 1 }) };
  });
  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "null"],
    [3, "the number 3"],
    ["m.inc", "a string"],
    [() => 3, "a function"],
    [[inc], "an array"],
    [mapTask(inc), "mapTask(m.inc)"],
    [grow, "the dynamic m.grow"],
    [
      containerTask({ name: "m.box", image: "i:1", command: ["run"] }),
      "the task m.box, which has no function",
    ],
    [referenceWorkflow(elsewhere), "a reference to the workflow o.flow"],
    [split, "the task m.split, which has 2 outputs"],
    [flow, "the workflow m.two, which has 2 outputs"],
  ])("is refused at its line: %#", (target, given) => {
    const act = () => mapTask(untyped(target)); // no target
    expect(refusal(act)).toMatchObject({
      code: "MAP_TARGET_INVALID",
      params: { given },
      location: { line: lineOf(import.meta.url, "no target") },
    });
  });

  it("may be the result of a call", () => {
    const wf = workflow({ name: "m.wf" }, () => void mapTask(untyped(inc({ x: 1 }))));
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "MAP_TARGET_INVALID",
      params: { given: "a promise" },
    });
  });

  it("may have too long a name", () => {
    const long = task({ name: `m.${"x".repeat(230)}`, inputs: { x: t.int() }, output }, ({ x }) => x);
    expect(refusal(() => mapTask(long))).toMatchObject({ code: "NAME_INVALID", params: { kind: "map" } });
  });
});

describe("options of a map", () => {
  const hole: string[] = [];
  hole.length = 1;
  it.each<[unknown, string, string]>([
    [
      null,
      "OPTIONS_NOT_AN_OBJECT",
      "The options of the map over m.inc must be one object, but null was given.",
    ],
    [3, "OPTIONS_NOT_AN_OBJECT", "but the number 3 was given."],
    [["x"], "OPTIONS_NOT_AN_OBJECT", "but an array was given."],
    [{ parallelism: 3 }, "OPTION_UNKNOWN", "There is no option `parallelism` for the map over m.inc."],
    [
      { over: "x" },
      "OPTION_INVALID",
      'The option `over` of the map over m.inc takes a list of inputs, but was given "x".',
    ],
    [{ over: null }, "OPTION_INVALID", "takes a list of inputs, but was given null."],
    [{ over: ["z"] }, "OPTION_INVALID", 'takes names of inputs, but was given "z".'],
    [{ over: [undefined] }, "OPTION_INVALID", "takes names of inputs, but was given nothing."],
    [{ over: hole }, "OPTION_INVALID", "takes names of inputs, but was given nothing."],
    [{ concurrency: -1 }, "OPTION_INVALID", "takes a whole number from 0 to 2^32 - 1, but was given -1."],
    [{ concurrency: 1.5 }, "OPTION_INVALID", "takes a whole number from 0 to 2^32 - 1, but was given 1.5."],
    [{ concurrency: "4" }, "OPTION_INVALID", 'takes a whole number from 0 to 2^32 - 1, but was given "4".'],
    [{ concurrency: null }, "OPTION_INVALID", "takes a whole number from 0 to 2^32 - 1, but was given null."],
    [
      { concurrency: 2 ** 32 },
      "OPTION_INVALID",
      "takes a whole number from 0 to 2^32 - 1, but was given 4294967296.",
    ],
    [{ minSuccesses: 0 }, "OPTION_INVALID", "takes a whole number from 1 to 2^32 - 1, but was given 0."],
    [{ minSuccesses: NaN }, "OPTION_INVALID", "takes a whole number from 1 to 2^32 - 1, but was given NaN."],
    [{ minSuccessRatio: 1.1 }, "OPTION_INVALID", "takes a number from 0 to 1, but was given 1.1."],
    [{ minSuccessRatio: NaN }, "OPTION_INVALID", "takes a number from 0 to 1, but was given NaN."],
    [{ minSuccessRatio: "0.5" }, "OPTION_INVALID", 'takes a number from 0 to 1, but was given "0.5".'],
    [{ minSuccessRatio: null }, "OPTION_INVALID", "takes a number from 0 to 1, but was given null."],
    [{ minSuccessRatio: true }, "OPTION_INVALID", "takes a number from 0 to 1, but was given true."],
  ])("are refused at their line: %o", (options, code, text) => {
    const act = () => mapTask(inc, untyped(options)); // options
    expect(refusal(act)).toMatchObject({
      code,
      text: expect.stringContaining(text) as unknown,
      location: { line: lineOf(import.meta.url, "options") },
    });
  });

  it("of its call are refused where they are about one output", () => {
    const act = (): unknown => nodesOf({ x: [1] }, [mapTask(inc), { aliases: { o0: "y" } }]);
    expect(refusal(act)).toMatchObject({
      code: "OPTION_NEEDS_TASK",
      params: { option: "aliases", kind: "map" },
    });
  });
});

describe("arguments of a map", () => {
  it.each([
    [{ x: 3 }, "BINDING_TYPE_MISMATCH"],
    [{ x: [1, "2"] }, "BINDING_TYPE_MISMATCH"],
    [{}, "INPUT_MISSING"],
    [{ x: [1], y: 2 }, "INPUT_UNKNOWN"],
    [null, "ARGUMENTS_NOT_AN_OBJECT"],
    [[1, 2], "ARGUMENTS_NOT_AN_OBJECT"],
  ])("are those of lists: %o", (args, code) => {
    expect(refusal(() => nodesOf(untyped(args), [mapTask(inc)]))).toMatchObject({ code });
  });

  it("are not called with outside a body", () => {
    expect(refusal(() => mapTask(inc)({ x: [1] }))).toMatchObject({
      code: "CALL_OUTSIDE_WORKFLOW",
      params: { kind: "map" },
    });
  });
});
