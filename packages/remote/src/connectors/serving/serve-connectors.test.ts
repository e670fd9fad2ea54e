import { localCertificate } from "@flytekit-ts/admin";
import { scalarLiteral } from "@flytekit-ts/core/literals";
import { type AsyncHandlers, defineConnector } from "../../entries/connectors.js";
import { AgentError_Kind } from "@flytekit-ts/models/admin";
import { TaskExecution_Phase, TaskTemplate, Variable } from "@flytekit-ts/models/core";
import {
  AgentMetadataServiceDefinition,
  AsyncAgentServiceDefinition,
  SyncAgentServiceDefinition,
} from "@flytekit-ts/models/service";
import { testContext } from "@flytekit-ts/workflow";
import { ChannelCredentials, createChannel, createClient } from "nice-grpc";
import { afterEach, describe, expect, it, vi } from "vitest";
import { healthDefinition } from "./health-service.js";
import type { ConnectorServer } from "./connector-server.js";
import { serveConnectors } from "./serve-connectors.js";
import type { ServeOptions } from "./serve-options.js";
import type { Connector } from "../definition/connector.js";
import { t } from "@flytekit-ts/core";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const end of ends.splice(0).toReversed()) await end();
});

async function served(connectors: readonly Connector[], options: ServeOptions = {}) {
  const { logger } = testContext();
  const server = await serveConnectors(connectors, {
    port: 0,
    metricsPort: 0,
    host: "127.0.0.1",
    logger,
    ...options,
  });
  ends.push(() => server.close());
  const channel = createChannel(`127.0.0.1:${server.port}`);
  ends.push(() => channel.close());
  return {
    server,
    jobs: createClient(AsyncAgentServiceDefinition, channel),
    tasks: createClient(SyncAgentServiceDefinition, channel),
    agents: createClient(AgentMetadataServiceDefinition, channel),
    health: createClient(healthDefinition, channel),
    metrics: async () => (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text(),
  };
}

const int = (value: bigint) =>
  scalarLiteral({ $case: "primitive", value: { value: { $case: "integer", value } } });

interface Job {
  jobId: string;
  tries: number;
}

function acme(handlers: Partial<AsyncHandlers<{}, undefined, Job>> = {}) {
  return defineConnector({
    taskType: "acme",
    create: () => ({ jobId: "j1", tries: 3 }),
    get: () => ({ phase: "RUNNING" }),
    delete: () => {},
    ...handlers,
  });
}

const template = TaskTemplate.fromPartial({ type: "acme", custom: { queue: "fast" } });
const taskCategory = { name: "acme", version: 0 };
const resourceMeta = new TextEncoder().encode('{"jobId":"j1","tries":3}');

async function failureOf(call: Promise<unknown>): Promise<{ code?: number; details?: string }> {
  return call.then(
    () => ({}),
    (error: unknown) => error as { code: number; details: string },
  );
}

async function* sent<T>(...parts: readonly T[]) {
  yield* parts;
}

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

describe("the service for jobs", () => {
  it("creates, looks and deletes, with metadata as JSON", async () => {
    const seen: unknown[] = [];
    const { jobs } = await served([
      acme({
        create: ({ inputs, custom, literals, execution }, { outputPrefix }) => {
          seen.push(inputs, custom, literals.size, execution?.namespace, outputPrefix);
          return { jobId: "j1", tries: 3 };
        },
        get: (metadata, { outputPrefix }) => {
          seen.push(metadata, outputPrefix);
          return {
            phase: "SUCCEEDED",
            message: "done",
            outputs: { n: 3n, s: "x", b: true, r: { deep: [1] } },
            logLinks: [{ name: "Logs", uri: "https://acme/1" }],
            customInfo: { stages: [1, { a: null }] },
          };
        },
        delete: (metadata) => void seen.push(metadata),
      }),
    ]);
    const typed = TaskTemplate.fromPartial({
      ...template,
      interface: {
        inputs: {
          variables: new Map([
            ["x", Variable.fromPartial({ type: { type: { $case: "simple", value: 1 } } })],
          ]),
        },
      },
    });
    const created = await jobs.createTask({
      template: typed,
      inputs: { literals: new Map([["x", int(21n)]]) },
      outputPrefix: "s3://b/out",
      taskExecutionMetadata: { namespace: "p-development" },
    });
    expect(new TextDecoder().decode(created.resourceMeta)).toBe('{"jobId":"j1","tries":3}');
    const { resource } = await jobs.getTask({ taskCategory, resourceMeta, outputPrefix: "s3://b/out" });
    expect(resource).toMatchObject({
      phase: TaskExecution_Phase.SUCCEEDED,
      message: "done",
      logLinks: [{ name: "Logs", uri: "https://acme/1" }],
      agentError: undefined,
    });
    expect(JSON.stringify(resource?.customInfo)).toBe('{"stages":[1,{"a":null}]}');
    expect([...(resource?.outputs?.literals.keys() ?? [])].toSorted()).toEqual(["b", "n", "r", "s"]);
    expect(resource?.outputs?.literals.get("n")).toEqual(int(3n));
    await jobs.deleteTask({ taskCategory, resourceMeta });
    const job = { jobId: "j1", tries: 3 };
    expect(seen).toEqual([
      { x: 21 },
      { queue: "fast" },
      1,
      "p-development",
      "s3://b/out",
      job,
      "s3://b/out",
      job,
    ]);
  });

  it("answers older engines, which name the task type alone", async () => {
    const { jobs } = await served([acme()]);
    expect((await jobs.getTask({ taskType: "acme", resourceMeta })).resource?.phase).toBe(2);
    expect(await jobs.deleteTask({ taskType: "acme", resourceMeta })).toEqual({});
    expect((await jobs.getTask({ taskType: "x", taskCategory, resourceMeta })).resource?.phase).toBe(2);
  });

  it.each([
    ["FAILED", 5, AgentError_Kind.NON_RECOVERABLE],
    ["RETRYABLE_FAILED", 8, AgentError_Kind.RECOVERABLE],
    ["ABORTED", 4, AgentError_Kind.NON_RECOVERABLE],
  ] as const)("says how a job failed: %s", async (phase, number, kind) => {
    const { jobs } = await served([
      acme({ get: () => ({ phase, message: "no", error: { code: "NoTable", origin: "user" } }) }),
    ]);
    const { resource } = await jobs.getTask({ taskCategory, resourceMeta });
    expect(resource).toMatchObject({
      phase: number,
      message: "no",
      agentError: { code: "NoTable", kind, origin: 1 },
    });
  });

  it("gives failures the status and the words of flytekit", async () => {
    const { jobs } = await served([
      acme({
        create: () => {
          throw new Error("the queue is full");
        },
      }),
    ]);
    const unknown = await failureOf(jobs.createTask({ template: { type: "zz" } }));
    expect(unknown).toMatchObject({ code: 5, details: "Cannot find connector for task type: zz." });
    const other = await failureOf(jobs.createTask({ template: { type: "acme", taskTypeVersion: 4 } }));
    expect(other).toMatchObject({ code: 5, details: "Cannot find connector for task type: acme." });
    const failed = await failureOf(jobs.createTask({ template }));
    expect(failed.code).toBe(13);
    expect(failed.details).toBe(
      "failed to create acme task with error:\n The connector acme failed in `create`: the queue is full.",
    );
  });

  it.each([
    ["no JSON", "xx", "it is no JSON"],
    ["a number", "3", "it is the number 3"],
    ["null", "null", "it is null"],
    ["nothing", "", "it is no JSON"],
    ["what is no UTF-8", "\xff", "it is no JSON"],
  ])("refuses metadata that is %s", async (_, text, problem) => {
    const { jobs } = await served([acme()]);
    const bytes = Uint8Array.from(text, (each) => each.codePointAt(0) ?? 0);
    for (const call of [jobs.getTask, jobs.deleteTask]) {
      const failure = await failureOf(call({ taskCategory, resourceMeta: bytes }));
      expect(failure.code).toBe(13);
      expect(failure.details).toContain(
        `cannot read the metadata of the resource (${bytes.length} bytes): ${problem}`,
      );
    }
  });

  it("lets a connector check the metadata that comes back", async () => {
    const readMetadata = (given: unknown) => {
      if (typeof Reflect.get(Object(given), "jobId") !== "string") throw new Error("no jobId");
      return given as Job;
    };
    const { jobs } = await served([acme({ readMetadata })]);
    const failure = await failureOf(
      jobs.getTask({ taskCategory, resourceMeta: new TextEncoder().encode("{}") }),
    );
    expect(failure.details).toContain("(2 bytes): no jobId");
  });

  it.each([
    ["nothing", undefined, "the metadata is nothing"],
    ["a text", "job", "the metadata is"],
    ["a bigint", { id: 1n }, "metadata.id is a bigint, which JSON does not keep"],
    ["a date", { at: [new Date(0)] }, "metadata.at[0] is an object of Date"],
    ["a function", { f: () => 1 }, "metadata.f is a function"],
    ["NaN", { n: Number.NaN }, "metadata.n is NaN"],
  ])("refuses metadata from `create` that is %s", async (_, metadata, problem) => {
    const { jobs } = await served([acme({ create: () => metadata as never })]);
    const failure = await failureOf(jobs.createTask({ template }));
    expect(failure.details).toContain(problem);
  });

  it.each([
    ["nothing", undefined, "it is nothing"],
    ["an unknown phase", { phase: "DONE" }, "its phase is"],
    ["the phase of nothing", { phase: "UNDEFINED" }, "its phase is"],
    ["a number as phase", { phase: 3 }, "its phase is the number 3"],
    ["a message that is no text", { phase: "RUNNING", message: 3 }, "its message is the number 3"],
    [
      "links without URI",
      { phase: "RUNNING", logLinks: [{ name: "x" }] },
      "a log link has no name or no URI",
    ],
    [
      "a number without type",
      { phase: "SUCCEEDED", outputs: { n: 3 } },
      'the type of its output "n" is not known',
    ],
    ["literals that are no map", { phase: "SUCCEEDED", literals: {} }, "its literals are"],
    ["custom info beyond JSON", { phase: "RUNNING", customInfo: { a: 1n } }, "its custom info.a is a bigint"],
    ["an error without code", { phase: "FAILED", error: {} }, "its error has no code"],
  ])("refuses %s from `get`", async (_, resource, problem) => {
    const { jobs } = await served([acme({ get: () => resource as never })]);
    const failure = await failureOf(jobs.getTask({ taskCategory, resourceMeta }));
    expect(failure.code).toBe(13);
    expect(failure.details).toContain(problem);
  });

  it("ends a function that never returns", async () => {
    let isAborted = false;
    const create = (
      _: unknown,
      { signal }: { signal: { addEventListener(type: "abort", f: () => void): void } },
    ) => new Promise<never>(() => signal.addEventListener("abort", () => (isAborted = true)));
    const { jobs } = await served([acme({ create })], { deadline: 20 });
    const failure = await failureOf(jobs.createTask({ template }));
    expect(failure).toMatchObject({ code: 4 });
    expect(failure.details).toContain("did not finish `create` within 0.02 s");
    expect(isAborted).toBe(true);
  });

  it("tells a function that its caller gave up", async () => {
    let stopped: ((aborted: boolean) => void) | undefined;
    const told = new Promise<boolean>((resolve) => (stopped = resolve));
    const { jobs } = await served([
      acme({
        get: (_, { signal }) =>
          new Promise(() => signal.addEventListener("abort", () => stopped?.(signal.aborted))),
      }),
    ]);
    const controller = new AbortController();
    const call = failureOf(jobs.getTask({ taskCategory, resourceMeta }, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    await call;
    expect(await told).toBe(true);
  });

  it("refuses messages beyond the largest", async () => {
    const { jobs } = await served([acme()], { largestMessage: 1000 });
    const failure = await failureOf(jobs.getTask({ taskCategory, resourceMeta: new Uint8Array(5000) }));
    expect(failure).toMatchObject({ code: 8 });
  });

  it("shows no secret that a connector read, in statuses, answers and logs", async () => {
    vi.stubEnv("_FSEC_ACME_TOKEN", "hunter2-hunter2");
    const lines: unknown[] = [];
    const log = (message: string, fields?: unknown) => void lines.push(message, fields);
    const { jobs } = await served(
      [
        acme({
          create: (_, { secrets, logger }) => {
            logger.warn("token", { token: secrets.get("acme_token") });
            throw new Error(`401 ${secrets.get("acme_token")}`);
          },
          get: (_, { secrets }) => ({ phase: "RUNNING", message: secrets.get("acme_token") }),
        }),
      ],
      { logger: { debug: log, info: log, warn: log, error: log } },
    );
    const failure = await failureOf(jobs.createTask({ template }));
    expect(failure.details).toContain("401 ***");
    expect((await jobs.getTask({ taskCategory, resourceMeta })).resource?.message).toBe("***");
    expect(JSON.stringify(lines)).not.toContain("hunter2");
    expect(lines).toContainEqual({ token: "***" });
  });

  it("names the places where a secret was looked for", async () => {
    const { jobs } = await served([
      acme({ create: (_, { secrets }) => ({ jobId: secrets.get("nope"), tries: 0 }) }),
    ]);
    const failure = await failureOf(jobs.createTask({ template }));
    expect(failure.details).toContain("_FSEC_NOPE");
  });

  it("gives metrics and logs of connectors that have them", async () => {
    const plain = await served([acme()]);
    expect(await failureOf(plain.jobs.getTaskMetrics({ taskCategory, resourceMeta }))).toMatchObject({
      code: 12,
    });
    expect(await failureOf(all(plain.jobs.getTaskLogs({ taskCategory, resourceMeta })))).toMatchObject({
      code: 12,
    });
    const { jobs } = await served([
      acme({
        async *logs(_, { lines, token }) {
          yield {
            lines: [`${lines} from ${token}`, { message: "b", at: new Date(1500), from: "user" }],
            token: "2",
          };
          yield { lines: ["c"] };
        },
        metrics: (_, { metrics, start, end, step }) => [
          {
            metric: metrics[0] ?? "",
            data: { start: start?.toISOString() ?? "", end: end === undefined, step },
          },
        ],
      }),
    ]);
    const query = { taskCategory, resourceMeta };
    const { results } = await jobs.getTaskMetrics({
      ...query,
      queries: ["cpu"],
      startTime: { seconds: 1n },
      step: { seconds: 1n, nanos: 500_000_000 },
    });
    expect(results[0]?.metric).toBe("cpu");
    expect(JSON.stringify(results[0]?.data)).toContain('"start":"1970-01-01T00:00:01.000Z","step":1.5');
    const parts = await all(jobs.getTaskLogs({ ...query, lines: 5n, token: "1" }));
    expect(parts.map(({ part }) => part?.$case)).toEqual(["header", "body", "header", "body"]);
    expect(parts[0]?.part?.value).toEqual({ token: "2" });
    expect(parts[1]?.part?.value).toMatchObject({
      results: ["5 from 1", "b"],
      structuredLines: [
        { message: "5 from 1" },
        { message: "b", timestamp: { seconds: 1n, nanos: 5e8 }, originator: 1 },
      ],
    });
  });
});

describe("the service for tasks at once", () => {
  const adding = defineConnector({
    taskType: "add",
    inputs: { x: t.int() },
    output: t.int(),
    sync: ({ inputs }) => ({ phase: "SUCCEEDED", outputs: inputs.x + 1 }),
  });
  const header = { template: { type: "add" }, outputPrefix: "p" };
  const inputs = { literals: new Map([["x", int(4n)]]) };

  it("answers the header and the inputs with one header", async () => {
    const { tasks } = await served([adding]);
    const parts = await all(
      tasks.executeTaskSync(
        sent(
          { part: { $case: "header", value: header } } as const,
          { part: { $case: "inputs", value: inputs } } as const,
        ),
      ),
    );
    expect(parts).toHaveLength(1);
    const [first] = parts;
    const resource = first?.res?.$case === "header" ? first.res.value.resource : undefined;
    expect(resource).toMatchObject({ phase: 3, outputs: { literals: new Map([["o0", int(5n)]]) } });
  });

  it("refuses streams that are not as they should be", async () => {
    const { tasks, jobs } = await served([adding, acme()], { deadline: 50 });
    const call = (...parts: readonly object[]) =>
      failureOf(all(tasks.executeTaskSync(sent(...parts) as never)));
    const head = { part: { $case: "header", value: header } };
    const given = { part: { $case: "inputs", value: inputs } };
    expect(await call()).toMatchObject({ code: 3, details: expect.stringContaining("it has no header") });
    expect(await call(given)).toMatchObject({
      code: 3,
      details: expect.stringContaining("its first part is no header"),
    });
    expect(await call({ part: { $case: "header", value: {} } })).toMatchObject({ code: 3 });
    expect(await call(head, head)).toMatchObject({
      code: 3,
      details: expect.stringContaining("second part holds no"),
    });
    expect(await call(head)).toMatchObject({ code: 13, details: expect.stringContaining("x should be") });
    const jobHead = { part: { $case: "header", value: { template: { type: "acme" } } } };
    expect(await call(jobHead, given)).toMatchObject({
      code: 13,
      details: expect.stringContaining("The connector acme does not support `sync execution`"),
    });
    expect(await failureOf(jobs.createTask({ template: { type: "add" } }))).toMatchObject({ code: 13 });
    async function* silent() {
      yield head;
      await new Promise(() => {});
    }
    const late = await failureOf(all(tasks.executeTaskSync(silent() as never)));
    expect(late).toMatchObject({ code: 3, details: expect.stringContaining("did not come within 0.05 s") });
  });
});

describe("the service for what there is", () => {
  it("lists connectors by name, with their categories", async () => {
    const other = defineConnector({
      taskType: "acme",
      version: 1,
      name: "acme",
      create: () => ({}),
      get: () => ({ phase: "RUNNING" }),
      delete: () => {},
    });
    const sync = defineConnector({ taskType: "add", name: "Adder", sync: () => ({ phase: "SUCCEEDED" }) });
    const { agents } = await served([acme(), other, sync]);
    const { agents: listed } = await agents.listAgents({});
    expect(listed).toEqual([
      {
        name: "acme",
        isSync: false,
        supportedTaskTypes: ["acme", "acme"],
        supportedTaskCategories: [
          { name: "acme", version: 0 },
          { name: "acme", version: 1 },
        ],
      },
      {
        name: "Adder",
        isSync: true,
        supportedTaskTypes: ["add"],
        supportedTaskCategories: [{ name: "add", version: 0 }],
      },
    ]);
    expect((await agents.getAgent({ name: "Adder" })).agent).toEqual(listed[1]);
    expect(await failureOf(agents.getAgent({ name: "No" }))).toMatchObject({
      code: 5,
      details: "Cannot find connector for name: No.",
    });
  });
});

describe("a server", () => {
  it("counts requests as flytekit does", async () => {
    const { jobs, metrics } = await served([acme()]);
    await jobs.createTask({ template, inputs: { literals: new Map([["x", int(1n)]]) } });
    await jobs.getTask({ taskCategory, resourceMeta });
    await failureOf(jobs.getTask({ taskType: 'a"b\n', resourceMeta }));
    await failureOf(jobs.getTask({ taskCategory, resourceMeta: new Uint8Array() }));
    const text = await metrics();
    const lines = text.split("\n");
    expect(lines).toContain("# TYPE flyte_connector_requests_success_total counter");
    expect(lines).toContain('flyte_connector_requests_success_total{operation="create",task_type="acme"} 1');
    expect(lines).toContain('flyte_connector_requests_success_total{operation="get",task_type="acme"} 1');
    expect(lines).toContain(
      'flyte_connector_requests_failure_total{error_code="404",operation="get",task_type="a\\"b\\n"} 1',
    );
    expect(lines).toContain(
      'flyte_connector_requests_failure_total{error_code="500",operation="get",task_type="acme"} 1',
    );
    expect(lines).toContain(
      'flyte_connector_request_latency_seconds_count{operation="get",task_type="acme"} 2',
    );
    expect(lines).toContain('flyte_connector_input_literal_bytes_count{task_type="acme"} 1');
    expect(text).toMatch(/flyte_connector_input_literal_bytes_sum\{task_type="acme"\} [1-9]/);
  });

  it("takes a task type of any length, in words that a header holds", async () => {
    const { jobs, metrics } = await served([
      acme({ get: () => Promise.reject(new Error("é\n".repeat(1e5))) }),
    ]);
    const unknown = await failureOf(jobs.getTask({ taskType: "\u0001é".repeat(1e5), resourceMeta }));
    expect(unknown.code).toBe(5);
    expect(unknown.details?.length).toBeLessThan(400);
    const long = await failureOf(jobs.getTask({ taskCategory, resourceMeta }));
    expect(long.code).toBe(13);
    expect(long.details).toMatch(/é\n ... \(\d+ characters\)$/);
    expect((await metrics()).length).toBeLessThan(4000);
  });

  it("keeps figures of few task types that nobody has", async () => {
    const { jobs, metrics } = await served([acme()]);
    for (let i = 0; i < 210; i += 1) await failureOf(jobs.getTask({ taskType: `type${i}`, resourceMeta }));
    await jobs.getTask({ taskCategory, resourceMeta });
    const text = await metrics();
    expect(text.match(/requests_failure_total\{/g)).toHaveLength(200);
    expect(text).toContain('success_total{operation="get",task_type="acme"} 1');
  });

  it("lets go of a log when its reader has gone", async () => {
    let isClosed = false;
    async function* logs() {
      try {
        for (;;) yield { lines: ["more"] };
      } finally {
        isClosed = true;
      }
    }
    const { jobs } = await served([acme({ logs })]);
    for await (const part of jobs.getTaskLogs({ taskCategory, resourceMeta }))
      if (part.part?.$case === "body") break;
    await expect.poll(() => isClosed).toBe(true);
  });

  it("tells its health until it closes, and finishes what is under way", async () => {
    let finish: (() => void) | undefined;
    const { server, health, jobs } = await served([
      acme({ get: () => new Promise((resolve) => (finish = () => resolve({ phase: "RUNNING" }))) }),
    ]);
    for (const service of ["", "flyteidl.service.AsyncAgentService", "flyteidl.service.SyncAgentService"])
      expect(await health.check({ service })).toEqual({ status: 1 });
    expect(await failureOf(health.check({ service: "x" }))).toMatchObject({ code: 5 });
    const watched = health.watch({ service: "" })[Symbol.asyncIterator]();
    expect((await watched.next()).value).toEqual({ status: 1 });
    const call = jobs.getTask({ taskCategory, resourceMeta });
    await expect.poll(() => finish).toBeDefined();
    const closing = server.close();
    expect((await watched.next()).value).toEqual({ status: 2 });
    finish?.();
    expect((await call).resource?.phase).toBe(2);
    await closing;
    expect((await failureOf(jobs.getTask({ taskCategory, resourceMeta }))).code).toBe(14);
    await server.close();
  });

  it("ends calls that do not finish in time when it closes", async () => {
    const { server, jobs } = await served([acme({ get: () => new Promise(() => {}) })], { grace: 20 });
    const call = failureOf(jobs.getTask({ taskCategory, resourceMeta }));
    const other = async () => (await failureOf(jobs.deleteTask({ taskCategory, resourceMeta }))).code;
    await expect.poll(other).toBeUndefined();
    await server.close();
    expect((await call).code).toBeDefined();
  });

  it("speaks TLS with the certificate that it is given, and refuses what is none", async () => {
    const { cert: certificate, key } = localCertificate;
    const { logger } = testContext();
    const options = { port: 0, host: "127.0.0.1", metricsPort: false, logger } as const;
    const server = await serveConnectors([acme()], { ...options, tls: { certificate, key } });
    ends.push(() => server.close());
    const trusting = ChannelCredentials.createSsl(Buffer.from(certificate));
    const channel = createChannel(`localhost:${server.port}`, trusting);
    ends.push(() => channel.close());
    const jobs = createClient(AsyncAgentServiceDefinition, channel);
    expect((await jobs.getTask({ taskCategory, resourceMeta })).resource?.phase).toBe(2);
    const swapped = serveConnectors([acme()], { ...options, tls: { certificate, key: certificate } });
    await expect(swapped).rejects.toThrow(/CONNECTORS_NOT_SERVED.*correct `tls`/s);
  });

  it("says why it cannot listen, and leaves nothing open", async () => {
    const first: ConnectorServer = (await served([acme()])).server;
    await expect(serveConnectors([acme()], { port: first.port, host: "127.0.0.1" })).rejects.toThrow(
      /\[CONNECTORS_NOT_SERVED\] Connectors cannot be served at 127.0.0.1:\d+: .*EADDRINUSE/,
    );
    const taken = { port: 0, host: "127.0.0.1", metricsPort: first.metricsPort ?? 0 };
    await expect(serveConnectors([acme()], taken)).rejects.toThrow(/\(metrics\): .*EADDRINUSE/);
  });

  it("refuses wrong options, and two connectors for one type", async () => {
    await expect(serveConnectors([acme(), acme()])).rejects.toThrow("[CONNECTOR_EXISTS]");
    await expect(serveConnectors([{} as Connector])).rejects.toThrow("[OPTION_INVALID]");
    await expect(serveConnectors([], { port: 1.5 })).rejects.toThrow("[OPTION_INVALID]");
    await expect(serveConnectors([], { prot: 1 } as ServeOptions)).rejects.toThrow("[OPTION_UNKNOWN]");
    const tls = { certificate: "/etc/cert.pem", key: "x" };
    await expect(serveConnectors([], { tls })).rejects.toThrow(/tls.certificate/);
  });
});
