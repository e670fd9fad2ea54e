import { NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";
import { localExecErrors } from "@flytekit-ts/local-exec";
import { isWorkflow, type WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { describe, expect, it } from "vitest";
import { runTwins } from "../run-twins.js";
import { twins } from "../twins.js";
import { compareOutcome, compareRun } from "./compare-run.js";
import { detailedRun, type RecordedRun } from "./recorded-run.js";
import { recordedRunsOf } from "./recorded-runs.js";
import type { RunDifference } from "./run-difference.js";
import { type LocalNode, type LocalOutcome, runLocally } from "./run-locally.js";

/** A recorded run and the workflow that it is of. */
function recordedRun(name: string): { readonly workflow: WorkflowEntity; readonly recorded: RecordedRun } {
  const row = recordedRunsOf(name.replace(/#.*/, "")).find(({ run }) => run === name);
  const entities = [...twins, ...runTwins].flatMap((each) => each.entities);
  const found = entities.find((each) => each.name === row?.workflow);
  if (row === undefined || !isWorkflow(found)) throw new Error(`no run ${name}`);
  return { workflow: found, recorded: detailedRun(row, found) };
}

/** What the run of a case differs in when the recorded one is changed first. */
async function whatDiffers(name: string, change: Partial<RecordedRun> = {}): Promise<readonly string[]> {
  const { workflow: root, recorded } = recordedRun(name);
  return whatOf(await compareRun(root, { ...recorded, ...change }));
}

function whatOf(differences: readonly RunDifference[]): readonly string[] {
  return differences.map(({ what }) => what);
}

function nodesOf(name: string, changes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...recordedRun(name).recorded.nodes, ...Object.entries(changes)]);
}

const good = "c24_diamond#0";
const later = "x01_policy#1";
const immediately = "x01_policy#0";

describe("a planted difference is found in a run that succeeded", () => {
  it("not where nothing is planted", async () => {
    expect(await whatDiffers(good)).toEqual([]);
  });

  it.each<[string, Partial<RecordedRun>, readonly string[]]>([
    ["a wrong output", { outputs: "{o0: 9}" }, ["outputs"]],
    ["an output of another kind", { outputs: "{o0: 8.0}" }, ["outputs"]],
    ["another phase", { phase: "Failed" }, ["phase"]],
    ["one node more", { nodes: nodesOf(good, { n4: "SUCCEEDED" }) }, ["nodes SUCCEEDED"]],
    ["a node that should be skipped", { nodes: nodesOf(good, { n3: "SKIPPED" }) }, ["nodes SUCCEEDED"]],
    ["another task execution", { tasks: undefined, taskRuns: 5 }, ["task executions"]],
    ["one task execution less", { tasks: undefined, taskRuns: 3 }, ["task executions"]],
  ])("%s", async (_, change, what) => {
    expect(await whatDiffers(good, change)).toEqual(what);
  });

  it("a task execution with other inputs, one more, and one less", async () => {
    const { tasks = [] } = recordedRun(good).recorded;
    const [first = "", ...others] = tasks;
    for (const changed of [[...others, first.replace("n: 1", "n: 2")], others, [...tasks, first]]) {
      expect(await whatDiffers(good, { tasks: changed })).toEqual(["task executions"]);
    }
    expect(await whatDiffers(good, { tasks: [...others, first] })).toEqual([]);
  });

  it("items of a map that are counted twice, unless it begins the execution and has no limit", async () => {
    expect(await whatDiffers("x04_map#0", { tasks: undefined, taskRuns: 4 })).toEqual([]);
    expect(await whatDiffers("x04_map#0", { tasks: undefined, taskRuns: 3 })).toEqual(["task executions"]);
    expect(await whatDiffers("x04_map#9", { tasks: undefined, taskRuns: 6 })).toEqual(["task executions"]);
  });
});

describe("a planted difference is found in a run that failed late", () => {
  it("not where nothing is planted", async () => {
    expect(await whatDiffers(later)).toEqual([]);
  });

  it.each<[string, Partial<RecordedRun>, readonly string[]]>([
    ["another message", { error: "boom 2" }, ["error"]],
    ["another code", { code: "UserProvidedError" }, ["error"]],
    [
      "a node that failed too",
      { nodes: nodesOf(later, { n4: "FAILED" }) },
      ["nodes SUCCEEDED", "nodes FAILED"],
    ],
    [
      "a node that should be skipped",
      { nodes: nodesOf(later, { n4: "SKIPPED" }) },
      ["nodes SUCCEEDED", "nodes SKIPPED"],
    ],
    ["a node that should have run", { nodes: nodesOf(later, { n1: "SUCCEEDED" }) }, ["nodes SUCCEEDED"]],
    ["another phase", { phase: "Succeeded" }, ["phase"]],
  ])("%s", async (_, change, what) => {
    expect(await whatDiffers(later, change)).toEqual(what);
  });

  it("but not where the engine did not come to a node that we skip", async () => {
    const nodes = new Map(recordedRun(later).recorded.nodes);
    nodes.delete("n1");
    expect(await whatDiffers(later, { nodes })).toEqual([]);
  });

  it("a node of ours that runs although it waits for a failed one", async () => {
    const int = t.int();
    const boom = task({ name: "boom", inputs: { x: int }, output: int }, ({ x }) => {
      throw new NonRecoverableError(`boom ${x}`);
    });
    const inc = task({ name: "inc", inputs: { x: int }, output: int }, ({ x }) => x + 1);
    const careless = workflow(
      {
        name: "careless",
        inputs: { x: int },
        outputs: { o0: int, o1: int },
        failurePolicy: "fail-after-executable-nodes-complete",
      },
      ({ x }) => {
        boom({ x });
        const o0 = inc({ x });
        return { o0, o1: inc({ x: inc({ x: inc({ x }) }) }) };
      },
    );
    const differences = await compareRun(careless as never, recordedRun(later).recorded);
    expect(whatOf(differences)).toEqual(["nodes SUCCEEDED", "nodes SKIPPED"]);
  });
});

describe("a planted difference is found in a run that failed at once", () => {
  it("not where nothing is planted, or only how far other nodes came", async () => {
    expect(await whatDiffers(immediately)).toEqual([]);
    expect(await whatDiffers(immediately, { nodes: nodesOf(immediately, { n2: "SUCCEEDED" }) })).toEqual([]);
  });

  it.each<[string, string, Partial<RecordedRun>, readonly string[]]>([
    ["another message", immediately, { error: "boom 2" }, ["error"]],
    ["another phase", immediately, { phase: "Succeeded" }, ["phase"]],
    [
      "a handler that should fail",
      "x02_failure_node#0",
      { nodes: nodesOf("x02_failure_node#0", { fn0: "FAILED" }) },
      ["node fn0"],
    ],
    ["another message of a fail", "x03_branch#2", { error: "[UserProvidedError] too big" }, ["error"]],
    ["a refusal that is a fail", "x07_gates#1", { code: "UserProvidedError" }, ["error"]],
    ["the error of a plan's child", "x08_children#3", { error: "102 is too much" }, ["error"]],
  ])("%s", async (_, name, change, what) => {
    expect(await whatDiffers(name, change)).toEqual(what);
  });

  it("the failure of a map at a node where none fails", async () => {
    const map = recordedRun("x04_map#1");
    const ours = await runLocally(map.workflow, map.recorded.inputs);
    const { error } = ours;
    if (!localExecErrors.MAP_FAILED.is(error)) return expect.unreachable();
    const elsewhere = localExecErrors.MAP_FAILED({ ...error.params, node: "n7" });
    const compared = (given: LocalOutcome): Promise<readonly RunDifference[]> =>
      compareOutcome({ ...map, ours: given }, () => Promise.resolve(ours));
    expect(await compared(ours)).toEqual([]);
    expect(whatOf(await compared({ ...ours, error: elsewhere }))).toEqual(["error of our run"]);
    // Other items failed first: which, nobody knows before.
    const others = localExecErrors.MAP_FAILED({
      ...error.params,
      failures: error.params.failures.slice(0, 0),
    });
    expect(others.text).not.toBe(error.text);
    expect(await compared({ ...ours, error: others })).toEqual([]);
  });

  it("a node that started behind a failed one, and an error that no node has", async () => {
    const { workflow: root, recorded } = recordedRun(immediately);
    const ours = await runLocally(root, recorded.inputs);
    const started: LocalNode = { id: "n1", phase: "RUNNING", started: true, isItem: false, error: undefined };
    const hasty: LocalOutcome = { ...ours, nodes: new Map([...ours.nodes, ["n1", started]]) };
    const patiently = (): Promise<LocalOutcome> => Promise.resolve(ours);
    expect(await compareOutcome({ workflow: root, ours: hasty, recorded }, patiently)).toEqual([
      { what: "node n1", ours: "started", engine: "waits for n0, which failed" },
    ]);
    const strange: LocalOutcome = { ...ours, error: new Error("out of the blue") };
    expect(whatOf(await compareOutcome({ workflow: root, ours: strange, recorded }, patiently))).toEqual([
      "error of our run",
    ]);
  });
});
