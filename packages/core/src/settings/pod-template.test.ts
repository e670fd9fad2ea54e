import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { lowerContainer } from "../task/lower-container.js";
import type { TaskEntity } from "../task/task-entity.js";
import { task } from "../task/task.js";
import { copyPodTemplate, toK8sPod } from "./pod-template.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "default:1", environment: { A: "1" } };
const resources = {
  cpu: { request: "1", limit: "2" },
  memory: "1Gi",
  gpu: 1,
  ephemeralStorage: { limit: "5Gi" },
};
const plain = task({ name: "m.plain" }, () => {}) as unknown as TaskEntity;
const full = task(
  { name: "m.full", image: "own:1", environment: { B: "2" }, resources },
  () => {},
) as unknown as TaskEntity;

const containers = (pod: { podSpec?: { [key: string]: unknown } | undefined }) =>
  pod.podSpec?.["containers"] as Record<string, unknown>[];

describe("toK8sPod", () => {
  it("adds the primary container where the template has none", () => {
    const container = lowerContainer(plain, { ...SETTINGS, environment: undefined });
    expect(toK8sPod({ podSpec: { nodeName: "n" } }, container)).toEqual({
      metadata: { labels: new Map(), annotations: new Map() },
      podSpec: {
        nodeName: "n",
        containers: [{ name: "primary", image: "default:1", command: [], args: container.args, env: [] }],
      },
      dataConfig: undefined,
      primaryContainerName: "primary",
    });
  });

  it("completes the primary container and leaves the others alone", () => {
    const sidecar = { name: "sidecar", image: "sidecar:1", command: ["run"] };
    const main = {
      name: "main",
      command: ["own"],
      args: ["own"],
      volumeMounts: [{ name: "v" }],
      env: [{ name: "C", value: "3" }],
    };
    const container = lowerContainer(full, SETTINGS);
    const pod = toK8sPod({ podSpec: { containers: [sidecar, main] }, primaryContainer: "main" }, container);
    expect(pod.primaryContainerName).toBe("main");
    expect(containers(pod)).toEqual([
      sidecar,
      {
        name: "main",
        image: "own:1",
        command: [],
        args: container.args,
        volumeMounts: [{ name: "v" }],
        env: [
          { name: "A", value: "1" },
          { name: "B", value: "2" },
          { name: "C", value: "3" },
        ],
        resources: {
          requests: { cpu: "1", memory: "1Gi", gpu: "1" },
          limits: { cpu: "2", "ephemeral-storage": "5Gi" },
        },
      },
    ]);
  });

  it("puts a missing primary container last", () => {
    const pod = toK8sPod({ podSpec: { containers: [{ name: "sidecar" }] } }, lowerContainer(plain, SETTINGS));
    expect(containers(pod).map(({ name }) => name)).toEqual(["sidecar", "primary"]);
  });

  it("keeps the template's image and resources", () => {
    const template = { name: "primary", image: "template:1", resources: { limits: { cpu: "9" } } };
    const [own] = containers(
      toK8sPod({ podSpec: { containers: [template] } }, lowerContainer(plain, SETTINGS)),
    );
    expect(own).toMatchObject({ image: "template:1", resources: { limits: { cpu: "9" } } });
    const [over] = containers(
      toK8sPod({ podSpec: { containers: [template] } }, lowerContainer(full, SETTINGS)),
    );
    expect(over?.["resources"]).toMatchObject({ requests: { cpu: "1" } });
  });

  it("keeps labels and annotations, and changes nothing in the template", () => {
    const template = {
      podSpec: { containers: [{ name: "primary" }] },
      labels: { l: "1" },
      annotations: { a: "2" },
    };
    const before = structuredClone(template);
    expect(toK8sPod(template, lowerContainer(plain, SETTINGS)).metadata).toEqual({
      labels: new Map([["l", "1"]]),
      annotations: new Map([["a", "2"]]),
    });
    expect(template).toEqual(before);
  });
});

describe("copyPodTemplate", () => {
  it.each([
    [
      {},
      "The option `podTemplate` of task a takes { podSpec, primaryContainer, labels, annotations }, but was given an object",
    ],
    [5, "but was given a number"],
    [{ podSpec: {}, label: {} }, "OPTION_UNKNOWN: There is no option `label` for podTemplate of task a"],
    [{ podSpec: null }, "The option `podTemplate` of task a takes"],
    [
      { podSpec: { containers: {} } },
      "The option `podTemplate.podSpec.containers` of task a takes a list of containers, but was given an object",
    ],
    [{ podSpec: { containers: [null] } }, "takes a list of containers"],
    [
      { podSpec: { big: 5n } },
      "The option `podTemplate.podSpec` of task a takes values that JSON can hold, but was given a bigint",
    ],
    [
      { podSpec: {}, primaryContainer: "" },
      "The option `podTemplate.primaryContainer` of task a takes a string",
    ],
    [
      { podSpec: {}, labels: { a: 1 } },
      "The option `podTemplate.labels.a` of task a takes a string, but was given a number",
    ],
    [
      { podSpec: {}, annotations: [] },
      "The option `podTemplate.annotations` of task a takes strings by name, but was given an array",
    ],
  ])("refuses %o", (template, text) => {
    expect(refusal(() => copyPodTemplate(template as never, "task a"))).toContain(text);
  });

  it("takes what is one, as JSON has it", () => {
    const template = {
      podSpec: { containers: [{ name: "x", when: new Date(0), no: undefined }] },
      labels: {},
    };
    const copy = copyPodTemplate(template, "task a");
    expect(copy).toStrictEqual({
      podSpec: { containers: [{ name: "x", when: "1970-01-01T00:00:00.000Z" }] },
      labels: {},
    });
    template.podSpec.containers.pop();
    expect(copy.podSpec["containers"]).toHaveLength(1);
  });
});
