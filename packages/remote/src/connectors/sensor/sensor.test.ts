import { mkdtempSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mock, runLocal } from "@flytekit-ts/local-exec";
import { TaskTemplate } from "@flytekit-ts/models/core";
import { AsyncAgentServiceDefinition } from "@flytekit-ts/models/service";
import { scalarLiteral } from "@flytekit-ts/core/literals";
import { t, testContext } from "@flytekit-ts/workflow";
import { createChannel, createClient } from "nice-grpc";
import { describe, expect, it } from "vitest";
import { serveConnectors } from "../serving/serve-connectors.js";
import { defineSensor } from "./define-sensor.js";
import { fileSensor } from "./file-sensor.js";
import type { Sensor } from "./sensor.js";
import { sensorConnector } from "./sensor-connector.js";
import { sensorTask } from "./sensor-task.js";

describe("a sensor in a local run", () => {
  it("is asked until it says yes, with its inputs and its config", async () => {
    const seen: unknown[] = [];
    const ready = defineSensor({
      name: "shop.sensors.OrdersReady",
      inputs: { day: t.datetime(), least: t.int() },
      readConfig: (config) => Number(config?.["limit"]),
      poke: ({ day, least }, { config }) => {
        seen.push([day.toISOString(), least, config]);
        return seen.length === 3;
      },
    });
    const task = sensorTask({
      name: "shop.ready",
      sensor: ready,
      sensorConfig: { limit: 9 },
      pollInterval: "1 millisecond",
    });
    expect(await runLocal(task, { day: new Date(0), least: 2 })).toBeUndefined();
    expect(seen).toEqual(Array.from({ length: 3 }, () => ["1970-01-01T00:00:00.000Z", 2, 9]));
  });

  it("waits no longer than the timeout of its task", async () => {
    const never = defineSensor({ name: "shop.sensors.Never", poke: () => false });
    const task = sensorTask({ name: "shop.never", sensor: never, timeout: 30, pollInterval: 1 });
    await expect(runLocal(task)).rejects.toThrow("TASK_TIMED_OUT");
  });

  it("needs a mock if it is in Python", async () => {
    const python = defineSensor({ name: "shop.sensors.InPython", inputs: { x: t.int() } });
    const task = sensorTask({ name: "shop.python", sensor: python });
    await expect(runLocal(task, { x: 1 })).rejects.toThrow("MOCK_MISSING");
    expect(await runLocal(task, { x: 1 }, { mocks: [mock(task, () => {})] })).toBeUndefined();
    expect(() => sensorConnector([python as Sensor])).toThrow("shop.sensors.InPython, which has no `poke`");
  });

  it("waits for files and folders", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sensor-"));
    const task = sensorTask({ name: "wait.file", sensor: fileSensor, timeout: 2000, pollInterval: 1 });
    const path = join(folder, "out", "_SUCCESS");
    const waiting = runLocal(task, { path });
    await mkdir(join(folder, "out"));
    await writeFile(path, "");
    await waiting;
    await runLocal(task, { path: join(folder, "out") });
    await runLocal(task, { path: new URL(`file://${path}`).href });
    await expect(runLocal(task, { path: "s3://bucket/key" })).rejects.toThrow("s3");
  });

  it("fails for an answer that is neither yes nor no", async () => {
    const vague = defineSensor({ name: "shop.sensors.Vague", poke: () => "maybe" as never });
    await expect(runLocal(sensorTask({ name: "shop.vague", sensor: vague }))).rejects.toThrow(
      /What `poke` of the sensor shop.sensors.Vague returned is wrong: it is/,
    );
  });
});

describe("the connector for sensors", () => {
  it("goes on with what the cluster kept, after it was started anew", async () => {
    let isThere = false;
    const sensors = () =>
      [
        defineSensor({
          name: "shop.sensors.At",
          inputs: { at: t.datetime() },
          poke: ({ at }, { config }) => isThere && at.getTime() === 1500 && config?.["x"] === 1,
        }) as Sensor,
      ] as const;
    const custom = {
      sensor_module: "shop.sensors",
      sensor_name: "At",
      sensor_config: { x: 1 },
      inputs: null,
    };
    const at = scalarLiteral({
      $case: "primitive",
      value: { value: { $case: "datetime", value: { seconds: 1n, nanos: 5e8 } } },
    });
    const taskCategory = { name: "sensor", version: 0 };
    const first = await serving(sensors());
    const inputs = { literals: new Map([["at", at]]) };
    const template = TaskTemplate.fromPartial({ type: "sensor", custom });
    const { resourceMeta } = await first.jobs.createTask({ template, inputs });
    expect(JSON.parse(new TextDecoder().decode(resourceMeta))).toMatchObject({
      sensor_module: "shop.sensors",
      sensor_name: "At",
      sensor_config: { x: 1 },
    });
    expect((await first.jobs.getTask({ taskCategory, resourceMeta })).resource?.phase).toBe(2);
    await first.end();
    const second = await serving(sensors());
    isThere = true;
    expect((await second.jobs.getTask({ taskCategory, resourceMeta })).resource?.phase).toBe(3);
    await second.jobs.deleteTask({ taskCategory, resourceMeta });
    await second.jobs.deleteTask({ taskCategory, resourceMeta });
    const unknown = TaskTemplate.fromPartial({ type: "sensor", custom: { ...custom, sensor_name: "Other" } });
    await expect(second.jobs.createTask({ template: unknown })).rejects.toThrow(
      /INTERNAL: .*No sensor has the name shop.sensors.Other. There are .*FileSensor, shop.sensors.At/s,
    );
    const bare = TaskTemplate.fromPartial({ type: "sensor" });
    await expect(second.jobs.createTask({ template: bare })).rejects.toThrow(/INTERNAL/);
    const lost = new TextEncoder().encode("{}");
    await expect(second.jobs.getTask({ taskCategory, resourceMeta: lost })).rejects.toThrow(/INTERNAL/);
    await second.end();
  });

  it("takes sensors alone, of different names", () => {
    const one = defineSensor({ name: "a.B", poke: () => true });
    const other = defineSensor({ name: "a.B", poke: () => true });
    expect(() => sensorConnector([one, other])).toThrow("two of the name a.B");
    expect(() => sensorConnector([{} as Sensor])).toThrow("OPTION_INVALID");
    expect(() => defineSensor({ name: "B", poke: () => true })).toThrow("a name with dots");
    expect(() => sensorTask({ name: "x", sensor: {} as Sensor })).toThrow("takes a sensor");
    expect(() => sensorTask({ name: "x", sensor: one, custom: {} } as never)).toThrow("OPTION_UNKNOWN");
    const sensorConfig = { x: 1n } as never;
    expect(() => sensorTask({ name: "x", sensor: one, sensorConfig })).toThrow("sensorConfig.x");
  });
});

async function serving(sensors: readonly Sensor[]) {
  const { logger } = testContext();
  const options = { port: 0, host: "127.0.0.1", metricsPort: false, logger } as const;
  const server = await serveConnectors([sensorConnector(sensors)], options);
  const channel = createChannel(`127.0.0.1:${server.port}`);
  const end = async () => {
    channel.close();
    await server.close();
  };
  return { jobs: createClient(AsyncAgentServiceDefinition, channel), end };
}
