import { randomBytes } from "node:crypto";
import { type Admin, startAdmin } from "@flytekit-ts/admin";
import { SimpleType } from "@flytekit-ts/core/literals";
import { simpleType } from "@flytekit-ts/core/types";
import {
  cron,
  fixedRate,
  launchPlan,
  mapTask,
  referenceLaunchPlan,
  referenceTask,
  referenceWorkflow,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExecuteOptions } from "../src/executions/start/execute-options.js";
import { connect } from "../src/remote/connect.js";
import type { Remote } from "../src/remote/remote.js";
import { reachSignal, tellEnd, tellRunning } from "./support/scripted.js";

const scale = task(
  { name: "garden.scale", inputs: { x: t.int(), by: t.int().default(2) }, output: t.int() },
  ({ x, by }) => x * by,
);
const season = workflow(
  {
    name: "garden.season",
    inputs: { x: t.int(), note: t.string().default("none"), seed: t.optional(t.int()) },
    outputs: { y: t.int(), note: t.string() },
  },
  ({ x, note }) => ({ y: scale({ x }), note }),
);
const daily = launchPlan(season, {
  name: "garden.daily",
  fixedInputs: { x: 3 },
  defaultInputs: { note: "d" },
});
const hourly = launchPlan(season, { name: "garden.hourly", fixedInputs: { x: 1 }, concurrency: { max: 1 } });
const files = task(
  { name: "garden.files", inputs: { f: t.file(), d: t.directory() }, output: t.file() },
  ({ f }) => f,
);
const trees = task(
  {
    name: "garden.trees",
    inputs: { tree: t.struct("Tree", { kind: t.string(), rings: t.int() }), big: t.int({ bigint: true }) },
    outputs: { ok: t.boolean() },
  },
  () => ({ ok: true }),
);

const stamped = workflow(
  { name: "garden.stamped", inputs: { when: t.datetime(), rows: t.int() }, output: t.int() },
  ({ rows }) => scale({ x: rows }),
);

const elsewhere = referenceTask({
  ...{ name: "garden.scale", project: "flytesnacks", domain: "development", version: "v1" },
  inputs: { x: t.int() },
});

let admin: Admin;
let remote: Remote;
beforeAll(async () => {
  admin = await startAdmin({ mostInlineBytes: 2000 });
  const options = { endpoint: admin.endpoint, insecure: true, project: "flytesnacks", domain: "development" };
  remote = await connect(options);
  await remote.register([season, daily, hourly, files, trees], { version: "v1", image: "tasks:v1" });
  await remote.register([season, daily], { version: "v2", image: "tasks:v1" });
});
afterAll(async () => {
  await remote.close();
  await admin.close();
});

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const taken: T[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

const newName = (): string => `e${randomBytes(6).toString("hex")}`;
const failure = { phase: "FAILED", code: "USER:Bad", kind: 1 } as const;

describe("remote.execute", () => {
  it("executes a workflow through its launch plan, in the newest version, and gives typed outputs", async () => {
    const execution = await remote.execute(season, { x: 5 });
    const { connection } = remote;
    expect(await execution.status()).toMatchObject({
      phase: "UNDEFINED",
      isDone: false,
      entity: { kind: "launch-plan", name: "garden.season", version: "v2" },
      isArchived: false,
    });
    await expect(execution.outputs()).rejects.toMatchObject({ code: "EXECUTION_UNFINISHED" });
    expect(await execution.inputs()).toEqual({ x: 5, note: "none", seed: undefined });
    await tellRunning(connection, execution.id);
    await tellEnd(connection, execution.id, {
      phase: "SUCCEEDED",
      of: season,
      outputs: { y: 10, note: "n" },
    });
    expect(await execution.wait()).toEqual({ y: 10, note: "n" });
    expect(await execution.outputs()).toEqual({ y: 10, note: "n" });
    expect(execution.consoleUrl).toBe(
      `http://${admin.endpoint}/console/projects/flytesnacks/domains/development/executions/${execution.id.name}`,
    );
  });

  it("executes a task, with the defaults of this program", async () => {
    const execution = await remote.execute(scale, { x: 4 }, { version: "v1" });
    expect(await execution.inputs()).toEqual({ x: 4, by: 2 });
    expect((await execution.status()).entity).toMatchObject({ kind: "task", version: "v1" });
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, { phase: "SUCCEEDED", of: scale, outputs: { o0: 8 } });
    expect(await execution.wait()).toBe(8);
  });

  it("executes launch plans and references to them, with what they fix", async () => {
    const execution = await remote.execute(daily, { note: "mine" });
    expect(await execution.inputs()).toEqual({ x: 3, note: "mine", seed: undefined });
    const id = { project: "flytesnacks", domain: "development", version: "v1" };
    const declared = { ...id, inputs: { x: t.int() }, outputs: { y: t.int(), note: t.string() } };
    const plan = await remote.execute(referenceLaunchPlan({ ...declared, name: "garden.season" }), { x: 1 });
    const flow = await remote.execute(referenceWorkflow({ ...declared, name: "garden.season" }), { x: 1 });
    for (const { entity } of [await plan.status(), await flow.status()]) {
      expect(entity).toMatchObject({ kind: "launch-plan", name: "garden.season", version: "v1" });
    }
  });

  it("executes what is given by name, with the cluster's types", async () => {
    const inputs = { tree: { kind: "oak", rings: 7 }, big: 2n ** 60n };
    const execution = await remote.execute({ kind: "task", name: "garden.trees" }, inputs);
    expect(await execution.inputs()).toEqual(inputs);
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, { phase: "SUCCEEDED", of: trees, outputs: { ok: false } });
    expect(await execution.wait()).toEqual({ ok: false });
    expect([...(await execution.literals("inputs")).keys()].toSorted()).toEqual(["big", "tree"]);
    expect([...(await execution.literals("outputs")).keys()]).toEqual(["ok"]);
    const typed = remote.execution(execution.id, trees);
    expect(await typed.inputs()).toEqual(inputs);
    const plan = await remote.execute({ kind: "workflow", name: "garden.season", version: "v1" }, { x: 2 });
    expect(await plan.inputs()).toEqual({ x: 2, note: "none", seed: undefined });
  });

  it.each([
    [{ kind: "task", name: "garden.trees" }, { tree: { kind: "oak" }, big: 1 }, "EXECUTION_INPUTS_INVALID"],
    [{ kind: "task", name: "garden.trees" }, { big: 1 }, "EXECUTION_INPUTS_INVALID"],
    [{ kind: "launch-plan", name: "garden.daily" }, { x: 1 }, "EXECUTION_INPUTS_INVALID"],
    [{ kind: "launch-plan", name: "garden.season" }, { x: 1.5 }, "EXECUTION_INPUTS_INVALID"],
    [{ kind: "launch-plan", name: "garden.gone" }, {}, "CLUSTER_ENTITY_NOT_FOUND"],
    [{ kind: "launch-plan", name: "garden.season", version: "v9" }, { x: 1 }, "CLUSTER_ENTITY_NOT_FOUND"],
    [{ kind: "project", name: "garden" }, {}, "OPTION_INVALID"],
    [{ kind: "task" }, {}, "OPTION_INVALID"],
    [{ kind: "task", name: "garden.scale", versoin: "v1" }, {}, "OPTION_UNKNOWN"],
    ["garden.season", {}, "ENTITY_NOT_EXECUTABLE"],
    [undefined, {}, "ENTITY_NOT_EXECUTABLE"],
    [mapTask(scale), { x: [1] }, "ENTITY_NOT_EXECUTABLE"],
    [season, { x: 1, y: 2 }, "EXECUTION_INPUTS_INVALID"],
    [daily, { x: 1 }, "EXECUTION_INPUTS_INVALID"],
  ])("refuses %o with %o as %s", async (given: unknown, inputs: unknown, code: string) => {
    await expect(remote.execute(given as never, inputs as never)).rejects.toMatchObject({ code });
  });

  it("tells what a registered entity takes and gives", async () => {
    const plan = await remote.interfaceOf({ kind: "launch-plan", name: "garden.daily" });
    expect(plan.entity).toMatchObject({ kind: "launch-plan", name: "garden.daily", version: "v2" });
    const { inputs, outputs } = plan.interface;
    // What the plan fixes is none of its inputs.
    expect([...inputs].map(([name, { default: fallback }]) => [name, fallback?.value])).toEqual([
      ["note", "d"],
      ["seed", undefined],
    ]);
    expect([...outputs.keys()].toSorted()).toEqual(["note", "y"]);
    const { interface: own } = await remote.interfaceOf({
      kind: "task",
      name: "garden.trees",
      version: "v1",
    });
    expect(own.inputs.get("big")?.default).toBeUndefined();
    const nowhere = remote.interfaceOf({ kind: "task", name: "garden.nowhere" });
    await expect(nowhere).rejects.toMatchObject({ code: "CLUSTER_ENTITY_NOT_FOUND" });
  });

  it("takes every option", async () => {
    const options: ExecuteOptions = {
      ...{ namePrefix: "nightly", labels: { team: "trees" }, annotations: { a: "b" }, tags: ["t1"] },
      ...{
        notifications: "disabled",
        runAs: { serviceAccount: "robot" },
        maxParallelism: 2,
        interruptible: true,
      },
      ...{ rawOutputPrefix: "s3://mine", overwriteCache: true, envs: { A: "b" } },
    };
    const { id } = await remote.execute(season, { x: 1 }, options);
    expect(id.name).toMatch(/^nightly-/);
    const { spec } = await remote.connection.admin.getExecution({ id: { ...id, org: "" } });
    expect(spec).toMatchObject({
      labels: { values: new Map([["team", "trees"]]) },
      annotations: { values: new Map([["a", "b"]]) },
      notificationOverrides: { $case: "disableAll", value: true },
      securityContext: { runAs: { k8sServiceAccount: "robot" } },
      maxParallelism: 2,
      interruptible: true,
      rawOutputDataConfig: { outputLocationPrefix: "s3://mine" },
      overwriteCache: true,
      envs: { values: [{ key: "A", value: "b" }] },
      tags: ["t1"],
    });
  });

  it("gives the execution that is there when a start is repeated, and no other", async () => {
    const name = newName();
    const first = await remote.execute(season, { x: 1 }, { name });
    expect((await remote.execute(season, { x: 1 }, { name })).id).toEqual(first.id);
    expect((await remote.execute(season, { x: 1, note: "none" }, { name })).id).toEqual(first.id);
    await expect(remote.execute(season, { x: 2, note: "m" }, { name })).rejects.toMatchObject({
      code: "EXECUTION_NAME_TAKEN",
      params: {
        execution: `flytesnacks/development/${name}`,
        differences: ["the input x is 1, and not 2", 'the input note is "none", and not "m"'],
      },
    });
    await expect(remote.execute(season, { x: 1 }, { name, version: "v1" })).rejects.toMatchObject({
      code: "EXECUTION_NAME_TAKEN",
      params: { differences: [expect.stringMatching(/in version v2, and not .* in version v1/)] },
    });
    await expect(remote.execute(scale, { x: 1 }, { name })).rejects.toMatchObject({
      code: "EXECUTION_NAME_TAKEN",
    });
  });

  it("registers the entity first where that is wanted", async () => {
    const fresh = task({ name: "garden.fresh", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
    const register = { version: "v7", image: "tasks:v7" };
    const execution = await remote.execute(fresh, { x: 1 }, { register });
    expect((await execution.status()).entity).toMatchObject({ name: "garden.fresh", version: "v7" });
    await remote.execute(fresh, { x: 2 }, { register });
    await expect(
      remote.execute({ kind: "task", name: "garden.fresh" }, { x: 1 }, { register }),
    ).rejects.toMatchObject({
      code: "OPTION_INVALID",
    });
  });

  it("says that a plan has as many executions as it may have", async () => {
    const first = await remote.execute(hourly);
    await tellRunning(remote.connection, first.id);
    await expect(remote.execute(hourly)).rejects.toMatchObject({
      code: "EXECUTION_NOT_STARTED",
      params: { said: expect.stringContaining("concurrency limit") as string },
    });
  });
});

describe("files of executions", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it("are uploaded, and read through signed links", async () => {
    const name = newName();
    const give = async () => remote.execute(files, { f: bytes("content"), d: import.meta.dirname }, { name });
    const execution = await give();
    // The same files have the same URIs.
    expect((await give()).id).toEqual(execution.id);
    const { f, d } = await execution.inputs();
    expect(await f.text()).toBe("content");
    expect(f.uri).toMatch(/^s3:\/\/flyte\/.*flytesnacks\/development\/[0-9a-f]{32}\/file$/);
    await expect(d.path()).rejects.toThrow(/storage/);
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, { phase: "SUCCEEDED", of: files, outputs: { o0: f.uri } });
    expect(await (await execution.wait()).text()).toBe("content");
    const other = { f: bytes("other"), d: import.meta.dirname };
    await expect(remote.execute(files, other, { name })).rejects.toMatchObject({
      code: "EXECUTION_NAME_TAKEN",
    });
  });

  it("are read with the author's storage where there is one", async () => {
    const execution = await remote.execute(files, { f: bytes("x"), d: import.meta.dirname });
    const read: string[] = [];
    const unused = (): never => {
      throw new Error("this test reads only");
    };
    const storage = {
      schemes: ["s3"],
      async *read(uri: string) {
        read.push(uri);
        yield bytes("from the storage");
      },
      ...{ write: unused, stat: unused, list: unused, delete: unused },
    };
    const own = await connect({
      ...{ endpoint: admin.endpoint, insecure: true, project: "flytesnacks", domain: "development" },
      storage,
    });
    const { f } = await own.execution(execution.id, files).inputs();
    expect(await f.text()).toBe("from the storage");
    expect(read).toEqual([f.uri]);
    await own.close();
  });

  it("tells what is missing in the store, without the link", async () => {
    const execution = await remote.execute(scale, { x: 4 });
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, {
      phase: "SUCCEEDED",
      of: files,
      outputs: { o0: "s3://flyte/none" },
    });
    const file = await remote.execution(execution.id, files).wait();
    const error: unknown = await file.text().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "STORAGE_NOT_FOUND" });
    expect(JSON.stringify(error)).not.toContain("X-Amz");
  });
});

describe("large values", () => {
  it("are fetched where the cluster gives only their URL", async () => {
    const note = "x".repeat(5000);
    const execution = await remote.execute(season, { x: 1, note });
    const data = await remote.connection.admin.getExecutionData({ id: { ...execution.id, org: "" } });
    expect(data.fullInputs?.literals.size ?? 0).toBe(0);
    expect(await execution.inputs()).toMatchObject({ note });
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, {
      phase: "SUCCEEDED",
      of: season,
      outputs: { y: 1, note },
    });
    expect(await execution.wait()).toEqual({ y: 1, note });
  });

  it("are refused where the cluster takes no such message", async () => {
    const note = "x".repeat(5 * 2 ** 20);
    await expect(remote.execute(season, { x: 1, note })).rejects.toMatchObject({
      code: "EXECUTION_INPUTS_TOO_LARGE",
      params: { largest: expect.stringMatching(/^in note \(\d+ bytes\)$/) as string },
    });
  });
});

describe("an execution", () => {
  it("fails with the cluster's words, whole", async () => {
    const execution = await remote.execute(season, { x: 1 });
    const message = "trace ".repeat(5400);
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, { ...failure, message });
    await expect(execution.wait()).rejects.toMatchObject({
      code: "EXECUTION_FAILED",
      params: {
        execution: `flytesnacks/development/${execution.id.name}`,
        consoleUrl: execution.consoleUrl,
        code: "USER:Bad",
        kind: "user",
        message,
      },
    });
    await expect(execution.outputs()).rejects.toMatchObject({ code: "EXECUTION_FAILED" });
    expect((await execution.status()).error).toEqual({ code: "USER:Bad", kind: "user", message });
  });

  it("is recovered and relaunched, and asking again gives the same", async () => {
    const execution = await remote.execute(season, { x: 1 });
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, { ...failure, message: "m" });
    for (const how of ["recover", "relaunch"] as const) {
      const name = newName();
      const again = await execution[how]({ name });
      expect(again.id.name).toBe(name);
      expect((await execution[how]({ name })).id).toEqual(again.id);
      expect(await again.inputs()).toEqual(await execution.inputs());
      const taken = { name: execution.id.name };
      await expect(execution[how](taken)).rejects.toMatchObject({ code: "EXECUTION_NAME_TAKEN" });
      const other = how === "recover" ? "relaunch" : "recover";
      await expect(execution[other]({ name })).rejects.toMatchObject({ code: "EXECUTION_NAME_TAKEN" });
      expect((await execution[how]()).id.name).toMatch(/^a[a-z0-9]{19}$/);
    }
    await expect(execution.recover({ nmae: "x" } as never)).rejects.toMatchObject({ code: "OPTION_UNKNOWN" });
    await expect(execution.recover({ name: "X" })).rejects.toMatchObject({ code: "EXECUTION_NAME_INVALID" });
  });

  it("is terminated with a cause", async () => {
    const execution = await remote.execute(season, { x: 1 });
    await execution.terminate("enough rain");
    expect(await execution.status()).toMatchObject({ phase: "ABORTING", aborted: { cause: "enough rain" } });
    await tellEnd(remote.connection, execution.id, {
      phase: "ABORTED",
      code: "Aborted",
      message: "a",
      kind: 0,
    });
    await expect(execution.wait()).rejects.toMatchObject({
      code: "EXECUTION_ABORTED",
      params: { cause: "enough rain" },
    });
    await expect(execution.terminate("again")).rejects.toMatchObject({ code: "CLUSTER_REFUSED" });
    await expect(execution.terminate("")).rejects.toMatchObject({ code: "OPTION_INVALID" });
    await expect(execution.terminate(undefined as never)).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });

  it("runs out of time", async () => {
    const execution = await remote.execute(season, { x: 1 });
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, {
      phase: "TIMED_OUT",
      code: "T",
      message: "deadline",
      kind: 2,
    });
    await expect(execution.wait()).rejects.toMatchObject({
      code: "EXECUTION_TIMED_OUT",
      params: { message: "deadline" },
    });
  });

  it("has outputs of other types than this program says", async () => {
    const execution = await remote.execute(season, { x: 1 });
    await tellRunning(remote.connection, execution.id);
    await tellEnd(remote.connection, execution.id, {
      phase: "SUCCEEDED",
      of: season,
      outputs: { y: 1, note: "n" },
    });
    const other = remote.execution(execution.id, trees);
    await expect(other.wait()).rejects.toMatchObject({ code: "EXECUTION_VALUES_UNREADABLE" });
    expect(await remote.execution(execution.id.name).wait()).toEqual({ y: 1, note: "n" });
  });

  it("is archived, and listed", async () => {
    const execution = await remote.execute(season, { x: 1 }, { tags: [newName()] });
    await execution.archive();
    const archived: string[] = [];
    for await (const { id, isArchived } of remote.executions({ where: { state: "archived" } })) {
      expect(isArchived).toBe(true);
      archived.push(id.name);
    }
    expect(archived).toContain(execution.id.name);
    await execution.unarchive();
    expect((await execution.status()).isArchived).toBe(false);
    await expect(remote.execution("none").status()).rejects.toMatchObject({
      code: "CLUSTER_ENTITY_NOT_FOUND",
    });
    await expect(remote.execution("none").archive()).rejects.toMatchObject({
      code: "CLUSTER_ENTITY_NOT_FOUND",
    });
  });

  it("is found by name, phase, plan and tag", async () => {
    const tag = newName();
    const execution = await remote.execute(season, { x: 1 }, { tags: [tag] });
    const { name } = execution.id;
    for (const where of [
      { name },
      { tag },
      { name, phase: "UNDEFINED", launchPlan: "garden.season" } as const,
    ]) {
      const found = await all(remote.executions({ where, sort: { by: "name" } }));
      expect(found.map(({ id }) => id.name)).toEqual([name]);
    }
    const names = (await all(remote.executions({ pageSize: 2 }))).map(({ id }) => id.name);
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  });

  it("tells what took time", async () => {
    const execution = await remote.execute(season, { x: 1 });
    await tellRunning(remote.connection, execution.id);
    const span = await execution.metrics();
    expect(span).toMatchObject({ kind: "execution", name: execution.id.name });
    expect(span?.start).toBeInstanceOf(Date);
  });
});

describe("what is no sound call", () => {
  type Calls = Record<string, (...given: unknown[]) => unknown>;
  it.each<[string, readonly unknown[], string]>([
    ["wait", ["1 hour"], "OPTIONS_NOT_AN_OBJECT"],
    ["wait", [null], "OPTIONS_NOT_AN_OBJECT"],
    ["wait", [{ timout: 1 }], "OPTION_UNKNOWN"],
    ["wait", [{ timeout: -1 }], "OPTION_INVALID"],
    ["metrics", [{ depth: 0 }], "OPTION_INVALID"],
    ["metrics", [{ depth: "deep" }], "OPTION_INVALID"],
    ["recover", [null], "OPTIONS_NOT_AN_OBJECT"],
    ["relaunch", [{ overwriteCache: 1 }], "OPTION_INVALID"],
    ["terminate", [], "OPTION_INVALID"],
    ["terminate", ["\ud800"], "OPTION_INVALID"],
    ["approve", [undefined], "SIGNAL_UNKNOWN"],
    ["setInput", ["", 1], "SIGNAL_UNKNOWN"],
  ])("execution.%s(...%o) is %s", async (method, given, code) => {
    const execution = await remote.execute(season, { x: 1 });
    await expect(async () => (execution as unknown as Calls)[method]?.(...given)).rejects.toMatchObject({
      code,
    });
  });

  it.each<[string, readonly unknown[], string]>([
    ["execute", [season, { x: 1 }, null], "OPTIONS_NOT_AN_OBJECT"],
    ["execute", [season, { x: 1 }, { label: {} }], "OPTION_UNKNOWN"],
    ["execute", [season, { x: 1 }, { name: "a", namePrefix: "b" }], "EXECUTION_NAME_INVALID"],
    ["execute", [season, { x: 1 }, { version: "" }], "OPTION_INVALID"],
    ["execute", [elsewhere, { x: 1 }, { version: "v2" }], "OPTION_INVALID"],
    [
      "execute",
      [{ kind: "task", name: "garden.scale" }, { x: 1 }, { version: "v9" }],
      "CLUSTER_ENTITY_NOT_FOUND",
    ],
    [
      "execute",
      [{ kind: "task", name: "garden.scale" }, { x: 1 }, { project: "moon" }],
      "CLUSTER_ENTITY_NOT_FOUND",
    ],
    ["execute", [season, { x: 1 }, { project: "" }], "OPTION_INVALID"],
    ["execute", [season, { x: 1 }, { domain: "moon" }], "CLUSTER_ENTITY_NOT_FOUND"],
    ["execute", [season, { x: 1 }, { version: "v1", domain: "moon" }], "CLUSTER_REFUSED"],
    ["execute", [season, new Proxy({}, { ownKeys: () => ["x"] })], "EXECUTION_INPUTS_INVALID"],
    ["execution", [undefined], "OPTION_INVALID"],
    ["execution", [""], "OPTION_INVALID"],
    ["execution", [{ project: "p" }], "OPTION_INVALID"],
    ["execution", ["a", {}], "OPTION_INVALID"],
    ["executions", [null], "OPTIONS_NOT_AN_OBJECT"],
    ["executions", [{ where: { colour: "red" } }], "OPTION_UNKNOWN"],
    ["executions", [{ where: { state: "gone" } }], "OPTION_INVALID"],
    ["executions", [{ pageSize: 0 }], "OPTION_INVALID"],
    ["get", [undefined], "FLYTE_URL_INVALID"],
    ["get", ["flyte://v1/p/d/e/n/o", { types: 1 }], "OPTION_UNKNOWN"],
    ["backfill", [season, null], "OPTIONS_NOT_AN_OBJECT"],
  ])("remote.%s(...%o) is %s", async (method, given, code) => {
    await expect(async () => (remote as unknown as Calls)[method]?.(...given)).rejects.toMatchObject({
      code,
    });
  });

  it("ends with its signal, and starts nothing", async () => {
    const name = newName();
    const signal = AbortSignal.abort("enough");
    await expect(remote.execute(season, { x: 1 }, { name, signal })).rejects.toMatchObject({
      code: "CALL_ABORTED",
    });
    await expect(remote.execution(name).status()).rejects.toMatchObject({ code: "CLUSTER_ENTITY_NOT_FOUND" });
    const execution = await remote.execute(season, { x: 1 });
    for (const call of [
      "status",
      "wait",
      "outputs",
      "inputs",
      "recover",
      "relaunch",
      "signals",
      "metrics",
      "archive",
    ] as const)
      await expect(execution[call]({ signal })).rejects.toMatchObject({ code: "CALL_ABORTED" });
    await expect(execution.terminate("x", { signal })).rejects.toMatchObject({ code: "CALL_ABORTED" });
    await expect(execution.approve("x", true, { signal })).rejects.toMatchObject({ code: "CALL_ABORTED" });
  });

  it("starts one execution where two are asked for at once", async () => {
    const name = newName();
    const both = await Promise.all([1, 2].map(async () => remote.execute(season, { x: 1 }, { name })));
    expect(new Set(both.map(({ id }) => id.name))).toEqual(new Set([name]));
  });
});

describe("remote.backfill", () => {
  const nightly = launchPlan(stamped, {
    name: "garden.nightly",
    schedule: cron("CRON_TZ=Europe/Berlin 0 4 * * *", { kickoffTime: "when" }),
    defaultInputs: { rows: 4 },
  });
  const hours = launchPlan(season, {
    name: "garden.hours",
    fixedInputs: { x: 1 },
    schedule: fixedRate("1 hour"),
  });
  const span = { from: new Date("2026-03-28T03:00Z"), to: new Date("2026-04-01T00:00Z") };
  beforeAll(async () => remote.register([nightly, hours], { version: "v1", image: "tasks:v1" }));

  it("executes a plan for the times of its schedule, one after the other", async () => {
    const name = newName();
    const { execution, times, version } = await remote.backfill(nightly, { ...span, name });
    expect(times.map((time) => time.toISOString())).toEqual([
      "2026-03-29T02:00:00.000Z",
      "2026-03-30T02:00:00.000Z",
      "2026-03-31T02:00:00.000Z",
    ]);
    const { entity } = (await execution?.status()) ?? {};
    expect(entity).toMatchObject({ kind: "launch-plan", name: "backfill-garden.nightly", version });
    const made = await remote.workflow({ name: "backfill-garden.nightly", version });
    const nodes = (made.compiled?.primary?.template?.nodes ?? []).filter(({ id }) => /^n\d/.test(id));
    expect(nodes.map(({ upstreamNodeIds }) => upstreamNodeIds)).toEqual([[], ["n0"], ["n1"]]);
    expect(nodes.map(({ inputs }) => inputs.map(({ var: input }) => input))).toEqual([
      ["when"],
      ["when"],
      ["when"],
    ]);
    // Once more: nothing else is registered, and the execution is the same.
    const again = await remote.backfill(nightly, { ...span, name });
    expect([again.version, again.execution?.id]).toEqual([version, execution?.id]);
  });

  it("makes others of other terms, and executes nothing if it should not", async () => {
    const dry = await remote.backfill(nightly, {
      ...span,
      to: new Date("2026-03-31T00:00Z"),
      register: false,
    });
    const parallel = await remote.backfill(
      { kind: "launch-plan", name: "garden.nightly" },
      { ...span, parallel: true, execute: false },
    );
    expect(parallel.execution).toBeUndefined();
    expect(parallel.version).not.toBe(dry.version);
    const made = await remote.workflow({ name: "backfill-garden.nightly", version: parallel.version });
    const nodes = (made.compiled?.primary?.template?.nodes ?? []).filter(({ id }) => /^n\d/.test(id));
    expect(nodes.map(({ upstreamNodeIds }) => upstreamNodeIds)).toEqual([[], [], []]);
    await expect(remote.workflow({ name: dry.workflow.name, version: dry.version })).rejects.toMatchObject({
      code: "CLUSTER_ENTITY_NOT_FOUND",
    });
  });

  it.each([
    [hours, {}, "BACKFILL_INVALID"],
    [season, {}, "BACKFILL_INVALID"],
    [scale, {}, "BACKFILL_INVALID"],
    [nightly, { from: span.to }, "BACKFILL_INVALID"],
    [nightly, { to: new Date(Number.NaN) }, "OPTION_INVALID"],
    [nightly, { from: "2026-01-01" }, "OPTION_INVALID"],
    [nightly, { parallel: 1 }, "OPTION_INVALID"],
    [nightly, { until: new Date() }, "OPTION_UNKNOWN"],
    [nightly, { failurePolicy: "never" }, "FAILURE_POLICY_UNKNOWN"],
    [nightly, { planVersion: "v9" }, "CLUSTER_ENTITY_NOT_FOUND"],
    [nightly, { name: "X" }, "EXECUTION_NAME_INVALID"],
  ])("refuses %o with %o as %s", async (plan: unknown, options: object, code: string) => {
    await expect(remote.backfill(plan as never, { ...span, ...options })).rejects.toMatchObject({ code });
  });
});

describe("signals", () => {
  const int = simpleType(SimpleType.INTEGER);
  const boolean = simpleType(SimpleType.BOOLEAN);

  it("are listed, those that wait first, and answered by their types", async () => {
    const execution = await remote.execute(season, { x: 1 });
    await reachSignal(remote.connection, execution.id, { signalId: "a-go", type: boolean });
    await reachSignal(remote.connection, execution.id, { signalId: "count", type: int });
    await reachSignal(remote.connection, execution.id, { signalId: "no", type: boolean });
    await execution.approve("a-go");
    const signals = await execution.signals();
    expect(signals.map(({ accepts }) => accepts.transformer.words)).toEqual([
      "integer",
      "boolean",
      "boolean",
    ]);
    expect(signals.map(({ name, type, isPending, value }) => ({ name, type, isPending, value }))).toEqual([
      { name: "count", type: "integer", isPending: true, value: undefined },
      { name: "no", type: "boolean", isPending: true, value: undefined },
      { name: "a-go", type: "boolean", isPending: false, value: true },
    ]);
    await execution.approve("no", false);
    await execution.setInput("count", 3);
    expect((await execution.signals()).map(({ value }) => value)).toEqual([true, 3, false]);
  });

  it("refuse what they do not wait for", async () => {
    const execution = await remote.execute(season, { x: 1 });
    await reachSignal(remote.connection, execution.id, { signalId: "count", type: int });
    await reachSignal(remote.connection, execution.id, { signalId: "go", type: boolean });
    await expect(execution.approve("count")).rejects.toMatchObject({ code: "SIGNAL_VALUE_INVALID" });
    await expect(execution.approve("go", 1 as never)).rejects.toMatchObject({ code: "SIGNAL_VALUE_INVALID" });
    await expect(execution.setInput("count", "3")).rejects.toMatchObject({
      code: "SIGNAL_VALUE_INVALID",
      params: { problem: "count should be integer, but was a string" },
    });
    await expect(execution.setInput("count", undefined)).rejects.toMatchObject({
      code: "SIGNAL_VALUE_INVALID",
    });
    await expect(execution.approve("gone")).rejects.toMatchObject({
      code: "SIGNAL_UNKNOWN",
      params: { known: ["count", "go"] },
    });
    await execution.approve("go");
    await expect(execution.approve("go", false)).rejects.toMatchObject({ code: "SIGNAL_ANSWERED" });
    await expect(remote.execution("none").approve("go")).rejects.toMatchObject({
      code: "CLUSTER_ENTITY_NOT_FOUND",
    });
  });
});
