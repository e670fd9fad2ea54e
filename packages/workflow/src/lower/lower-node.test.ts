import { type CallOptions, t, task } from "@flytekit-ts/core";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { workflow } from "../function/workflow.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "img:1" };
const { CPU, GPU, MEMORY, EPHEMERAL_STORAGE } = idl.Resources_ResourceName;

const inputs = { x: t.int() };
const output = t.int();
const plain = task({ name: "mod.plain", inputs, output }, ({ x }) => x);
const set = task(
  { name: "mod.set", inputs, output, retries: 2, timeout: "90 s", interruptible: true },
  ({ x }) => x,
);
const sub = workflow({ name: "mod.sub", inputs, output }, ({ x }) => plain({ x }));
const subInterruptible = workflow({ name: "mod.subi", inputs, output, interruptible: true }, ({ x }) =>
  plain({ x }),
);
type Called = typeof plain | typeof sub;

/** The node of one call, as IDL. */
function nodeOf(entity: Called, options?: CallOptions): idl.Node {
  const call = entity as typeof plain;
  const wf = workflow({ name: "wf", inputs, output }, ({ x }) => call({ x }, options));
  const [node] = compile(wf, SETTINGS).template.nodes;
  if (node === undefined) throw new Error("a workflow without a node");
  return node;
}

function metadataOf(entity: Called, options?: CallOptions): Partial<idl.NodeMetadata> | undefined {
  const { metadata } = nodeOf(entity, options);
  return metadata && Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}

function overridesOf(options?: CallOptions) {
  const { target } = nodeOf(set, options);
  return target?.$case === "taskNode" ? target.value.overrides : undefined;
}

const NONE = {
  resources: undefined,
  extendedResources: undefined,
  containerImage: "",
  podTemplate: undefined,
};
const interruptible = (value: boolean) => ({ $case: "interruptible", value });
const own = {
  name: "set",
  timeout: { seconds: 90n, nanos: 0 },
  retries: { retries: 2 },
  interruptibleValue: interruptible(true),
  config: new Map(),
};

// The expectations of this file were compared with what flytekit 1.16 emits for the same call.
describe("the metadata of a task's node", () => {
  it("repeats what the task says", () => {
    expect(metadataOf(set)).toEqual(own);
  });

  it("leaves out settings that nobody made, except retries", () => {
    expect(metadataOf(plain)).toEqual({ name: "plain", retries: { retries: 0 }, config: new Map() });
  });

  it.each<[string, CallOptions, object]>([
    ["retries", { retries: 5 }, { retries: { retries: 5 } }],
    ["retries of 0", { retries: 0 }, { retries: { retries: 0 } }],
    ["a timeout", { timeout: 7_200_005 }, { timeout: { seconds: 7200n, nanos: 5_000_000 } }],
    ["interruptible", { interruptible: false }, { interruptibleValue: interruptible(false) }],
    ["a display name", { displayName: "pretty name" }, { name: "pretty name" }],
    ["no caching", { cache: false }, { cacheableValue: { $case: "cacheable", value: false } }],
    [
      "a cache version",
      { cache: { version: "v7" } },
      {
        cacheableValue: { $case: "cacheable", value: true },
        cacheVersionValue: { $case: "cacheVersion", value: "v7" },
      },
    ],
    [
      "a cache that waits for itself",
      { cache: { version: "v7", serialize: true } },
      {
        cacheableValue: { $case: "cacheable", value: true },
        cacheVersionValue: { $case: "cacheVersion", value: "v7" },
        cacheSerializableValue: { $case: "cacheSerializable", value: true },
      },
    ],
  ])("takes %s from the call and the rest from the task", (_, options, changed) => {
    expect(metadataOf(set, options)).toEqual({ ...own, ...changed });
  });

  it("has no timeout where the call clears the task's", () => {
    const { timeout: _, ...rest } = own;
    expect(metadataOf(set, { timeout: 0 })).toEqual(rest);
  });
});

describe("the metadata of a workflow's node", () => {
  it("always says whether it is interruptible", () => {
    expect(metadataOf(sub)).toEqual({
      name: "sub",
      retries: { retries: 0 },
      interruptibleValue: interruptible(false),
      config: new Map(),
    });
    expect(metadataOf(subInterruptible)?.interruptibleValue).toEqual(interruptible(true));
  });

  it("takes what the call says", () => {
    expect(metadataOf(sub, { interruptible: true })?.interruptibleValue).toEqual(interruptible(true));
    expect(metadataOf(subInterruptible, { interruptible: false })?.interruptibleValue).toEqual(
      interruptible(false),
    );
    expect(metadataOf(sub, { retries: 3, timeout: "5 s", displayName: "shown" })).toMatchObject({
      name: "shown",
      retries: { retries: 3 },
      timeout: { seconds: 5n },
    });
  });
});

describe("the overrides of a task's node", () => {
  it("are there and empty where the call says nothing", () => {
    expect(overridesOf()).toEqual(NONE);
    expect(overridesOf({ retries: 1, displayName: "x", cache: false })).toEqual(NONE);
  });

  it("hold resources, in flytekit's order", () => {
    const resources = {
      ephemeralStorage: "3Gi",
      gpu: 1,
      memory: "2Gi",
      cpu: { request: 0.5, limit: "2" },
    };
    expect(overridesOf({ resources })).toEqual({
      ...NONE,
      resources: {
        requests: [
          { name: CPU, value: "0.5" },
          { name: MEMORY, value: "2Gi" },
          { name: GPU, value: "1" },
          { name: EPHEMERAL_STORAGE, value: "3Gi" },
        ],
        limits: [{ name: CPU, value: "2" }],
      },
    });
  });

  it("hold an image", () => {
    expect(overridesOf({ image: "other:1" })).toEqual({ ...NONE, containerImage: "other:1" });
  });

  it.each<[string, CallOptions["accelerator"], object]>([
    ["a device", "nvidia-tesla-t4", { device: "nvidia-tesla-t4", partitionSizeValue: undefined }],
    [
      "a part of a device",
      { device: "nvidia-tesla-a100", partition: "1g.5gb" },
      { device: "nvidia-tesla-a100", partitionSizeValue: { $case: "partitionSize", value: "1g.5gb" } },
    ],
    [
      "a device without parts",
      { device: "nvidia-tesla-a100", partition: "none" },
      { device: "nvidia-tesla-a100", partitionSizeValue: { $case: "unpartitioned", value: true } },
    ],
  ])("hold %s", (_, accelerator, gpuAccelerator) => {
    const extendedResources = { gpuAccelerator, sharedMemory: undefined };
    expect(overridesOf({ accelerator })).toEqual({ ...NONE, extendedResources });
  });

  it.each<[true | string, string]>([
    [true, ""],
    ["2Gi", "2Gi"],
  ])("hold shared memory of %j", (sharedMemory, sizeLimit) => {
    const memory = { mountPath: "/dev/shm", mountName: "flyte-shared-memory", sizeLimit };
    const extendedResources = { gpuAccelerator: undefined, sharedMemory: memory };
    expect(overridesOf({ sharedMemory })).toEqual({ ...NONE, extendedResources });
  });

  it("hold a pod template with the task's own container merged into its primary one", () => {
    const podSpec = {
      containers: [
        { name: "main", env: [{ name: "X", value: "1" }] },
        { name: "side", image: "s:1" },
      ],
    };
    const overrides = overridesOf({ podTemplate: { podSpec, primaryContainer: "main", labels: { a: "b" } } });
    expect(overrides).toMatchObject({
      podTemplate: {
        metadata: { labels: new Map([["a", "b"]]) },
        primaryContainerName: "main",
        podSpec: {
          containers: [
            {
              name: "main",
              image: "img:1",
              command: [],
              args: expect.arrayContaining(["task-name", "mod.set"]) as unknown,
              env: [{ name: "X", value: "1" }],
            },
            { name: "side", image: "s:1" },
          ],
        },
      },
    });
    expect(podSpec.containers[0]).toEqual({ name: "main", env: [{ name: "X", value: "1" }] });
  });
});

describe("the target of a node", () => {
  it("is a task by its id, or a workflow by its id", () => {
    const id = { project: "p", domain: "d", version: "v", org: "" };
    expect(nodeOf(plain).target).toMatchObject({
      $case: "taskNode",
      value: {
        reference: {
          $case: "referenceId",
          value: { ...id, resourceType: idl.ResourceType.TASK, name: "mod.plain" },
        },
      },
    });
    expect(nodeOf(sub).target).toEqual({
      $case: "workflowNode",
      value: {
        reference: {
          $case: "subWorkflowRef",
          value: { ...id, resourceType: idl.ResourceType.WORKFLOW, name: "mod.sub" },
        },
      },
    });
  });
});

describe("a node", () => {
  it("has the id that the call asked for, DNS-safe", () => {
    expect(nodeOf(set, { id: "My_Node" }).id).toBe("my-node");
    expect(nodeOf(sub, { id: "S_1" }).id).toBe("s-1");
  });

  it("says the aliases of its outputs", () => {
    expect(nodeOf(set, { aliases: { o0: "renamed" } }).outputAliases).toEqual([
      { var: "o0", alias: "renamed" },
    ]);
    expect(nodeOf(set).outputAliases).toEqual([]);
  });

  it("comes after the nodes its data comes from, in the order of its inputs, then after others, each once", () => {
    const pair = task({ name: "pair", inputs: { b: t.list(t.int()), a: t.int() }, output }, ({ a }) => a);
    const touch = task({ name: "touch" }, () => {});
    const wf = workflow({ name: "ordered", inputs }, ({ x }) => {
      const first = plain({ x }, { id: "first" });
      const second = plain({ x }, { id: "second" });
      const third = plain({ x }, { id: "third" });
      const done = touch({}, { id: "done" });
      pair({ b: [first, x, third, first], a: second }, { after: [done, third, done] });
    });
    const { nodes } = compile(wf).template;
    expect(nodes.at(-1)?.upstreamNodeIds).toEqual(["second", "first", "third", "done"]);
    expect(nodes[0]?.upstreamNodeIds).toEqual([]);
  });

  it("comes after all outputs of a call that is given whole", () => {
    const both = task({ name: "both", outputs: { a: t.int(), b: t.int() } }, () => ({ a: 1, b: 2 }));
    const wf = workflow({ name: "whole" }, () => {
      const results = both();
      plain({ x: 1 }, { after: [results] });
    });
    expect(compile(wf).template.nodes[1]?.upstreamNodeIds).toEqual(["n0"]);
  });

  it("has its inputs sorted by name", () => {
    const many = task({ name: "many", inputs: { b: t.int(), B: t.int(), a: t.int() } }, () => {});
    const wf = workflow({ name: "sorted" }, () => many({ b: 1, B: 2, a: 3 }));
    expect(compile(wf).template.nodes[0]?.inputs.map((input) => input.var)).toEqual(["B", "a", "b"]);
  });
});
