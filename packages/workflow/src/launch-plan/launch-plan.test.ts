import { type CallOptions, t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { workflow } from "../function/workflow.js";
import { imperativeWorkflow } from "../imperative/imperative-workflow.js";
import { referenceLaunchPlan, referenceTask, referenceWorkflow } from "../reference/references.js";
import { serialize } from "../serialize/serialize.js";
import { isLaunchPlan } from "./launch-plan-entity.js";
import { launchPlan } from "./launch-plan.js";
import { cron, fixedRate } from "./schedule.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const output = t.int();
const add = task({ name: "m.add", inputs: { a: t.int(), b: t.int() }, output }, ({ a, b }) => a + b);
const inputs = { a: t.int(), b: t.int().default(2), note: t.optional(t.string()) };
const child = workflow(
  {
    name: "m.child",
    inputs,
    output,
    interruptible: true,
    defaultOptions: { labels: { team: "data" }, annotations: { why: "test" } },
  },
  ({ a, b }) => add({ a, b }),
);
const elsewhere = { project: "o", domain: "prod", version: "1", name: "o.x", inputs: { n: t.int() } };

function untyped(value: unknown): never {
  return value as never;
}

/** The node of a call of a plan. */
function nodeOf(plan: unknown, args: object, options?: CallOptions) {
  const wf = workflow({ name: "m.wf" }, () => {
    (plan as (...given: unknown[]) => void)(args, options); // call
  });
  const [node] = compile(wf, SETTINGS).template.nodes;
  if (node === undefined) throw new Error("a workflow without a node");
  return node;
}

describe("launchPlan", () => {
  it("is the default plan where nothing is said: the workflow's name and default options", () => {
    const plan = launchPlan(child); // default plan
    expect(plan.name).toBe("m.child");
    expect(plan.workflow).toBe(child);
    expect(plan.settings).toMatchObject({
      labels: { values: new Map([["team", "data"]]) },
      annotations: { values: new Map([["why", "test"]]) },
    });
    expect([plan.kind, plan.autoActivate, isLaunchPlan(plan)]).toEqual(["launch-plan", false, true]);
    expect(plan.definedAt.location?.line).toBe(lineOf(import.meta.url, "default plan"));
  });

  it("does not have the default options of the workflow if it has its own name", () => {
    const { settings } = launchPlan(child, { name: "m.plan" });
    expect(settings.labels?.values.size).toBe(0);
  });

  it("keeps what is said of its executions", () => {
    const { settings, autoActivate } = launchPlan(child, {
      name: "m.plan",
      schedule: fixedRate("1 hour"),
      notifications: [
        { on: ["failed", "aborted"], email: ["ops@example.com"] },
        { on: ["succeeded"], slack: ["chan@example.com"] },
      ],
      labels: { team: "data" },
      annotations: { why: "nightly" },
      rawOutputPrefix: "s3://bucket/prefix",
      maxParallelism: 5,
      runAs: { serviceAccount: "runner" },
      overwriteCache: true,
      concurrency: { max: 3 },
      autoActivate: true,
    });
    expect(autoActivate).toBe(true);
    expect(settings).toMatchObject({
      entityMetadata: {
        schedule: { ScheduleExpression: { $case: "rate", value: { value: 1, unit: 1 } } },
        notifications: [{ phases: [6, 7] }, { phases: [4] }],
      },
      labels: { values: new Map([["team", "data"]]) },
      annotations: { values: new Map([["why", "nightly"]]) },
      rawOutputDataConfig: { outputLocationPrefix: "s3://bucket/prefix" },
      maxParallelism: 5,
      securityContext: { runAs: { k8sServiceAccount: "runner" }, secrets: [] },
      overwriteCache: true,
      concurrencyPolicy: { max: 3, behavior: 1 },
    });
  });

  it("may be over an imperative workflow, and over one that is registered elsewhere", () => {
    const wf = imperativeWorkflow({ name: "m.imperative", inputs: { n: t.int() } });
    wf.addEntity(add, { a: wf.inputs.n, b: 1 });
    expect(launchPlan(wf).interface.inputNames).toEqual(["n"]);
    const plan = launchPlan(referenceWorkflow(elsewhere));
    expect([plan.name, plan.interface.inputNames]).toEqual(["o.x", ["n"]]);
  });
});

describe("the launch plan of an imperative workflow", () => {
  it("has the inputs that are added later", () => {
    const wf = imperativeWorkflow({ name: "m.grown", inputs: { n: t.int() } });
    const plan = launchPlan(wf, { name: "m.plan", fixedInputs: { n: 1 } });
    expect(plan.interface).toBe(plan.interface);
    wf.addEntity(add, { a: wf.inputs.n, b: wf.addWorkflowInput("later", t.int()) });
    wf.addWorkflowOutput("out", wf.inputs.n);
    expect([plan.interface.inputNames, [...plan.interface.outputs.keys()]]).toEqual([["later"], ["out"]]);
    const [, , registered] = serialize(plan, SETTINGS);
    const spec = registered?.kind === "launch-plan" ? registered.message.spec : undefined;
    expect([...(spec?.defaultInputs?.parameters.keys() ?? [])]).toEqual(["later"]);
  });
});

describe("a call of a launch plan", () => {
  const fixed = launchPlan(child, { name: "m.fixed", fixedInputs: { b: 40 } });

  it("is a node for the plan, with the metadata of its workflow", () => {
    expect(nodeOf(fixed, { a: 1 })).toMatchObject({
      metadata: { name: "child", interruptibleValue: { value: true } },
      target: {
        $case: "workflowNode",
        value: {
          reference: {
            $case: "launchplanRef",
            value: { resourceType: 3, project: "p", domain: "d", name: "m.fixed", version: "v", org: "" },
          },
        },
      },
    });
  });

  it("has no input that is fixed", () => {
    expect(nodeOf(fixed, { a: 1 }).inputs.map((input) => input.var)).toEqual(["a", "note"]);
    expect(refusal(() => nodeOf(fixed, { a: 1, b: 2 }))).toMatchObject({
      code: "INPUT_UNKNOWN",
      params: { entity: "m.fixed", input: "b", known: ["a", "note"] },
      location: { line: lineOf(import.meta.url, "call") },
    });
  });

  it("may leave out what has a default, the plan's or the workflow's", () => {
    const plan = launchPlan(child, { name: "m.plan", defaultInputs: { a: 1 } });
    const integers = (args: object) =>
      nodeOf(plan, args)
        .inputs.slice(0, 2)
        .map(({ binding }) => {
          const scalar = binding?.value?.$case === "scalar" ? binding.value.value.value : undefined;
          return scalar?.$case === "primitive" ? scalar.value.value?.value : undefined;
        });
    expect(integers({})).toEqual([1n, 2n]);
    expect(integers({ a: 8, b: 9 })).toEqual([8n, 9n]);
  });

  it("has to give what is required", () => {
    expect(refusal(() => nodeOf(launchPlan(child), {}))).toMatchObject({
      code: "INPUT_MISSING",
      params: { entity: "m.child", input: "a" },
    });
  });

  it("takes options of any node, and none of a container", () => {
    expect(nodeOf(fixed, { a: 1 }, { id: "Planned", displayName: "shown", retries: 2 })).toMatchObject({
      id: "planned",
      metadata: { name: "shown", retries: { retries: 2 } },
    });
    expect(refusal(() => nodeOf(fixed, { a: 1 }, { image: "i:2" }))).toMatchObject({
      code: "OPTION_NEEDS_TASK",
      text: "The option `image` of the call of m.fixed is only for calls of tasks, but was given to a call of a launch plan.",
    });
  });

  it("makes no sub-workflow, but registers plan and workflow", () => {
    const wf = workflow({ name: "m.wf", output }, () => fixed({ a: 1 }));
    expect(compile(wf).subWorkflows).toEqual([]);
    expect(serialize(wf, SETTINGS).map(({ kind, id }) => [kind, id.name])).toEqual([
      ["task", "m.add"],
      ["workflow", "m.child"],
      ["launch-plan", "m.fixed"],
      ["workflow", "m.wf"],
    ]);
  });

  it("is refused outside a body", () => {
    expect(refusal(() => fixed({ a: 1 }))).toMatchObject({
      code: "CALL_OUTSIDE_WORKFLOW",
      text: expect.stringContaining("The launch plan m.fixed was called outside") as unknown,
    });
  });
});

describe("launch plans of one name", () => {
  it("are one if they say the same", () => {
    const made = () =>
      launchPlan(child, { name: "m.same", defaultInputs: { a: 1 }, schedule: cron("@daily") });
    const names = serialize([made(), made()], SETTINGS).map(({ id }) => id.name);
    expect(names).toEqual(["m.add", "m.child", "m.same"]);
  });

  it.each<[string, object]>([
    ["other defaults", { defaultInputs: { a: 2 } }],
    ["the same values, but fixed", { fixedInputs: { a: 1 } }],
    ["a schedule", { schedule: cron("@daily") }],
    ["a label", { labels: { a: "b" } }],
    ["a limit", { concurrency: { max: 1 } }],
  ])("are two if one has %s", (_, options) => {
    const first = launchPlan(child, { name: "m.same", defaultInputs: { a: 1 } }); // first plan
    const second = launchPlan(child, { name: "m.same", ...options }); // second plan
    expect(refusal(() => serialize([first, second], SETTINGS))).toMatchObject({
      code: "NAME_TWICE",
      params: { name: "m.same", kinds: "two different launch plans" },
      location: { line: lineOf(import.meta.url, "second plan") },
    });
  });
});

describe("values that are not launch plans", () => {
  const line = { line: lineOf(import.meta.url, "plan refused") };
  const made = (of: unknown, ...options: unknown[]): unknown => {
    const make = launchPlan as (...given: unknown[]) => unknown;
    return refusal(() => make(of, ...options)); // plan refused
  };

  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "null"],
    ["m.child", "a string"],
    [() => 1, "a function"],
    [{ ...child }, "an object"],
    [add, "the task m.add"],
    [launchPlan(child), "the launch plan m.child"],
    [referenceTask(elsewhere), "the reference o.x"],
    [referenceLaunchPlan(elsewhere), "the reference o.x"],
  ])("is over anything but a workflow: %#", (of, given) => {
    expect(made(of, { name: "m.plan" })).toMatchObject({
      code: "ENTITY_NOT_COMPILABLE",
      text: `A launch plan takes a workflow, but was given ${given}.`,
      location: line,
    });
  });

  it.each<[unknown, string, string]>([
    [null, "OPTIONS_NOT_AN_OBJECT", "The options of a launch plan must be one object, but null was given."],
    ["m.plan", "OPTIONS_NOT_AN_OBJECT", "but a string was given."],
    [{}, "NAME_INVALID", "The name of a launch plan must be 1 to 255"],
    [{ labels: {} }, "NAME_INVALID", "but was nothing."],
    [{ name: "my plan" }, "NAME_INVALID", 'but was "my plan".'],
    [{ name: null }, "NAME_INVALID", "but was null."],
    [{ name: "p", inputs: {} }, "OPTION_UNKNOWN", "There is no option `inputs` for launch plan p."],
    [{ name: "p", autoActivate: "yes" }, "OPTION_INVALID", 'takes true or false, but was given "yes".'],
    [
      { name: "p", overwriteCache: 1 },
      "OPTION_INVALID",
      "The option `overwriteCache` of launch plan p takes",
    ],
    [
      { name: "p", schedule: "0 2 * * *" },
      "OPTION_INVALID",
      'The option `schedule` of launch plan p takes cron(...) or fixedRate(...), but was given "0 2 * * *".',
    ],
    [{ name: "p", schedule: { kind: "cron", message: "x" } }, "OPTION_INVALID", "but was given an object."],
    [{ name: "p", schedule: null }, "OPTION_INVALID", "but was given null."],
    [{ name: "p", notifications: "ops" }, "OPTION_INVALID", 'takes a list, but was given "ops".'],
    [{ name: "p", notifications: null }, "OPTION_INVALID", "takes a list, but was given null."],
    [
      { name: "p", notifications: [{ on: ["failed"], email: ["a@b"] }, 5] },
      "OPTIONS_NOT_AN_OBJECT",
      "The options of notifications[1] of launch plan p must be one object, but the number 5 was given.",
    ],
    [
      { name: "p", labels: ["a"] },
      "OPTION_INVALID",
      "The option `labels` of launch plan p takes strings by name",
    ],
    [
      { name: "p", annotations: { a: 1 } },
      "OPTION_INVALID",
      "The option `annotations.a` of launch plan p takes a string, but was given a number.",
    ],
    [{ name: "p", labels: null }, "OPTION_INVALID", "strings by name, but was given null."],
    [
      { name: "p", rawOutputPrefix: "" },
      "OPTION_INVALID",
      "The option `rawOutputPrefix` of launch plan p takes",
    ],
    [
      { name: "p", maxParallelism: -1 },
      "OPTION_INVALID",
      "takes a whole number from 0 to 2^31 - 1, but was given -1.",
    ],
    [{ name: "p", maxParallelism: 2 ** 31 }, "OPTION_INVALID", "but was given 2147483648."],
    [{ name: "p", maxParallelism: null }, "OPTION_INVALID", "but was given null."],
    [
      { name: "p", runAs: "me" },
      "OPTIONS_NOT_AN_OBJECT",
      "The options of runAs of launch plan p must be one object",
    ],
    [
      { name: "p", concurrency: 1 },
      "OPTIONS_NOT_AN_OBJECT",
      "The options of concurrency of launch plan p must be one object, but the number 1 was given.",
    ],
    [{ name: "p", concurrency: null }, "OPTIONS_NOT_AN_OBJECT", "but null was given."],
    [
      { name: "p", concurrency: {} },
      "OPTION_INVALID",
      "takes a whole number from 1 to 2^31 - 1, but was given nothing.",
    ],
    [
      { name: "p", concurrency: { max: 0 } },
      "OPTION_INVALID",
      "takes a whole number from 1 to 2^31 - 1, but was given 0.",
    ],
    // The field of the message is signed.
    [
      { name: "p", concurrency: { max: 2 ** 31 } },
      "OPTION_INVALID",
      "takes a whole number from 1 to 2^31 - 1, but was given 2147483648.",
    ],
    [
      { name: "p", concurrency: { max: 1, behavior: "x" } },
      "OPTION_UNKNOWN",
      "There is no option `behavior`",
    ],
    [{ name: "p", fixedInputs: { a: "7" } }, "LAUNCH_PLAN_INPUT_INVALID", "a should be integer"],
    [
      { name: "p", defaultInputs: { a: 1 }, fixedInputs: { a: 1 } },
      "LAUNCH_PLAN_INPUT_INVALID",
      "The launch plan p has a in both its defaultInputs and its fixedInputs.",
    ],
  ])("has options like %o", (options, code, text) => {
    expect(made(child, options)).toMatchObject({
      code,
      text: expect.stringContaining(text) as unknown,
      location: line,
    });
  });

  it("sets an input to a promise, which has no value yet", () => {
    const wf = workflow({ name: "m.wf", inputs: { n: t.int() } }, ({ n }) => {
      add({ a: n, b: 1 });
      launchPlan(child, { name: "m.plan", fixedInputs: { a: untyped(n) } });
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      code: "LAUNCH_PLAN_INPUT_INVALID",
      text: expect.stringContaining("a should be integer, but was a promise") as unknown,
    });
  });
});
