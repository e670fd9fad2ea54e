import { t, task } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/plugin";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { workflow, type Workflow } from "../function/workflow.js";
import { entitiesOf } from "./entities.js";
import { graphOf } from "./graph.js";

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
    workflow({ name: "around", inputs, output }, ({ x }) => lazy({ x })).trace();
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
