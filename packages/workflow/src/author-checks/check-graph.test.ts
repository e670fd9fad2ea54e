import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { workflow } from "../function/workflow.js";
import { graphOf } from "../graph/graph.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { mapTask } from "../map/map-task.js";
import { referenceTask, referenceWorkflow } from "../reference/references.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";
import { checkGraph } from "./check-graph.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);

/** Code, node and line of each problem. */
function found(wf: AuthoredWorkflow): unknown[] {
  return checkGraph(graphOf(wf)).map(({ code, nodeId, location }) => [code, nodeId, location?.line]);
}

function messages(wf: AuthoredWorkflow): readonly string[] {
  return checkGraph(graphOf(wf)).map(({ message }) => message);
}

function line(marker: string): number {
  return lineOf(import.meta.url, marker);
}

describe("checkGraph", () => {
  it("finds nothing in a workflow that holds together", () => {
    const wf = workflow({ name: "fine", inputs, output }, ({ x }) => inc({ x: inc({ x }) }, { id: "last" }));
    expect(checkGraph(graphOf(wf))).toEqual([]);
  });

  it("reports a body without a call, at the workflow", () => {
    const empty = workflow({ name: "empty", inputs, output }, ({ x }) => x); // empty body
    expect(found(empty)).toEqual([["WORKFLOW_EMPTY", undefined, line("empty body")]]);
    expect(messages(empty)).toEqual(["empty calls no task and no workflow."]);
  });
});

describe("the ids of nodes", () => {
  it("may not come twice, once they are DNS-safe", () => {
    const wf = workflow({ name: "twice", inputs }, ({ x }) => {
      inc({ x }, { id: "My_Node" });
      inc({ x }, { id: "my-node" }); // same id
      inc({ x }, { id: "MyNode" }); // same id again
    });
    expect(found(wf)).toEqual([
      ["NODE_ID_TWICE", "my-node", line("same id")],
      ["NODE_ID_TWICE", "my-node", line("same id again")],
    ]);
  });

  it("may not be the automatic id of another node: reported where the id is set", () => {
    const wf = workflow({ name: "collides", inputs }, ({ x }) => {
      inc({ x }, { id: "n1" }); // asked first
      inc({ x });
      inc({ x });
      inc({ x }, { id: "N2" }); // asked last
    });
    expect(found(wf)).toEqual([
      ["NODE_ID_TWICE", "n1", line("asked first")],
      ["NODE_ID_TWICE", "n2", line("asked last")],
    ]);
    expect(messages(wf)[0]).toBe("Two nodes of collides have the id n1.");
  });

  it.each(["start-node", "end-node", "efn", "fn0", "Start-Node"])("may not be %s", (id) => {
    const wf = workflow({ name: "reserved", inputs }, ({ x }) => {
      inc({ x }, { id }); // reserved id
    });
    expect(found(wf)).toEqual([["NODE_ID_INVALID", id.toLowerCase(), line("reserved id")]]);
  });

  it.each(["___", "日本", "-"])("may not be empty when they are DNS-safe, as %s is", (id) => {
    const wf = workflow({ name: "nothing", inputs }, ({ x }) => {
      inc({ x }, { id }); // nothing left
    });
    expect(found(wf)).toEqual([["NODE_ID_INVALID", "", line("nothing left")]]);
    expect(messages(wf)).toEqual([
      `The node of inc cannot have the id ${JSON.stringify(id)}: it contains no letter from a to z and no digit.`,
    ]);
    expect(checkGraph(graphOf(wf))[0]?.hint).toBe(
      "Choose another id, with at least one letter (a-z or A-Z) or digit (0-9).",
    );
  });

  it("may be those that a neighbour workflow has", () => {
    const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }, { id: "a" }));
    const outer = workflow({ name: "outer", inputs, output }, ({ x }) => inner({ x }, { id: "a" }));
    expect([...found(inner), ...found(outer)]).toEqual([]);
  });
});

describe("a cache override", () => {
  it("is a warning: the cluster does not read it", () => {
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      inc({ x }, { cache: { version: "2" } }); // other version
      inc({ x }, { cache: false }); // no cache
    });
    expect(checkGraph(graphOf(wf))).toMatchObject([
      {
        code: "CACHE_OVERRIDE_IGNORED",
        severity: "warning",
        message: "The call of inc sets `cache`, which Flyte 1.16 reads from the task only.",
        nodeId: "n0",
        location: { line: line("other version") },
      },
      {
        code: "CACHE_OVERRIDE_IGNORED",
        severity: "warning",
        nodeId: "n1",
        location: { line: line("no cache") },
      },
    ]);
  });
});

describe("a cache of a task without outputs", () => {
  const cache = { version: "1" };

  it("is a warning at the task", () => {
    const log = task({ name: "log", inputs, cache }, () => {}); // cached
    const wf = workflow({ name: "wf", inputs }, ({ x }) => void log({ x }, { cache: false }));
    expect(checkGraph(graphOf(wf))).toMatchObject([
      {
        code: "CACHE_WITHOUT_OUTPUTS",
        severity: "warning",
        location: { line: line("cached") },
        message: "Task log is cached but has no outputs, so Flyte runs it every time.",
      },
    ]);
  });

  it("is fine with outputs, and none is fine without", () => {
    const load = task({ name: "load", output, cache }, () => 1);
    const log = task({ name: "log.plain", inputs }, () => {});
    const wf = workflow({ name: "wf", inputs }, ({ x }) => {
      load();
      log({ x });
    });
    expect(found(wf)).toEqual([]);
  });
});

describe("what this backend does not run", () => {
  const ID = { project: "p", domain: "d", version: "1" };
  const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x }));
  const far = referenceWorkflow({ ...ID, name: "far.flow", inputs, output });

  it("is a workflow that is registered elsewhere, as a node", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      inc({ x });
      return far({ x } as never); // far
    });
    expect(found(wf)).toEqual([["REFERENCE_WORKFLOW_AS_NODE", "n1", line("far")]]);
    expect(messages(wf)[0]).toContain("far.flow is a workflow that is registered elsewhere");
  });

  it.each([
    ["a workflow", inner, "the workflow inner"],
    ["a launch plan", launchPlan(inner, { name: "own.plan" }), "the launch plan own.plan"],
    [
      "a reference task",
      referenceTask({ ...ID, name: "far.task", inputs, output }),
      "the reference far.task",
    ],
  ])("is a map over %s", (_, target, words) => {
    const wf = workflow({ name: "wf" }, () => void mapTask(target)({ x: [1] })); // mapped
    expect(found(wf)).toEqual([["MAP_TARGET_NEEDS_NEWER_BACKEND", "n0", line("mapped")]]);
    expect(messages(wf)[0]).toContain(`this map goes over ${words}`);
  });

  it("is no map over a task", () => {
    expect(found(workflow({ name: "wf" }, () => void mapTask(inc)({ x: [1] })))).toEqual([]);
  });
});
