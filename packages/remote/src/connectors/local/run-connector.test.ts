import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLocal } from "@flytekit-ts/local-exec";
import { encode } from "@flytekit-ts/models";
import { LiteralMap } from "@flytekit-ts/models/core";
import { scalarLiteral } from "@flytekit-ts/core/literals";
import { t, type TypeLike, workflow } from "@flytekit-ts/workflow";
import { afterEach, describe, expect, it, vi } from "vitest";
import { defineConnector } from "../definition/define-connector.js";
import type { ConnectorResource } from "../definition/resource.js";
import { connectorTask } from "./connector-task.js";

const literal = (value: bigint) =>
  scalarLiteral({ $case: "primitive", value: { value: { $case: "integer", value } } });

/** A connector whose jobs go through these states, one a look. */
function jobs(states: readonly ConnectorResource<t.Int>[]) {
  const seen: unknown[][] = [];
  let look = 0;
  const connector = defineConnector({
    taskType: "acme",
    version: 2,
    inputs: { x: t.int() },
    output: t.int(),
    create: ({ inputs, custom, template }, { outputPrefix }) => {
      seen.push(["create", inputs.x, custom["queue"], template.type, template.taskTypeVersion]);
      return { jobId: `job-${inputs.x}`, outputPrefix };
    },
    get: ({ jobId }) => {
      seen.push(["get", jobId]);
      return states[Math.min(look++, states.length - 1)] ?? { phase: "RUNNING" };
    },
    delete: ({ jobId }) => void seen.push(["delete", jobId]),
  });
  const double = connectorTask({
    name: "jobs.double",
    connector,
    inputs: { x: t.int() },
    output: t.int(),
    custom: { queue: "fast" },
    retries: 1,
    pollInterval: "1 millisecond",
  });
  return { connector, double, seen };
}

afterEach(() => vi.useRealTimers());

describe("a task of a connector in a local run", () => {
  it("creates the job, looks at it until it has ended, and gives its outputs", async () => {
    const { double, seen } = jobs([
      { phase: "QUEUED" },
      { phase: "RUNNING", message: "half", logLinks: [{ name: "Logs", uri: "https://acme/1" }] },
      { phase: "SUCCEEDED", outputs: 42 },
    ]);
    const main = workflow({ name: "jobs.main", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      double({ x }),
    );
    expect(await runLocal(main, { x: 21 })).toBe(42);
    expect(seen).toEqual([
      ["create", 21, "fast", "acme", 2],
      ["get", "job-21"],
      ["get", "job-21"],
      ["get", "job-21"],
    ]);
  });

  it("reads outputs.pb if the connector returns none", async () => {
    const connector = defineConnector({
      taskType: "acme",
      create: async (_, { outputPrefix }) => {
        const { mkdir } = await import("node:fs/promises");
        await mkdir(outputPrefix, { recursive: true });
        const bytes = encode(LiteralMap, { literals: new Map([["o0", literal(7n)]]) });
        await writeFile(join(outputPrefix, "outputs.pb"), bytes);
        return {};
      },
      get: () => ({ phase: "SUCCEEDED" }),
      delete: () => {},
    });
    const task = connectorTask({ name: "jobs.written", connector, output: t.int() });
    expect(await runLocal(task)).toBe(7);
    const silent = defineConnector({ taskType: "acme", sync: () => ({ phase: "SUCCEEDED" }) });
    const nothing = connectorTask({ name: "jobs.nothing", connector: silent, output: t.int() });
    await expect(runLocal(nothing)).rejects.toThrow(/There is nothing at .*outputs\.pb/);
  });

  it("tries a retryable failure again, and others not", async () => {
    const retried = jobs([
      { phase: "RETRYABLE_FAILED", message: "spot instance lost" },
      { phase: "SUCCEEDED", outputs: 1 },
    ]);
    expect(await runLocal(retried.double, { x: 1 })).toBe(1);
    expect(retried.seen.filter(([what]) => what === "create")).toHaveLength(2);
    const failed = jobs([{ phase: "FAILED", message: "no such table", error: { code: "NoTable" } }]);
    await expect(runLocal(failed.double, { x: 1 })).rejects.toThrow(
      "jobs.double ended as FAILED (NoTable), the connector acme says: no such table",
    );
    expect(failed.seen.filter(([what]) => what === "create")).toHaveLength(1);
    const aborted = jobs([{ phase: "ABORTED" }]);
    await expect(runLocal(aborted.double, { x: 1 })).rejects.toThrow("ended as ABORTED");
    expect(aborted.seen.filter(([what]) => what === "create")).toHaveLength(1);
  });

  it("deletes the job if the run is aborted", async () => {
    const { double, seen } = jobs([{ phase: "RUNNING" }]);
    const controller = new AbortController();
    const run = runLocal(double, { x: 3 }, { signal: controller.signal });
    await expect.poll(() => seen).toContainEqual(["get", "job-3"]);
    controller.abort(new Error("enough"));
    await expect(run).rejects.toThrow();
    await expect.poll(() => seen.at(-1)).toEqual(["delete", "job-3"]);
    expect(seen.filter(([what]) => what === "delete")).toHaveLength(1);
  });

  it("deletes the job if no more can be learned of it", async () => {
    const seen: string[] = [];
    const connector = defineConnector({
      taskType: "acme",
      create: () => ({ id: 1 }),
      get: () => {
        throw new Error("503");
      },
      delete: () => void seen.push("delete"),
    });
    const task = connectorTask({ name: "jobs.lost", connector });
    await expect(runLocal(task)).rejects.toThrow("The connector acme failed in `get`: 503");
    expect(seen).toEqual(["delete"]);
  });

  it("runs a synchronous connector with values of all kinds by the types of the task", async () => {
    const folder = mkdtempSync(join(tmpdir(), "connector-"));
    await writeFile(join(folder, "in.txt"), "hello");
    const connector = defineConnector({
      taskType: "acme",
      sync: async ({ inputs }) => {
        const { text, xs, file, when } = inputs as {
          text: string;
          xs: number[];
          file: { text(): Promise<string> };
          when: Date;
        };
        return {
          phase: "SUCCEEDED",
          outputs: {
            size: (await file.text()).length + xs.length,
            ratio: 2,
            note: { text, at: when.toISOString() },
          },
        };
      },
    });
    const task = connectorTask({
      name: "jobs.all",
      connector,
      inputs: { text: t.string(), xs: t.list(t.float()), file: t.file("txt"), when: t.datetime() },
      outputs: { size: t.int(), ratio: t.float(), note: t.json() },
    });
    const given = { text: "a", xs: [1, 2.5], file: join(folder, "in.txt"), when: new Date(0) };
    expect(await runLocal(task, given)).toEqual({
      size: 7,
      ratio: 2,
      note: { text: "a", at: "1970-01-01T00:00:00.000Z" },
    });
  });

  it.each([
    ["an optional", t.optional(t.int()), undefined],
    ["an optional with a value", t.optional(t.int()), 3],
    ["nothing", t.none(), undefined],
    ["a day", t.date(), "2024-01-02"],
    ["a large int", t.int({ bigint: true }), 2n ** 62n],
    ["bytes", t.binary(), new Uint8Array([1, 2])],
  ])("gives back %s of a connector that declares it", async (_, type: TypeLike, value) => {
    // Whatever the type is, it is the same in both places.
    const output = type as t.Json;
    const connector = defineConnector({
      taskType: "acme",
      output,
      sync: () => ({ phase: "SUCCEEDED", outputs: value as never }),
    });
    expect(await runLocal(connectorTask({ name: "jobs.given", connector, output }))).toEqual(value);
  });

  it("refuses outputs that do not fit the task", async () => {
    const answering = (outputs: object) => {
      const connector = defineConnector({
        taskType: "acme",
        sync: () => ({ phase: "SUCCEEDED", outputs: outputs as Record<string, unknown> }),
      });
      return runLocal(connectorTask({ name: "jobs.misfit", connector, outputs: { n: t.int() } }));
    };
    await expect(answering({ n: "one" })).rejects.toThrow("n should be integer, but was a string");
    await expect(answering({})).rejects.toThrow("its outputs do not fit: n ");
    await expect(answering({ n: 1, m: 2 })).rejects.toThrow('there is no output "m": there are n');
    await expect(answering([1])).rejects.toThrow("its outputs are an array");
  });

  it("shows no secret that the connector read", async () => {
    vi.stubEnv("ACME_TOKEN", "hunter2-hunter2");
    const connector = defineConnector({
      taskType: "acme",
      sync: (_, { secrets, logger }) => {
        logger.info(`using ${secrets.get("acme_token")}`);
        throw new Error(`401 for ${secrets.get("acme_token")}`);
      },
    });
    const told: unknown[] = [];
    const task = connectorTask({ name: "jobs.secret", connector });
    const failure: unknown = await runLocal(task, {}, { onEvent: (event) => void told.push(event) }).catch(
      (error: unknown) => error,
    );
    vi.unstubAllEnvs();
    const { inspect } = await import("node:util");
    const all = inspect([failure, told], { depth: 20, showHidden: true });
    expect(all).toContain("401 for ***");
    expect(all).not.toContain("hunter2");
  });
});

describe("connectorTask", () => {
  it("refuses a task that does not fit its connector", () => {
    const { connector } = jobs([]);
    const make = (types: object) => () => connectorTask({ name: "jobs.x", connector, ...types });
    const x = t.int();
    expect(make({ inputs: { x }, output: t.int() })).not.toThrow();
    expect(make({ inputs: { x } })).not.toThrow();
    expect(make({ inputs: { x: t.string() }, output: t.int() })).toThrow("`x` of another type");
    expect(make({ output: t.int() })).toThrow("no input `x`, which the connector takes");
    expect(make({ inputs: { x }, outputs: { y: t.int() } })).toThrow(
      "`y`, which the connector does not give",
    );
    expect(make({ inputs: { x }, output: t.string() })).toThrow("`o0` of another type");
  });

  it("refuses what is no connector", () => {
    expect(() => connectorTask({ name: "jobs.x", connector: {} as never })).toThrow(
      "[OPTION_INVALID] The option `connector` of connector task jobs.x takes a connector",
    );
  });
});
