import { type Shape, t, task } from "@flytekit-ts/core";
import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { serialize } from "../serialize/serialize.js";
import { imperativeWorkflow } from "./imperative-workflow.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const greet = task({ name: "m.greet", inputs: { a: t.string() }, output: t.string() }, ({ a }) => a);
const note = task({ name: "m.note" }, () => {});
const join = task({ name: "m.join", inputs: { parts: t.list(t.string()) }, output: t.string() }, () => "");
const split = task({ name: "m.split", outputs: { q: t.int(), r: t.int() } }, () => ({ q: 1, r: 2 }));
const point = t.struct("Point", { x: t.int(), y: t.int() });
const move = task({ name: "m.move", inputs: { by: t.int() } }, () => {});

function untyped(value: unknown): never {
  return value as never;
}

/** Whatever is wrong is wrong at the line that is marked. */
function refusedAt(marker: string, act: () => unknown): unknown {
  const error = refusal(act);
  expect(error).toMatchObject({ location: { line: lineOf(import.meta.url, marker) } });
  return error;
}

function bindingsOf(node: idl.Node | undefined): unknown {
  return node?.inputs.map((input) => input.binding?.value?.value);
}

describe("an imperative workflow", () => {
  const wf = imperativeWorkflow({
    name: "my.imperative",
    inputs: { in1: t.string(), in2: t.string() },
    outputs: { greeting: t.string(), both: t.list(t.string()) },
    failurePolicy: "fail-after-executable-nodes-complete",
    interruptible: true,
    docs: "Greets.",
    defaultOptions: { labels: { team: "data" } },
  });
  const greeted = wf.addEntity(greet, { a: wf.inputs.in1 });
  const noted = wf.addTask(note, {});
  const joined = wf.addEntity(
    join,
    { parts: [greeted.outputs.o0, wf.inputs.in2, "x"] },
    { id: "Joined", after: [noted] },
  );
  wf.addWorkflowOutput("both", [greeted.outputs.o0, joined.outputs.o0]);
  wf.addWorkflowOutput("greeting", greeted.outputs.o0);

  it("compiles to what its calls say", () => {
    const { template, warnings } = compile(wf, SETTINGS);
    expect(warnings).toEqual([]);
    expect(template.nodes.map(({ id }) => id)).toEqual(["n0", "n1", "joined"]);
    expect(bindingsOf(template.nodes[0])).toMatchObject([{ nodeId: "", var: "in1" }]);
    expect(template.nodes[2]).toMatchObject({
      upstreamNodeIds: ["n0", "n1"],
      inputs: [
        {
          var: "parts",
          binding: {
            value: {
              value: {
                bindings: [
                  { value: { value: { nodeId: "n0" } } },
                  { value: { value: { nodeId: "", var: "in2" } } },
                  { value: { $case: "scalar" } },
                ],
              },
            },
          },
        },
      ],
    });
    expect(template.metadata?.onFailure).toBe(1);
    expect(template.metadataDefaults?.interruptible).toBe(true);
  });

  it("has its outputs in the order in which they were declared", () => {
    expect(compile(wf).template.outputs.map((output) => output.var)).toEqual(["greeting", "both"]);
    expect([...wf.interface.outputs.keys()]).toEqual(["greeting", "both"]);
  });

  it("tells about itself as any workflow does", () => {
    expect({ ...wf }).toMatchObject({
      kind: "workflow",
      name: "my.imperative",
      shortName: "imperative",
      docs: "Greets.",
      defaultOptions: { labels: { team: "data" } },
      metadata: { onFailure: "fail-after-executable-nodes-complete" },
      metadataDefaults: { interruptible: true },
    });
    expect(wf.nodes.map(({ entity }) => entity.name)).toEqual(["m.greet", "m.note", "m.join"]);
    expect(wf.outputBindings).toHaveLength(2);
    expect(wf.failureNode).toBeUndefined();
    expect(wf.ready()).toBe(true);
    const plain = imperativeWorkflow({ name: "my.plain" }); // declared
    expect(plain.definedAt.location?.line).toBe(lineOf(import.meta.url, "declared"));
  });

  it("is called in a function workflow", () => {
    const outer = workflow({ name: "m.outer", inputs: { s: t.string() }, output: t.string() }, ({ s }) =>
      greet({ a: wf({ in1: s, in2: "b" }).greeting }),
    );
    const { template, subWorkflows } = compile(outer, SETTINGS);
    expect(template.nodes[0]).toMatchObject({
      metadata: { name: "imperative", interruptibleValue: { value: true } },
      target: { value: { reference: { $case: "subWorkflowRef", value: { name: "my.imperative" } } } },
    });
    expect(subWorkflows.map((each) => each.workflow.name)).toEqual(["my.imperative"]);
    expect(serialize(outer, SETTINGS).at(-1)?.message).toMatchObject({ description: undefined });
  });

  it("is called in another one, and as a launch plan", () => {
    const plan = launchPlan(wf, { name: "my.plan", fixedInputs: { in2: "b" } });
    const other = imperativeWorkflow({ name: "my.other" });
    const called = other.addSubWorkflow(wf, { in1: "a", in2: "b" });
    const planned = other.addLaunchPlan(plan, { in1: called.outputs.greeting });
    other.addWorkflowOutput("out", planned.outputs.both);
    const { template, subWorkflows, entities } = compile(other, SETTINGS);
    expect(template.nodes.map(({ target }) => target)).toMatchObject([
      { value: { reference: { $case: "subWorkflowRef" } } },
      { value: { reference: { $case: "launchplanRef", value: { name: "my.plan" } } } },
    ]);
    expect(template.nodes[1]?.inputs.map((input) => input.var)).toEqual(["in1"]);
    expect(subWorkflows).toHaveLength(1);
    expect(entities.map(({ name }) => name).slice(-3)).toEqual(["my.imperative", "my.plan", "my.other"]);
  });

  it("takes what function workflows take: workflows and their launch plans", () => {
    const inner = workflow({ name: "m.inner", inputs: { a: t.string() }, output: t.string() }, ({ a }) =>
      greet({ a }),
    );
    const host = imperativeWorkflow({ name: "my.host" });
    const first = host.addEntity(inner, { a: "x" });
    host.addEntity(launchPlan(inner), { a: first.outputs.o0 });
    expect(serialize(host, SETTINGS).map(({ kind, id }) => [kind, id.name])).toEqual([
      ["task", "m.greet"],
      ["workflow", "m.inner"],
      ["launch-plan", "m.inner"],
      ["workflow", "my.host"],
    ]);
  });
});

describe("a node that was added", () => {
  it("has its outputs by name, a bare one as o0", () => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const [bare, named, none] = [
      wf.addEntity(greet, { a: "x" }),
      wf.addEntity(split, {}),
      wf.addEntity(note, {}),
    ];
    expect(Object.keys(bare.outputs)).toEqual(["o0"]);
    expect(Object.keys(named.outputs)).toEqual(["q", "r"]);
    expect(none.outputs).toEqual({});
    expect([bare, bare.outputs, none.outputs].every(Object.isFrozen)).toBe(true);
  });

  it("is good for after, also beside results of calls", () => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const [a, b] = [wf.addEntity(split, {}), wf.addEntity(greet, { a: "x" })];
    wf.addEntity(note, {}, { after: [a, b.outputs.o0] });
    expect(compile(wf).template.nodes[2]?.upstreamNodeIds).toEqual(["n0", "n1"]);
  });

  it("is no value: one of its outputs is", () => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const added = wf.addEntity(greet, { a: "x" });
    expect(
      refusedAt("whole node", () => {
        wf.addEntity(greet, { a: untyped(added) }); // whole node
      }),
    ).toMatchObject({
      code: "BINDING_TYPE_MISMATCH",
      text: "m.greet.a takes string, but was given a node, and not one of its outputs.",
    });
    expect(wf.nodes).toHaveLength(1);
  });
});

describe("what is added later", () => {
  it("is seen by the next compilation, and nothing is made anew without it", () => {
    const wf = imperativeWorkflow({ name: "my.grown" });
    const count = wf.addWorkflowInput("count", t.int());
    wf.addEntity(move, { by: count });
    const first = compile(wf, SETTINGS);
    expect(compile(wf, SETTINGS).graph).toBe(first.graph);

    const more = wf.addWorkflowInput("more", t.int());
    wf.addEntity(move, { by: more });
    wf.addWorkflowOutput("count", count);
    const second = compile(wf, SETTINGS);
    expect([first, second].map(({ template }) => template.nodes.length)).toEqual([1, 2]);
    expect([...(second.template.interface?.inputs?.variables.keys() ?? [])]).toEqual(["count", "more"]);
    expect([...(second.template.interface?.outputs?.variables.keys() ?? [])]).toEqual(["count"]);
    expect([...(first.template.interface?.inputs?.variables.keys() ?? [])]).toEqual(["count"]);

    wf.addOnFailureHandler(task({ name: "m.late", inputs: { count: t.int(), more: t.int() } }, () => {}));
    expect(compile(wf).template.failureNode?.id).toBe("efn");
  });

  it("grows the promises of the inputs", () => {
    const wf = imperativeWorkflow({ name: "my.grown", inputs: { a: t.int() } });
    wf.addWorkflowInput("b", t.string().describe("the second"));
    expect(Object.keys(wf.inputs)).toEqual(["a", "b"]);
    expect(wf.interface.inputs.get("b")?.description).toBe("the second");
  });

  it("can be asked for while outputs are still missing", () => {
    const wf = imperativeWorkflow({ name: "my.half", outputs: { a: t.string(), b: t.string() } }); // half
    wf.addWorkflowOutput("a", wf.addEntity(greet, { a: "x" }).outputs.o0);
    expect([wf.nodes.length, wf.outputBindings.length, wf.ready()]).toEqual([1, 1, false]);
    expect(refusedAt("half", () => compile(wf))).toMatchObject({
      code: "OUTPUT_MISSING",
      params: { workflow: "my.half", output: "b", type: "string" },
    });
    wf.addWorkflowOutput("b", "constant");
    expect(compile(wf).template.outputs).toHaveLength(2);
  });

  it("may not have a name that is taken", () => {
    const wf = imperativeWorkflow({ name: "my.twice", inputs: { a: t.int() }, outputs: { out: t.int() } });
    const again = () => wf.addWorkflowInput("a", t.int()); // input again
    expect(refusedAt("input again", again)).toMatchObject({
      code: "VARIABLE_TWICE",
      text: "my.twice already has an input a.",
    });
    wf.addWorkflowOutput("out", wf.inputs.a);
    const outAgain = () => wf.addWorkflowOutput("out", wf.inputs.a); // output again
    expect(refusedAt("output again", outAgain)).toMatchObject({
      code: "VARIABLE_TWICE",
      text: "my.twice already has an output out.",
    });
    wf.addWorkflowInput("out", t.int());
    expect(Object.keys(wf.inputs)).toEqual(["a", "out"]);
  });
});

describe("an output of an imperative workflow", () => {
  it("has the type of its promise, be it of an input", () => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const place = wf.addWorkflowInput("place", point);
    wf.addWorkflowOutput("whole", place);
    wf.addWorkflowOutput("part", place.x);
    wf.addWorkflowOutput("greeting", wf.addEntity(greet, { a: "x" }).outputs.o0);
    expect([...wf.interface.outputs].map(([name, { transformer }]) => [name, transformer.words])).toEqual([
      ["whole", expect.stringContaining("Point")],
      ["part", "integer"],
      ["greeting", "string"],
    ]);
    expect(compile(wf).template.outputs[1]?.binding?.value).toMatchObject({
      value: { nodeId: "", var: "place", attrPath: [{ value: { value: "x" } }] },
    });
  });

  it("has a type of its own where it is no single promise", () => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const n = wf.addWorkflowInput("n", t.int());
    wf.addWorkflowOutput("list", [n, 1], t.list(t.int()));
    wf.addWorkflowOutput("maybe", n, t.optional(t.int()));
    wf.addWorkflowOutput("constant", 3, t.int());
    expect([...wf.interface.outputs.values()].map(({ transformer }) => transformer.words)).toEqual([
      "list of integer",
      "optional integer",
      "integer",
    ]);
  });

  it.each([
    ["a list of promises", (n: unknown) => [n], "an array"],
    ["a constant", () => 3, "the number 3"],
    ["nothing", () => undefined, "nothing"],
    ["a node", (_n: unknown, node: unknown) => node, "a node, and not one of its outputs"],
  ])("cannot be %s without a type", (_, value, given) => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const n = wf.addWorkflowInput("n", t.int());
    const node = wf.addEntity(greet, { a: "x" });
    const add = () => wf.addWorkflowOutput("out", untyped(value(n, node))); // no type
    expect(refusedAt("no type", add)).toMatchObject({
      code: "OUTPUT_TYPE_MISSING",
      params: { workflow: "my.wf", output: "out", given },
    });
    expect(wf.interface.outputs.size).toBe(0);
  });

  it.each([
    ["another type", (n: unknown) => [n, t.string()], "BINDING_TYPE_MISMATCH"],
    ["a type that is none", (n: unknown) => [n, Number], "TYPE_UNKNOWN"],
    ["null for its type", (n: unknown) => [n, null], "TYPE_UNKNOWN"],
    ["nothing for its value", () => [undefined, t.int()], "OUTPUT_MISSING"],
  ])("is refused with %s", (_, args, code) => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const n = wf.addWorkflowInput("n", t.int());
    const add = wf.addWorkflowOutput as (...given: unknown[]) => void;
    expect(refusedAt("wrong output", () => add("out", ...args(n)))).toMatchObject({ code }); // wrong output
    expect(wf.interface.outputs.size).toBe(0);
  });

  it("may not be a promise of another workflow", () => {
    const [wf, other] = [imperativeWorkflow({ name: "my.wf" }), imperativeWorkflow({ name: "my.other" })];
    wf.addEntity(note, {});
    wf.addWorkflowOutput("out", other.addWorkflowInput("n", t.int()));
    expect(refusal(() => compile(wf))).toMatchObject({
      params: { problems: [{ code: "PROMISE_OUT_OF_PLACE" }] },
    });
  });
});

describe("whether an imperative workflow is ready", () => {
  const made = <I extends Shape>(inputs: I) => imperativeWorkflow({ name: "my.wf", inputs });

  it("needs a node", () => {
    const wf = made({});
    expect(wf.ready()).toBe(false);
    wf.addEntity(note, {});
    expect(wf.ready()).toBe(true);
  });

  it.each<[string, (wf: ReturnType<typeof made<{ readonly p: typeof point }>>) => void]>([
    ["by a part of it", (wf) => void wf.addEntity(move, { by: wf.inputs.p.x })],
    ["inside a list", (wf) => wf.addWorkflowOutput("xs", [wf.inputs.p.x], t.list(t.int()))],
    ["by an output alone", (wf) => wf.addWorkflowOutput("out", wf.inputs.p)],
  ])("needs each input to be used: %s", (_, use) => {
    const wf = made({ p: point });
    wf.addEntity(note, {});
    expect(wf.ready()).toBe(false);
    use(wf);
    expect(wf.ready()).toBe(true);
  });

  it("counts what conditionals ask and what their arms use", () => {
    const wf = made({ n: t.int(), a: t.string(), b: t.string() });
    const chain = wf.createConditional("c").if(wf.inputs.n.gt(1), () => greet({ a: wf.inputs.a }));
    expect(wf.ready()).toBe(false);
    chain.else(() => join({ parts: [greet({ a: wf.inputs.b })] }));
    expect(wf.ready()).toBe(true);
  });
});

describe("a conditional of an imperative workflow", () => {
  it("is added with its arms, of one call or of several", () => {
    const wf = imperativeWorkflow({ name: "my.wf", inputs: { n: t.int() }, outputs: { out: t.string() } });
    const before = wf.addEntity(greet, { a: "x" });
    const chosen = wf
      .createConditional("size", { id: "Choice", after: [before] })
      .if(wf.inputs.n.gt(10), () => greet({ a: before.outputs.o0 }))
      .elseIf(before.outputs.o0.eq("y"), () => join({ parts: [greet({ a: "z" })] }))
      .else(() => greet({ a: "few" }));
    wf.addEntity(greet, { a: chosen });
    wf.addWorkflowOutput("out", chosen);
    const { template, subWorkflows } = compile(wf);
    expect(template.nodes.map(({ id }) => id)).toEqual(["n0", "choice", "n2"]);
    expect(template.nodes[1]).toMatchObject({ target: { $case: "branchNode" }, upstreamNodeIds: ["n0"] });
    expect(template.nodes[1]?.inputs.map((input) => input.var)).toEqual([".n", "n0.o0"]);
    expect(subWorkflows.map((each) => each.workflow.name)).toEqual(["my.wf.size.elseIf1"]);
    expect(bindingsOf(template.nodes[2])).toMatchObject([{ nodeId: "choice", var: "o0" }]);
  });

  it("is reported while it has no last arm, and no longer when it has one", () => {
    const wf = imperativeWorkflow({ name: "my.wf", inputs: { n: t.int() } });
    wf.addEntity(note, {});
    const open = wf.createConditional("c").if(wf.inputs.n.gt(1), () => greet({ a: "x" })); // left open
    expect(refusal(() => compile(wf))).toMatchObject({
      params: {
        problems: [
          { code: "CONDITIONAL_UNFINISHED", location: { line: lineOf(import.meta.url, "left open") } },
        ],
      },
    });
    open.fail("no");
    expect(compile(wf).template.nodes).toHaveLength(2);
  });

  it("has a name", () => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    const nameless = () => wf.createConditional(untyped(undefined)); // nameless
    expect(refusedAt("nameless", nameless)).toMatchObject({
      code: "OPTION_INVALID",
      params: { at: "a conditional", option: "name" },
    });
  });
});

describe("the failure handler of an imperative workflow", () => {
  const handler = task({ name: "m.handler", inputs: { a: t.int(), err: t.optional(t.error()) } }, () => {});

  it("is called efn, has the inputs so far, and is none of the nodes", () => {
    const wf = imperativeWorkflow({ name: "my.wf", inputs: { a: t.int() } });
    wf.addEntity(move, { by: wf.inputs.a });
    wf.addOnFailureHandler(handler);
    wf.addEntity(move, { by: wf.addWorkflowInput("b", t.int()) });
    expect(wf.onFailure).toBe(handler);
    expect(wf.failureNode?.entity).toBe(handler);
    const { nodes, failureNode } = compile(wf).template;
    expect(nodes.map(({ id }) => id)).toEqual(["n0", "n1"]);
    expect(failureNode?.id).toBe("efn");
    expect(failureNode?.inputs.map((input) => input.var)).toEqual(["a", "err"]);
    expect(compile(wf).entities.map(({ name }) => name)).toEqual(["m.move", "m.handler", "my.wf"]);
  });

  it.each([
    ["lacks an input", () => note, ["it does not take the input a"]],
    [
      "is a launch plan",
      () => launchPlan(workflow({ name: "m.w" }, () => note())),
      ["a handler is a task or a workflow"],
    ],
  ])("is refused at its line if it %s", (_, make, problems) => {
    const wf = imperativeWorkflow({ name: "my.wf", inputs: { a: t.int() } });
    const add = () => wf.addOnFailureHandler(untyped(make())); // misfit
    expect(refusedAt("misfit", add)).toMatchObject({
      code: "FAILURE_HANDLER_MISMATCH",
      params: { problems },
    });
    expect(wf.failureNode).toBeUndefined();
  });

  it("is one", () => {
    const wf = imperativeWorkflow({ name: "my.wf", inputs: { a: t.int() } });
    wf.addOnFailureHandler(handler);
    const other = task({ name: "m.other", inputs: { a: t.int() } }, () => {});
    const again = () => wf.addOnFailureHandler(other); // second handler
    expect(refusedAt("second handler", again)).toMatchObject({
      code: "FAILURE_HANDLER_MISMATCH",
      text: "When my.wf fails, the task m.other cannot run: the workflow already has a failure handler, the task m.handler.",
    });
    expect(wf.onFailure).toBe(handler);
  });

  it("comes after nothing", () => {
    const wf = imperativeWorkflow({ name: "my.wf", inputs: { a: t.int() } });
    const handling = wf.addOnFailureHandler(handler);
    wf.addEntity(note, {}, { after: [handling] });
    expect(refusal(() => compile(wf))).toMatchObject({
      params: { problems: [{ code: "PROMISE_OUT_OF_PLACE" }] },
    });
  });
});

describe("adding what cannot be added", () => {
  const wf = imperativeWorkflow({ name: "my.wf", inputs: { a: t.string() } });
  const add = wf.addEntity as (...given: unknown[]) => unknown;

  it.each<[string, unknown[], string]>([
    ["nothing", [], "OPTION_INVALID"],
    ["a name", ["m.greet"], "OPTION_INVALID"],
    ["a function", [() => {}], "OPTION_INVALID"],
    ["null for the arguments", [greet, null], "ARGUMENTS_NOT_AN_OBJECT"],
    ["arguments by position", [greet, "x"], "ARGUMENTS_NOT_AN_OBJECT"],
    ["a promise for the arguments", [greet, wf.inputs.a], "ARGUMENTS_NOT_AN_OBJECT"],
    ["no arguments where one is required", [greet], "INPUT_MISSING"],
    ["an argument too many", [greet, { a: "x", b: 1 }], "INPUT_UNKNOWN"],
    ["an argument of another type", [greet, { a: 3 }], "BINDING_TYPE_MISMATCH"],
    ["options that are none", [greet, { a: "x" }, 3], "OPTIONS_NOT_AN_OBJECT"],
    ["an unknown option", [greet, { a: "x" }, { retry: 1 }], "OPTION_UNKNOWN"],
    ["an input to come after", [greet, { a: "x" }, { after: [wf.inputs.a] }], "AFTER_NOT_A_RESULT"],
  ])("is refused at its line: %s", (_, given, code) => {
    expect(refusedAt("wrong entity", () => add(...given))).toMatchObject({ code }); // wrong entity
    expect(wf.nodes).toEqual([]);
  });

  it.each<[string, unknown[], string]>([
    ["no name", [], "VARIABLE_NAME_INVALID"],
    ["a name that is no variable", ["a-b", t.int()], "VARIABLE_NAME_INVALID"],
    ["a symbol", [Symbol("a"), t.int()], "VARIABLE_NAME_INVALID"],
    ["no type", ["b"], "TYPE_UNKNOWN"],
    ["a type that is not called", ["b", t.int], "TYPE_UNKNOWN"],
  ])("is refused at its line: an input with %s", (_, given, code) => {
    const addInput = wf.addWorkflowInput as (...all: unknown[]) => unknown;
    expect(refusedAt("wrong input", () => addInput(...given))).toMatchObject({ code }); // wrong input
    expect([...wf.interface.inputs.keys()]).toEqual(["a"]);
  });

  it("is refused for an output whose name is no variable", () => {
    const act = () => wf.addWorkflowOutput("a b", wf.inputs.a); // wrong name
    expect(refusedAt("wrong name", act)).toMatchObject({ code: "VARIABLE_NAME_INVALID" });
  });

  it("is refused for a handler that is no entity", () => {
    const act = () => wf.addOnFailureHandler(untyped(undefined)); // no handler
    expect(refusedAt("no handler", act)).toMatchObject({
      code: "OPTION_INVALID",
      params: { at: "addOnFailureHandler" },
    });
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "OPTIONS_NOT_AN_OBJECT"],
    ["a name alone", "my.wf", "OPTIONS_NOT_AN_OBJECT"],
    ["no name", {}, "NAME_INVALID"],
    ["a bare output", { name: "my.wf", output: t.int() }, "OPTION_UNKNOWN"],
    ["a handler", { name: "my.wf", onFailure: note }, "OPTION_UNKNOWN"],
    ["inputs in a list", { name: "my.wf", inputs: [] }, "OPTION_INVALID"],
    ["null for inputs", { name: "my.wf", inputs: null }, "OPTION_INVALID"],
    ["an unknown policy", { name: "my.wf", failurePolicy: 1 }, "FAILURE_POLICY_UNKNOWN"],
    ["interruptible as a text", { name: "my.wf", interruptible: "no" }, "INTERRUPTIBLE_NOT_BOOLEAN"],
    ["documentation that is none", { name: "my.wf", docs: 3 }, "OPTION_INVALID"],
  ])("is refused for a declaration: %s", (_, declaration, code) => {
    const act = () => imperativeWorkflow(untyped(declaration)); // wrong declaration
    expect(refusedAt("wrong declaration", act)).toMatchObject({ code });
  });
});

describe("an imperative workflow that contains itself", () => {
  it("is refused", () => {
    const wf = imperativeWorkflow({ name: "my.wf" });
    wf.addEntity(note, {});
    wf.addSubWorkflow(wf, {});
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "WORKFLOW_RECURSIVE",
      params: { path: ["my.wf", "my.wf"] },
    });
  });
});

describe("building an imperative workflow in the body of another", () => {
  it("leaves the nodes of both apart", () => {
    const outer = workflow({ name: "m.outer", output: t.string() }, () => {
      const inner = imperativeWorkflow({ name: "my.inner", outputs: { out: t.string() } });
      const before = greet({ a: "before" });
      inner.addWorkflowOutput("out", inner.addEntity(greet, { a: "inside" }).outputs.o0);
      return join({ parts: [before, inner().out] });
    });
    const { template, subWorkflows } = compile(outer);
    expect(template.nodes.map(({ metadata }) => metadata?.name)).toEqual(["greet", "inner", "join"]);
    expect(subWorkflows[0]?.template.nodes).toHaveLength(1);
  });
});
