import { scalarLiteral } from "@flytekit-ts/core/literals";
import { encode } from "@flytekit-ts/models";
import { type Literal, LiteralMap } from "@flytekit-ts/models/core";
import { AsyncAgentServiceDefinition } from "@flytekit-ts/models/service";
import {
  type Connector,
  type ConnectorResource,
  type ConnectorServer,
  connectorTask,
  defineConnector,
  defineSensor,
  sensorConnector,
  sensorTask,
  serveConnectors,
} from "../src/entries/connectors.js";
import { Connectors, Engine, type ExecutionResult, memoryStore, Registry } from "@flytekit-ts/propeller";
import { serialize, t, testContext, workflow, type Workflow } from "@flytekit-ts/workflow";
import { createChannel, createClient } from "nice-grpc";
import { afterEach, describe, expect, it, vi } from "vitest";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const end of ends.splice(0).toReversed()) await end();
});

async function serve(connectors: readonly Connector[], port = 0): Promise<ConnectorServer> {
  const { logger } = testContext();
  const server = await serveConnectors(connectors, { port, host: "127.0.0.1", metricsPort: 0, logger });
  ends.push(() => server.close());
  return server;
}

const int = (value: number): Literal =>
  scalarLiteral({ $case: "primitive", value: { value: { $case: "integer", value: BigInt(value) } } });

/** An engine with what a workflow calls, and with connectors at this port. */
async function engineFor(
  main: Workflow<{ x: t.Int }, t.Int> | Workflow<{ x: t.Int }, undefined>,
  port: number,
  store = memoryStore(),
) {
  const registry = new Registry();
  const settings = { project: "proj", domain: "development", version: "v1", image: "example/app:1" };
  for (const entity of serialize(main, settings)) {
    if (entity.kind === "task") registry.add({ kind: "task", spec: entity.message });
    else if (entity.kind === "workflow") registry.add({ kind: "workflow", spec: entity.message });
  }
  const connectors = new Connectors({ endpoints: [`127.0.0.1:${port}`], interval: 1 });
  ends.push(() => connectors.close());
  await connectors.refresh();
  const pods = {
    run: async () => {
      throw new Error("no task of these is a process");
    },
  };
  const engine = new Engine({ registry, store, pods, dataRoot: "memory://data", connectors });
  const run = (x: number, signal?: AbortSignal): Promise<ExecutionResult> =>
    engine.execute(main.name, { inputs: new Map([["x", int(x)]]), signal, name: "e" });
  return { run, store, connectors };
}

interface Job {
  id: string;
}

/** A workflow of one task, whose jobs go through these states, one a look. */
function acme(states: readonly ConnectorResource<t.Int>[], retries = 0) {
  const seen: string[] = [];
  let look = 0;
  const connector = defineConnector({
    taskType: "acme",
    version: 3,
    inputs: { x: t.int() },
    output: t.int(),
    create: ({ inputs, custom, execution }): Job => {
      seen.push(`create ${inputs.x} ${String(custom["queue"])} ${execution?.taskExecutionId?.retryAttempt}`);
      return { id: `job-${inputs.x}` };
    },
    get: ({ id }) => {
      seen.push(`get ${id}`);
      return states[Math.min(look++, states.length - 1)] ?? { phase: "RUNNING" };
    },
    delete: ({ id }) => void seen.push(`delete ${id}`),
  });
  const double = connectorTask({
    name: "jobs.double",
    connector,
    inputs: { x: t.int() },
    output: t.int(),
    custom: { queue: "fast" },
    retries,
  });
  const main = workflow({ name: "jobs.main", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
    double({ x }),
  );
  return { main, connector, seen };
}

describe("a connector under the engine's stand-in", () => {
  it("runs a job through every phase to its outputs", async () => {
    const { main, connector, seen } = acme([
      { phase: "QUEUED" },
      { phase: "WAITING_FOR_RESOURCES" },
      { phase: "INITIALIZING" },
      { phase: "RUNNING" },
      { phase: "SUCCEEDED", outputs: 42 },
    ]);
    const { port } = await serve([connector]);
    const { run, connectors, store } = await engineFor(main, port);
    expect(connectors.claimed).toEqual(["acme 3"]);
    const result = await run(21);
    expect(result).toMatchObject({ phase: "SUCCEEDED", outputs: new Map([["o0", int(42)]]) });
    expect(seen).toEqual(["create 21 fast 0", ...Array.from({ length: 5 }, () => "get job-21")]);
    const [task] = result.tasks;
    const written = await store.read(`${task?.outputPrefix}/outputs.pb`);
    expect(LiteralMap.decode(written ?? new Uint8Array()).literals.get("o0")).toEqual(int(42));
  });

  it.each([
    ["FAILED", "NoTable", 1],
    ["ABORTED", "NoTable", 1],
    ["RETRYABLE_FAILED", "RetriesExhausted|NoTable", 3],
  ] as const)("fails as the phase says: %s", async (phase, code, attempts) => {
    const { main, connector, seen } = acme([{ phase, message: "no table", error: { code: "NoTable" } }], 2);
    const { port } = await serve([connector]);
    const { run } = await engineFor(main, port);
    const { phase: outcome, failure } = await run(1);
    expect([outcome, failure?.code, failure?.kind]).toEqual(["FAILED", code, "USER"]);
    expect(seen.filter((each) => each.startsWith("create"))).toEqual(
      Array.from({ length: attempts }, (_, attempt) => `create 1 fast ${attempt}`),
    );
  });

  it("succeeds after a failure that is worth another attempt", async () => {
    const { main, connector } = acme([{ phase: "RETRYABLE_FAILED" }, { phase: "SUCCEEDED", outputs: 7 }], 1);
    const { port } = await serve([connector]);
    const { run } = await engineFor(main, port);
    expect(await run(1)).toMatchObject({ phase: "SUCCEEDED", outputs: new Map([["o0", int(7)]]) });
  });

  it("is tried again by the engine itself when its functions throw", async () => {
    const { main, connector } = acme([]);
    let calls = 0;
    const faulty = defineConnector({
      taskType: "acme",
      version: 3,
      create: () => {
        calls += 1;
        throw new Error("the queue is full");
      },
      get: () => ({ phase: "RUNNING" }),
      delete: () => {},
    });
    const { port } = await serve([faulty]);
    const { run } = await engineFor(main, port);
    const { failure } = await run(1);
    expect(failure?.kind).toBe("SYSTEM");
    expect(failure?.message).toContain(
      "INTERNAL: failed to create acme task with error:\n The connector acme failed",
    );
    expect(calls).toBe(4);
    expect(connector.taskType).toBe("acme");
  });

  it("deletes the job once on abort, and does not mind to be asked again", async () => {
    const { main, connector, seen } = acme([{ phase: "RUNNING" }]);
    const { port } = await serve([connector]);
    const { run } = await engineFor(main, port);
    const controller = new AbortController();
    const running = run(5, controller.signal);
    await expect.poll(() => seen).toContain("get job-5");
    controller.abort();
    expect((await running).phase).toBe("ABORTED");
    await expect.poll(() => seen.filter((each) => each === "delete job-5")).toHaveLength(1);
    const channel = createChannel(`127.0.0.1:${port}`);
    const jobs = createClient(AsyncAgentServiceDefinition, channel);
    const resourceMeta = new TextEncoder().encode('{"id":"job-5"}');
    await jobs.deleteTask({ taskCategory: { name: "acme", version: 3 }, resourceMeta });
    channel.close();
  });

  it("goes on with the metadata alone when the server is started anew", async () => {
    const first = acme([{ phase: "RUNNING" }]);
    const server = await serve([first.connector]);
    const { run } = await engineFor(first.main, server.port);
    const running = run(9);
    await expect.poll(() => first.seen).toContain("get job-9");
    await server.close();
    const second = acme([{ phase: "SUCCEEDED", outputs: 18 }]);
    await serve([second.connector], server.port);
    expect(await running).toMatchObject({ phase: "SUCCEEDED", outputs: new Map([["o0", int(18)]]) });
    expect(second.seen).toEqual(["get job-9"]);
  });

  it("runs a synchronous connector over its stream, with its secrets, and counts it", async () => {
    vi.stubEnv("_FSEC_ACME_TOKEN", "s3cret-s3cret");
    const connector = defineConnector({
      taskType: "add",
      name: "Adder",
      inputs: { x: t.int() },
      output: t.int(),
      sync: ({ inputs }, { secrets }) => ({
        phase: "SUCCEEDED",
        outputs: inputs.x + secrets.get("acme_token").length,
      }),
    });
    const add = connectorTask({ name: "jobs.add", connector, inputs: { x: t.int() }, output: t.int() });
    const main = workflow({ name: "jobs.main", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      add({ x }),
    );
    const server = await serve([connector]);
    const { run } = await engineFor(main, server.port);
    expect(await run(2)).toMatchObject({ phase: "SUCCEEDED", outputs: new Map([["o0", int(15)]]) });
    const metrics = await (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
    expect(metrics).toContain('flyte_connector_requests_success_total{operation="do",task_type="add"} 1');
  });

  it("leaves outputs to the job that writes them", async () => {
    const store = memoryStore();
    const connector = defineConnector({
      taskType: "writer",
      sync: async (_, { outputPrefix }) => {
        const bytes = encode(LiteralMap, { literals: new Map([["o0", int(11)]]) });
        await store.write(`${outputPrefix}/outputs.pb`, bytes);
        return { phase: "SUCCEEDED" };
      },
    });
    const write = connectorTask({ name: "jobs.write", connector, inputs: { x: t.int() }, output: t.int() });
    const main = workflow({ name: "jobs.main", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      write({ x }),
    );
    const { port } = await serve([connector]);
    const engine = await engineFor(main, port, store);
    expect(await engine.run(1)).toMatchObject({ phase: "SUCCEEDED", outputs: new Map([["o0", int(11)]]) });
  });

  it("waits for sensors", async () => {
    let asked = 0;
    const third = defineSensor({
      name: "jobs.sensors.Third",
      inputs: { x: t.int() },
      poke: ({ x }) => x === 1 && ++asked === 3,
    });
    const wait = sensorTask({ name: "jobs.wait", sensor: third });
    const main = workflow({ name: "jobs.main", inputs: { x: t.int() } }, ({ x }) => {
      wait({ x });
    });
    const { port } = await serve([sensorConnector([third])]);
    const { run } = await engineFor(main, port);
    expect((await run(1)).phase).toBe("SUCCEEDED");
    expect(asked).toBe(3);
  });
});
