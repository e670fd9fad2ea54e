import { readFileSync } from "node:fs";
import type { Entity } from "@flytekit-ts/core";
import { toJson } from "@flytekit-ts/models/json";
import { TaskTemplate } from "@flytekit-ts/models/core";
import { serialize, t } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { defineSensor, fileSensor, sensorTask, webhookTask } from "../entries/connectors.js";

interface Recorded {
  readonly template: string;
  readonly description: string;
}

// Written by tooling/interop/python/connector_templates.py.
const data = new URL("../../test/data/connector-templates.json", import.meta.url);
const recorded = JSON.parse(readFileSync(data, "utf8")) as Readonly<Record<string, Recorded>>;

const queueSensor = defineSensor({
  name: "shop.sensors.QueueSensor",
  inputs: { topic: t.string(), count: t.int(), since: t.datetime(), ratio: t.float() },
});
const bareSensor = defineSensor({ name: "shop.sensors.BareSensor", poke: () => true });
const sensorConfig = { host: "queue", ports: [1, 2.5], deep: { on: true, off: null } };

const tasks: Readonly<Record<string, Entity>> = {
  file: sensorTask({ name: "wait.file", sensor: fileSensor }),
  "file with a timeout": sensorTask({ name: "wait.timed", sensor: fileSensor, timeout: "2 minutes" }),
  "file with seconds": sensorTask({ name: "wait.seconds", sensor: fileSensor, timeout: 90_000 }),
  "no inputs": sensorTask({ name: "wait.bare", sensor: bareSensor }),
  "config and inputs": sensorTask({ name: "wait.queue", sensor: queueSensor, sensorConfig }),
  "timeout beside metadata": sensorTask({
    name: "wait.retried",
    sensor: queueSensor,
    retries: 3,
    interruptible: true,
    timeout: "6 hours",
  }),
  simple: webhookTask({ name: "hook.simple", url: "http://localhost:8000/" }),
  everything: webhookTask({
    name: "hook.everything",
    inputs: { day: t.string(), item: t.int() },
    url: "http://localhost:8000/items/{inputs.item}",
    method: "GET",
    headers: { "Content-Type": "application/json", "X-Day": "{inputs.day}" },
    data: { q: "{inputs.day}", list: [1, { none: null }], ratio: 1.5, on: true },
    showData: true,
    showUrl: true,
    docs: { short: "Looks an item up" },
    requestTimeout: "30 seconds",
  }),
  "parts of a second": webhookTask({
    name: "hook.short",
    inputs: { on: t.boolean() },
    url: "https://example.com/{inputs.on}",
    requestTimeout: 2500,
  }),
};

const settings = { project: "p", domain: "d", version: "v", image: "example/app:1" };

describe("the templates of sensors and webhooks", () => {
  it("are those that were recorded", () => {
    expect(Object.keys(tasks)).toEqual(Object.keys(recorded));
  });

  it.each(Object.entries(recorded))("equal flytekit's: %s", (name, { template, description }) => {
    const [spec] = serialize(tasks[name] as Entity, settings);
    const ours = spec?.kind === "task" ? spec.message : undefined;
    const theirs = toJson(TaskTemplate, TaskTemplate.decode(Buffer.from(template, "hex")));
    const own = toJson(TaskTemplate, ours?.template as TaskTemplate);
    // Whose SDK it is has to differ.
    for (const each of [own, theirs] as { metadata: { runtime?: unknown } }[]) delete each.metadata.runtime;
    expect(own).toEqual(theirs);
    expect(ours?.description?.shortDescription ?? "").toBe(description);
  });
});
