import { t, task } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { conditional } from "../conditional/conditional.js";
import { dynamic } from "../dynamic/dynamic.js";
import { workflow, type Workflow } from "../function/workflow.js";
import { sleep } from "../gate/gates.js";
import { graphOf } from "../graph/graph.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { mapTask } from "../map/map-task.js";
import { referenceLaunchPlan } from "../reference/references.js";
import { entitiesOf } from "./entities.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);
type IntToInt = Workflow<typeof inputs, typeof output>;

function namesOf(entities: readonly Entity[]): string[] {
  return entities.map(({ name }) => name);
}

/** Workflows, each of which calls the one before; the first calls a task. */
function nested(depth: number): IntToInt {
  let inner: IntToInt = workflow({ name: "deep.0", inputs, output }, ({ x }) => inc({ x }));
  for (let level = 1; level < depth; level += 1) {
    const part = inner;
    inner = workflow({ name: `deep.${level}`, inputs, output }, ({ x }) => part({ x }));
  }
  return inner;
}

describe("graphOf", () => {
  it("runs the body once, however often it is asked", () => {
    let runs = 0;
    const counted = workflow({ name: "counted", inputs, output }, ({ x }) => {
      runs += 1;
      return inc({ x });
    });
    const graph = graphOf(counted);
    expect(graphOf(counted)).toBe(graph);
    expect(runs).toBe(1);
  });

  it("does not run the body before it is asked", () => {
    let runs = 0;
    const lazy = workflow({ name: "lazy", inputs, output }, ({ x }) => {
      runs += 1;
      return inc({ x });
    });
    graphOf(workflow({ name: "around", inputs, output }, ({ x }) => lazy({ x })));
    expect(runs).toBe(0);
  });

  it("runs a body again that threw", () => {
    let runs = 0;
    const flaky = workflow({ name: "flaky", inputs, output }, ({ x }) => {
      runs += 1;
      const first = inc({ x });
      if (runs === 1) throw new RangeError("not yet");
      return inc({ x: first });
    });
    expect(() => graphOf(flaky)).toThrow(RangeError);
    expect(graphOf(flaky).nodes).toHaveLength(2);
    expect(runs).toBe(2);
  });

  it("gives what nobody can change", () => {
    const graph = graphOf(workflow({ name: "frozen", inputs, output }, ({ x }) => inc({ x })));
    const { nodes, outputs, ids, unusedConditions } = graph;
    for (const part of [graph, nodes, outputs, ids, unusedConditions, ...nodes]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it("keeps a body that compiles another workflow to its own nodes", () => {
    const other = workflow({ name: "other", inputs, output }, ({ x }) => inc({ x: inc({ x }) }));
    const outer = workflow({ name: "outer", inputs, output }, ({ x }) => {
      const before = inc({ x }, { id: "before" });
      const size = graphOf(other).nodes.length;
      return inc({ x: before }, { id: `after-${size}` });
    });
    expect(graphOf(outer).ids).toEqual(["before", "after-2"]);
    expect(graphOf(other).ids).toEqual(["n0", "n1"]);
  });
});

describe("entitiesOf", () => {
  it("gives what is used before what uses it, each once", () => {
    const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }));
    const twice = workflow({ name: "twice", inputs, output }, ({ x }) => inner({ x: inner({ x }) }));
    const other = task({ name: "other", inputs, output }, ({ x }) => x);
    const top = workflow({ name: "top", inputs, output }, ({ x }) =>
      other({ x: twice({ x: inner({ x }) }) }),
    );
    expect(namesOf(entitiesOf([top]))).toEqual(["inc", "inner", "twice", "other", "top"]);
  });

  it("takes several roots, tasks too, in the order given", () => {
    const lone = task({ name: "lone" }, () => {});
    const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }));
    expect(namesOf(entitiesOf([lone, inner, inc, lone]))).toEqual(["lone", "inc", "inner"]);
    expect(entitiesOf([])).toEqual([]);
  });

  it("follows 500 workflows inside each other", () => {
    const entities = entitiesOf([nested(500)]);
    expect(entities).toHaveLength(501);
    expect(entities[0]?.name).toBe("inc");
    expect(entities.at(-1)?.name).toBe("deep.499");
  });

  it("looks once at what many share: 40 levels that call the one below twice", () => {
    let inner: IntToInt = workflow({ name: "shared.0", inputs, output }, ({ x }) => inc({ x }));
    for (let level = 1; level < 40; level += 1) {
      const part = inner;
      inner = workflow({ name: `shared.${level}`, inputs, output }, ({ x }) => part({ x: part({ x }) }));
    }
    expect(entitiesOf([inner])).toHaveLength(41);
  });

  it("refuses a workflow that calls itself, at its declaration", () => {
    const self: IntToInt = workflow({ name: "self", inputs, output }, ({ x }): never => self({ x }) as never); // self
    const line = lineOf(import.meta.url, "self");
    expect(() => entitiesOf([self])).toThrow(
      expect.objectContaining({
        code: "WORKFLOW_RECURSIVE",
        params: { path: ["self", "self"] },
        location: expect.objectContaining({ line }) as unknown,
      }),
    );
  });

  it("points at the call that closes a circle, in arms and by launch plans too", () => {
    const viaArm: IntToInt = workflow({ name: "viaArm", inputs, output }, ({ x }) => {
      conditional("c")
        .if(x.gt(1), () => viaArm({ x })) // in an arm
        .else(() => inc({ x }));
      return inc({ x });
    });
    const viaPlan: IntToInt = workflow({ name: "viaPlan", inputs, output }, ({ x }) => {
      launchPlan(viaPlan)({ x }); // by a launch plan
      return inc({ x });
    });
    for (const [root, marker] of [
      [viaArm, "in an arm"],
      [viaPlan, "by a launch plan"],
    ] as const) {
      const location = expect.objectContaining({ line: lineOf(import.meta.url, marker) }) as unknown;
      expect(() => entitiesOf([root])).toThrow(
        expect.objectContaining({ code: "WORKFLOW_RECURSIVE", location }),
      );
    }
  });

  it("refuses a circle of workflows, without what only leads there", () => {
    const a: IntToInt = workflow({ name: "a", inputs, output }, ({ x }): never => b({ x }) as never);
    const b: IntToInt = workflow(
      { name: "b", inputs, output },
      ({ x }): never => c({ x: inc({ x }) }) as never,
    );
    const c: IntToInt = workflow({ name: "c", inputs, output }, ({ x }): never => a({ x }) as never);
    const entry = workflow({ name: "entry", inputs, output }, ({ x }) => b({ x }));
    expect(() => entitiesOf([entry])).toThrow(
      expect.objectContaining({ code: "WORKFLOW_RECURSIVE", params: { path: ["b", "c", "a", "b"] } }),
    );
  });

  it("refuses a workflow that makes itself anew in its body without end", () => {
    const make = (): IntToInt =>
      workflow({ name: "endless", inputs, output }, ({ x }): never => make()({ x }) as never);
    expect(() => entitiesOf([make()])).toThrow(
      expect.objectContaining({ code: "WORKFLOW_RECURSIVE", params: { path: ["endless", "endless"] } }),
    );
  });

  it("puts a launch plan behind its workflow, and before who calls it", () => {
    const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }));
    const plan = launchPlan(inner, { name: "inner.plan" });
    const none = task({ name: "none" }, () => {});
    const top = workflow({ name: "top", inputs, output }, ({ x }) => {
      none();
      return inc({ x: plan({ x: inner({ x }) }) });
    });
    expect(namesOf(entitiesOf([top]))).toEqual(["none", "inc", "inner", "inner.plan", "top"]);
    expect(namesOf(entitiesOf([plan, top]))).toEqual(["inc", "inner", "inner.plan", "none", "top"]);
  });

  it("puts a map where its task would be, and a launch plan that is mapped before its map", () => {
    const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }));
    const top = workflow({ name: "top" }, () => {
      mapTask(inc)({ x: [1] });
      mapTask(inner)({ x: [1] });
    });
    const entities = entitiesOf([top]);
    expect(entities.map(({ kind }) => kind)).toEqual([
      "map",
      "task",
      "workflow",
      "launch-plan",
      "map",
      "workflow",
    ]);
    expect(entities[0]?.name).toMatch(/^map_inc_/);
  });

  it("puts what a dynamic uses before it, and a handler behind the nodes of its workflow", () => {
    const handler = task({ name: "handler", inputs }, () => {});
    const grow = dynamic({ name: "grow", inputs, output, uses: [inc] }, ({ x }) => inc({ x }));
    const top = workflow({ name: "top", inputs, output, onFailure: handler }, ({ x }) => grow({ x }));
    expect(namesOf(entitiesOf([top]))).toEqual(["inc", "grow", "handler", "top"]);
  });

  it("looks into the arms of conditionals, in the order in which they were written", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => task({ name, inputs, output }, ({ x }) => x));
    if (a === undefined || b === undefined || c === undefined) throw new Error("three tasks");
    const top = workflow({ name: "top", inputs, output }, ({ x }) =>
      conditional("q")
        .if(x.gt(3), () => a({ x }))
        .elseIf(x.gt(2), () => b({ x: c({ x }) }))
        .else(() => a({ x })),
    );
    expect(namesOf(entitiesOf([top]))).toEqual(["a", "c", "b", "top.q.elseIf1", "q", "top"]);
  });

  it("gives gates and references, which nothing registers, where they are used", () => {
    const elsewhere = { project: "o", domain: "d", version: "1", name: "o.plan" };
    const top = workflow({ name: "top" }, () => {
      sleep(1);
      referenceLaunchPlan(elsewhere)();
    });
    expect(entitiesOf([top]).map(({ kind, name }) => [kind, name])).toEqual([
      ["gate", "sleep-gate"],
      ["reference", "o.plan"],
      ["workflow", "top"],
    ]);
  });

  it("takes a circle through a dynamic for no circle: that ends when it runs", () => {
    const around: IntToInt = workflow(
      { name: "around", inputs, output },
      ({ x }): never => loop({ x }) as never,
    );
    const loop = dynamic(
      { name: "loop", inputs, output, uses: [around] },
      ({ x }): never => around({ x }) as never,
    );
    expect(namesOf(entitiesOf([around]))).toEqual(["loop", "around"]);
    expect(namesOf(entitiesOf([loop]))).toEqual(["around", "loop"]);
  });

  it.each<[string, (self: () => IntToInt, x: ReturnType<typeof inc>) => unknown]>([
    ["a launch plan of it", (self, x) => launchPlan(self())({ x })],
    ["a map over it", (self, x) => mapTask(self())({ x: [x] }).at(0)],
    [
      "an arm",
      (self, x) =>
        conditional("q")
          .if(x.gt(0), () => self()({ x }))
          .else(() => inc({ x })),
    ],
    [
      "an arm of several calls",
      (self, x) =>
        conditional("q")
          .if(x.gt(0), () => inc({ x: self()({ x }) }))
          .else(() => inc({ x })),
    ],
    [
      "a failure handler",
      (self, x) =>
        workflow({ name: "other", inputs, output, onFailure: self() }, ({ x }) => inc({ x }))({ x }),
    ],
  ])("refuses a workflow that contains itself through %s", (_, body) => {
    const self: IntToInt = workflow(
      { name: "self", inputs, output },
      ({ x }): never => body(() => self, x) as never,
    );
    expect(() => entitiesOf([self])).toThrow(
      expect.objectContaining({
        code: "WORKFLOW_RECURSIVE",
        text: expect.stringMatching(/^A workflow cannot contain itself: self calls .*self\.$/) as unknown,
      }),
    );
  });

  it.each([
    ["a string", "pipeline"],
    ["nothing", undefined],
    ["a function", () => 1],
    ["an object", { kind: "task", name: "fake" }],
  ])("refuses %s", (given, root) => {
    expect(() => entitiesOf([root as unknown as Entity])).toThrow(
      expect.objectContaining({
        code: "ENTITY_NOT_COMPILABLE",
        params: { wanted: "tasks, workflows and launch plans", given },
      }),
    );
  });
});
