import { type Entity, inputPromises, interfaceOf, isPromise } from "@flytekit-ts/core/graph";
import type { TaskResolver } from "@flytekit-ts/core/tasks";
import {
  type Args,
  compile,
  imperativeWorkflow,
  type In,
  launchPlan,
  type Out,
  type Promises,
  referenceWorkflow,
  serialize,
  t,
  task,
  type Values,
  workflow,
} from "@flytekit-ts/workflow";
import {
  lowerLaunchPlan,
  toIdlWorkflowMetadata,
  toIdlWorkflowMetadataDefaults,
  trace,
  type WorkflowMetadata,
  type WorkflowMetadataDefaults,
} from "@flytekit-ts/workflow/compile";
import { allTasks, moduleResolver } from "@flytekit-ts/workflow/serialize";
import { describe, expect, expectTypeOf, it } from "vitest";
import { mock, resolveBinding, resolveBindings, runLocal } from "../src/entries/index.js";

// What flytekit.core.workflow offers, and where it is here: the table in docs/guide/from-flytekit.md.
const inputs = { x: t.int(), by: t.int().default(2) };
const scale = task({ name: "seed.scale", inputs, output: t.int() }, ({ x, by }) => x * by);
const undo = task({ name: "seed.undo", inputs: { ...inputs, err: t.optional(t.error()) } }, () => {});
const declared = workflow(
  {
    name: "seed.twice",
    inputs,
    output: t.int(),
    docs: { short: "Scales twice.", long: "# More", link: "https://example.com/twice" },
    onFailure: undo,
    failurePolicy: "fail-after-executable-nodes-complete",
    interruptible: true,
    defaultOptions: { labels: { team: "maths" }, annotations: { "example.com/why": "seed" } },
  },
  ({ x, by }) => scale({ x: scale({ x, by }), by }),
);

function assembled() {
  const made = imperativeWorkflow({
    name: "seed.assembled",
    inputs,
    outputs: { y: t.int() },
    failurePolicy: "fail-after-executable-nodes-complete",
    interruptible: true,
    docs: "Scales twice.",
    defaultOptions: { labels: { team: "maths" } },
  });
  const { x, by } = made.inputs;
  const once = made.addEntity(scale, { x, by });
  made.addWorkflowOutput("y", made.addEntity(scale, { x: once.outputs.o0, by }).outputs.o0);
  made.addOnFailureHandler(undo);
  return made;
}

const elsewhere = { project: "other", domain: "production", name: "other.twice", version: "9f1" };
const reference = referenceWorkflow({ ...elsewhere, inputs, output: t.int() });

describe("workflow, reference_workflow", () => {
  it("give the default launch plan the labels and annotations of default_options", () => {
    const settings = { project: "p", domain: "d", version: "v", image: "i" };
    const { spec } = lowerLaunchPlan(launchPlan(declared), settings);
    expect(spec?.labels?.values).toEqual(new Map([["team", "maths"]]));
    expect(spec?.annotations?.values).toEqual(new Map([["example.com/why", "seed"]]));
  });
});

describe("construct_input_promises", () => {
  it("is inputPromises", () => {
    const { start } = trace(declared);
    const promises = inputPromises(declared.interface, start);
    expect(Object.keys(promises)).toEqual(["x", "by"]);
    expect(Object.values(promises).every(isPromise)).toBe(true);
    expect(Object.keys(inputPromises(interfaceOf(new Map(), new Map()), start))).toEqual([]);
  });
});

describe("get_promise and get_promise_map", () => {
  const first = task({ name: "seed.first", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
  const indexed = workflow(
    { name: "seed.indexed", inputs: { xs: t.list(t.int()) } },
    ({ xs }) => void first({ x: xs.at(1) }),
  );
  const integer = (value: bigint) => ({
    value: {
      $case: "scalar" as const,
      value: {
        value: {
          $case: "primitive" as const,
          value: { value: { $case: "integer" as const, value } },
        },
      },
    },
    hash: "",
    metadata: new Map<string, string>(),
  });
  const list = {
    value: { $case: "collection" as const, value: { literals: [integer(1n), integer(2n)] } },
    hash: "",
    metadata: new Map<string, string>(),
  };

  it("are resolveBinding and resolveBindings, and follow attribute paths", () => {
    const bindings = compile(indexed).template.nodes[0]?.inputs ?? [];
    const outputsOf = () => new Map([["xs", list]]);
    expect(resolveBindings(bindings, outputsOf, "here")).toEqual(new Map([["x", integer(2n)]]));
    const [binding] = bindings.flatMap((each) => each.binding ?? []);
    expect(binding === undefined ? undefined : resolveBinding(binding, outputsOf)).toEqual(integer(2n));
  });
});

describe.each([
  ["a function workflow", "twice", declared],
  ["an imperative workflow", "assembled", assembled()],
])("the members of %s", (_, name, wf) => {
  it("are name, shortName, interface and idlInterface", () => {
    expect([wf.name, wf.shortName]).toEqual([`seed.${name}`, name]);
    expect([...wf.interface.inputs.keys()]).toEqual(["x", "by"]);
    expect([...(wf.idlInterface.inputs?.variables.keys() ?? [])]).toEqual(["x", "by"]);
  });

  it("are nodes, outputBindings, failureNode and onFailure", () => {
    expect(wf.nodes.map(({ entity }) => entity)).toEqual([scale, scale]);
    expect(wf.outputBindings).toHaveLength(1);
    expect(wf.failureNode?.entity).toBe(undo);
    expect(wf.onFailure).toBe(undo);
  });

  it("are docs, defaultOptions, metadata and metadataDefaults", () => {
    expect(wf.docs).toEqual(wf.settings.docs);
    expect(wf.defaultOptions).toMatchObject({ labels: { team: "maths" } });
    expect(wf.metadata).toEqual({ onFailure: "fail-after-executable-nodes-complete" });
    expect(wf.metadataDefaults).toEqual({ interruptible: true });
  });

  it("are inputs: the promises that the body has", () => {
    expect(Object.keys(wf.inputs)).toEqual(["x", "by"]);
    expect(isPromise(wf.inputs.x)).toBe(true);
    expectTypeOf(wf.inputs).toEqualTypeOf<Promises<typeof inputs>>();
  });

  it("are what trace gives before nodes have ids", () => {
    expect(trace(wf)).toBe(trace(wf));
    expect(trace(wf).nodes).toBe(wf.nodes);
  });

  it("are definedAt", () => {
    expect(wf.definedAt.location?.file).toMatch(/seed-members\.test\.ts$/);
  });
});

describe("PythonFunctionWorkflow.function, ReferenceWorkflow.id and .reference", () => {
  it("are body, id and reference", () => {
    expectTypeOf(declared.body).parameter(0).toEqualTypeOf<Promises<typeof inputs>>();
    expect(declared.body).toBeTypeOf("function");
    expect(reference.id).toMatchObject({ ...elsewhere, resourceType: 2 });
    expect(reference.reference).toEqual({ kind: "workflow", ...elsewhere });
  });
});

describe("compile and execute", () => {
  it("are compile(wf) and runLocal", async () => {
    expect(compile(declared).template.nodes).toHaveLength(2);
    expect(await runLocal(declared, { x: 3 })).toBe(12);
    expect(await runLocal(assembled(), { x: 3, by: 3 })).toEqual({ y: 27 });
  });

  it("are runLocal with a mock for a reference", async () => {
    const plan = launchPlan(reference, { name: "seed.elsewhere", fixedInputs: { by: 5 } });
    const mocks = [mock(reference, ({ x, by }) => x * by * by)];
    expect(await runLocal(plan, { x: 3 }, { mocks })).toBe(75);
    await expect(runLocal(plan, { x: 3 })).rejects.toMatchObject({ code: "MOCK_MISSING" });
  });
});

describe("load_task and loader_args", () => {
  const settings = { project: "p", domain: "d", version: "v", image: "i", root: import.meta.dirname };

  it("are the TaskResolver of the settings, by module unless one is given", async () => {
    const resolver: TaskResolver = {
      location: "shelf.js#resolver",
      loaderArgs: (found) => ["shelf", found.name],
      loadTask: async ([, name]) => allTasks(declared).find((found) => found.name === name) as Entity,
    };
    expect(await resolver.loadTask(resolver.loaderArgs(scale))).toBe(scale);
    expect(argsOf(serialize(scale, { ...settings, resolver }))).toEqual(["shelf", "seed.scale"]);
    const words = moduleResolver().loaderArgs(scale, import.meta.dirname);
    expect(words).toEqual(["task-module", "seed-members.test.ts", "task-name", "seed.scale"]);
    expect(argsOf(serialize(scale, settings))).toEqual(words);
  });

  it("get_all_tasks is allTasks", () => {
    expect(allTasks(declared)).toEqual(expect.arrayContaining([scale, undo]));
    expect(allTasks(declared)).toHaveLength(2);
  });
});

describe("WorkflowMetadata and WorkflowMetadataDefaults", () => {
  it("are plain data, with functions that lower them", () => {
    const metadata: WorkflowMetadata = { onFailure: "fail-after-executable-nodes-complete" };
    const defaults: WorkflowMetadataDefaults = { interruptible: true };
    expect(toIdlWorkflowMetadata(metadata).onFailure).toBe(1);
    expect(toIdlWorkflowMetadata({ onFailure: "fail-immediately" }).onFailure).toBe(0);
    expect(toIdlWorkflowMetadataDefaults(defaults)).toEqual({ interruptible: true });
  });

  it.each([
    ["FAILURE_POLICY_UNKNOWN", { failurePolicy: 1 }],
    ["INTERRUPTIBLE_NOT_BOOLEAN", { interruptible: 3 }],
    ["INTERRUPTIBLE_NOT_BOOLEAN", { interruptible: null }],
  ])("are checked: %s", (code, options) => {
    const refused = expect.objectContaining({ code });
    expect(() => workflow({ name: "w", ...(options as object) }, () => {})).toThrow(refused);
    expect(() => imperativeWorkflow({ name: "w", ...(options as object) })).toThrow(refused);
  });
});

describe("FuncOut, P and T", () => {
  it("are types that can be named", () => {
    expectTypeOf<Values<typeof inputs>>().toEqualTypeOf<{ readonly x: number; readonly by: number }>();
    expectTypeOf<Args<typeof inputs>>().toExtend<{ readonly by?: unknown }>();
    expectTypeOf<Out<typeof inputs.x>>().toEqualTypeOf<number>();
    expectTypeOf<In<typeof inputs.by>>().toEqualTypeOf<number | undefined>();
  });
});

function argsOf([entity]: ReturnType<typeof serialize>): readonly string[] {
  const target = entity?.kind === "task" ? entity.message.template?.target : undefined;
  const args = target?.$case === "container" ? target.value.args : [];
  return args.slice(args.indexOf("--") + 1);
}
