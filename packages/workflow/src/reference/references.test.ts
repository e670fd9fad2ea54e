import { type CallOptions, t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { serialize } from "../serialize/serialize.js";
import { isReference } from "./reference-entity.js";
import { referenceLaunchPlan, referenceTask, referenceWorkflow } from "./references.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const elsewhere = { project: "other", domain: "production", version: "9f1" };
const inputs = { n: t.int(), note: t.string().default("none") };
const output = t.int();
const train = referenceTask({ ...elsewhere, name: "o.train", inputs, output }); // train
const publish = referenceLaunchPlan({
  ...elsewhere,
  name: "o.publish",
  inputs,
  outputs: { a: output, b: output },
});
const flow = referenceWorkflow({ ...elsewhere, name: "o.flow", inputs, output });
const inc = task({ name: "m.inc", inputs: { n: t.int() }, output }, ({ n }) => n + 1);

function untyped(value: unknown): never {
  return value as never;
}

describe("a reference", () => {
  it.each([
    [train, 1, "task"],
    [publish, 3, "launch-plan"],
    [flow, 2, "workflow"],
  ])("keeps the id of what it refers to: %#", (reference, resourceType, kind) => {
    const { id, name } = reference;
    expect(id).toEqual({ ...elsewhere, resourceType, name, org: "" });
    expect(reference.reference).toEqual({ ...elsewhere, kind, name });
    expect([reference.kind, isReference(reference), isReference(inc)]).toEqual(["reference", true, false]);
  });

  it("knows where it was declared", () => {
    expect(train.definedAt.location?.line).toBe(lineOf(import.meta.url, "train"));
  });

  it("is a node of its own project, whatever the settings are", () => {
    const wf = workflow({ name: "m.wf", inputs: { n: t.int() }, output }, ({ n }) => {
      const trained = train({ n: inc({ n }) }, { id: "Trained", retries: 2, displayName: "shown" });
      return publish({ n: trained, note: "x" }).b;
    });
    const { nodes, outputs } = compile(wf, SETTINGS).template;
    expect(nodes.slice(1)).toMatchObject([
      {
        id: "trained",
        metadata: { name: "shown", retries: { retries: 2 }, interruptibleValue: undefined },
        upstreamNodeIds: ["n0"],
        inputs: [{ var: "n" }, { var: "note" }],
        target: {
          $case: "taskNode",
          value: { reference: { $case: "referenceId", value: train.id }, overrides: undefined },
        },
      },
      {
        id: "n2",
        metadata: { name: "publish" },
        target: { value: { reference: { $case: "launchplanRef", value: publish.id } } },
      },
    ]);
    expect(outputs[0]?.binding?.value).toMatchObject({ value: { nodeId: "n2", var: "b" } });
  });

  it("is not registered", () => {
    const wf = workflow({ name: "m.wf" }, () => void train({ n: 1 }));
    expect(serialize(wf, SETTINGS).map(({ kind, id }) => [kind, id.name])).toEqual([["workflow", "m.wf"]]);
    expect(serialize([train, publish, flow], SETTINGS)).toEqual([]);
  });

  it("is not called outside a body", () => {
    expect(refusal(() => train({ n: 1 }))).toMatchObject({
      code: "CALL_OUTSIDE_WORKFLOW",
      params: { entity: "o.train", kind: "reference" },
    });
  });

  it.each<[string, CallOptions]>([
    ["image", { image: "i:2" }],
    ["resources", { resources: { cpu: 1 } }],
    ["cache", { cache: false }],
    ["aliases", { aliases: { o0: "x" } }],
  ])("has no container to change: %s", (option, options) => {
    const wf = workflow({ name: "m.wf" }, () => {
      train({ n: 1 }, options); // overridden
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "OPTION_NEEDS_TASK",
      params: { option, kind: "reference" },
      location: { line: lineOf(import.meta.url, "overridden") },
    });
  });
});

describe("a workflow that is registered elsewhere", () => {
  const problem = { code: "REFERENCE_WORKFLOW_AS_NODE", severity: "error" };

  it("is no node", () => {
    const wf = workflow({ name: "m.wf" }, () => {
      inc({ n: 1 });
      flow({ n: 1 }); // as node
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "WORKFLOW_INVALID",
      params: {
        problems: [{ ...problem, nodeId: "n1", location: { line: lineOf(import.meta.url, "as node") } }],
      },
    });
  });

  it("is no node of an arm either, of one call or of several", () => {
    const wf = workflow({ name: "m.wf", inputs: { n: t.int() } }, ({ n }) => {
      conditional("c")
        .if(n.gt(1), () => flow({ n })) // in arm
        .else(() => inc({ n: flow({ n }) })); // in other arm
    });
    const [inArm, other] = ["in arm", "in other arm"].map((marker) => lineOf(import.meta.url, marker));
    expect(refusal(() => compile(wf))).toMatchObject({
      params: {
        problems: [
          { ...problem, nodeId: "n0-n0", location: { line: inArm } },
          // An arm of several calls is a sub-workflow with ids of its own.
          { ...problem, nodeId: "n0", location: { line: other } },
        ],
      },
    });
  });

  it("is good for launch plans", () => {
    const plan = launchPlan(flow, { name: "m.plan", fixedInputs: { note: "x" } });
    const wf = workflow({ name: "m.wf", output }, () => plan({ n: 1 }));
    expect(serialize(wf, SETTINGS).map(({ kind, id }) => [kind, id.name])).toEqual([
      ["launch-plan", "m.plan"],
      ["workflow", "m.wf"],
    ]);
  });
});

describe("references of one id", () => {
  const calling = (...references: readonly ((args: { n: number }) => unknown)[]) =>
    workflow({ name: "m.wf" }, () => {
      for (const reference of references) reference({ n: 1 });
    });

  it("are one if their interfaces are the same", () => {
    const again = referenceTask({ ...elsewhere, name: "o.train", inputs, output });
    expect(compile(calling(train, again)).entities.map(({ name }) => name)).toEqual(["o.train", "m.wf"]);
  });

  it("are two if not", () => {
    const other = referenceTask({ ...elsewhere, name: "o.train", inputs: { n: t.int() }, output: t.float() }); // other
    expect(refusal(() => compile(calling(train, other)))).toMatchObject({
      code: "NAME_TWICE",
      params: { name: "o.train", kinds: "two different references" },
      location: { line: lineOf(import.meta.url, "other") },
    });
  });

  it("share no name with other versions, nor with what is registered here", () => {
    const newer = referenceTask({ ...elsewhere, version: "9f2", name: "o.train", inputs: { n: t.int() } });
    const ours = task({ name: "o.train", inputs: { n: t.int() } }, () => {});
    expect(compile(calling(train, newer, ours)).entities).toHaveLength(4);
  });
});

describe("the declaration of a reference", () => {
  const whole = { ...elsewhere, name: "o.train" };
  it.each<[unknown, string, string]>([
    [
      undefined,
      "OPTIONS_NOT_AN_OBJECT",
      "The options of a reference task must be one object, but nothing was given.",
    ],
    ["o.train", "OPTIONS_NOT_AN_OBJECT", "but a string was given."],
    [elsewhere, "NAME_INVALID", "The name of a reference task must be 1 to 255"],
    [{ ...whole, name: "a b" }, "NAME_INVALID", 'but was "a b".'],
    [
      { ...whole, project: undefined },
      "OPTION_INVALID",
      "The option `project` of reference task o.train takes a string that is not empty, but was given nothing.",
    ],
    [{ ...whole, domain: "" }, "OPTION_INVALID", "The option `domain` of reference task o.train takes"],
    [{ ...whole, version: 9 }, "OPTION_INVALID", "takes a string that is not empty, but was given 9."],
    [{ ...whole, version: null }, "OPTION_INVALID", "but was given null."],
    ...["project", "domain", "version"].map(
      (part) =>
        [
          { ...whole, [part]: ".." },
          "OPTION_INVALID",
          `The option \`${part}\` of reference task o.train takes a word other than \`.\` and \`..\`, which are steps of a path`,
        ] as [unknown, string, string],
    ),
    [{ ...whole, name: "." }, "NAME_INVALID", "must be other than `.` and `..`"],
    [{ ...whole, retries: 3 }, "OPTION_UNKNOWN", "There is no option `retries` for reference task o.train."],
    [
      { ...whole, inputs: { n: Number } },
      "TYPE_UNKNOWN",
      "A Flyte type is needed for inputs.n of task o.train",
    ],
    [{ ...whole, output, outputs: {} }, "OUTPUTS_AMBIGUOUS", "Task o.train declares both"],
  ])("is refused at its line: %o", (declaration, code, text) => {
    const act = () => referenceTask(untyped(declaration)); // wrong reference
    expect(refusal(act)).toMatchObject({
      code,
      text: expect.stringContaining(text) as unknown,
      location: { line: lineOf(import.meta.url, "wrong reference") },
    });
  });

  it("is described by its own kind", () => {
    const plan = () => referenceLaunchPlan(untyped({ ...elsewhere })); // wrong plan
    expect(refusal(plan)).toMatchObject({
      params: { kind: "reference launch plan" },
      location: { line: lineOf(import.meta.url, "wrong plan") },
    });
    const flow = () => referenceWorkflow(untyped({ ...elsewhere })); // wrong flow
    expect(refusal(flow)).toMatchObject({
      params: { kind: "reference workflow" },
      location: { line: lineOf(import.meta.url, "wrong flow") },
    });
  });
});
