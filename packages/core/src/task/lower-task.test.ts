import { readFileSync } from "node:fs";

import * as idl from "@flytekit-ts/models/core";
import { TaskSpec } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";

import { t } from "../makers/t.js";
import { lowerTask, taskId } from "./lower-task.js";
import { task } from "./task.js";
import type { TaskDeclaration, TaskEntity } from "./task-entity.js";

const SETTINGS = { project: "proj", domain: "development", version: "v1", image: "default:1" };
const lower = (entity: unknown, settings: object = {}): idl.TaskTemplate => {
  const template = lowerTask(entity as TaskEntity, { ...SETTINGS, ...settings });
  return idl.TaskTemplate.decode(idl.TaskTemplate.encode(template).finish());
};
const made = (options: Partial<TaskDeclaration<{}, undefined>> = {}) =>
  task({ name: "m.made", module: "/app/src/tasks.js", ...options }, () => {});
const container = (template: idl.TaskTemplate): idl.Container => {
  expect(template.target?.$case).toBe("container");
  return (template.target as Extract<idl.TaskTemplate["target"], { $case: "container" }>).value;
};

describe("lowerTask", () => {
  it("is what flytekit registers for the same task", () => {
    const base64 = readFileSync(new URL("../../test/data/task-metadata.pb.base64", import.meta.url), "utf8");
    const wanted = TaskSpec.decode(new Uint8Array(Buffer.from(base64, "base64"))).template;
    const heavy = task(
      {
        name: "c21_task_metadata.heavy",
        inputs: { a: t.int().describe("the first"), b: t.int().describe("the second") },
        output: t.int(),
        retries: 3,
        timeout: "10 minutes",
        interruptible: true,
        cache: { version: "1.0", serialize: true, ignoredInputs: ["b"] },
        deprecated: "use other",
        resources: {
          cpu: { request: "500m", limit: "1" },
          memory: { request: "500Mi", limit: "1Gi" },
          gpu: { limit: 1 },
          ephemeralStorage: "1Gi",
        },
        environment: { A: "1", B: "2" },
        image: "custom/image:3",
        secrets: [
          { group: "grp", key: "token" },
          { group: "grp", key: "only", mount: "file" },
        ],
        deck: true,
      },
      ({ a, b }) => a + b,
    );
    const given = lower(heavy);
    const order = (entries: readonly idl.Resources_ResourceEntry[] = []) =>
      entries.toSorted((a, b) => a.name - b.name);
    const [ours, theirs] = [container(given), container(wanted ?? given)];
    expect(order(ours.resources?.requests)).toEqual(order(theirs.resources?.requests));
    expect(order(ours.resources?.limits)).toEqual(order(theirs.resources?.limits));
    expect([ours.image, ours.env, ours.command]).toEqual([theirs.image, theirs.env, theirs.command]);
    expect({ ...given, target: undefined, type: "", metadata: undefined }).toEqual({
      ...wanted,
      target: undefined,
      type: "",
      metadata: undefined,
    });
    expect({ ...given.metadata, runtime: undefined }).toEqual({ ...wanted?.metadata, runtime: undefined });
  });

  it("names the resolver that loads the task, where it is not the default one", () => {
    const loadTask = async () => task({ name: "m.never" }, () => {});
    const loaderArgs = () => ["shelf", "3"];
    const args = (location: string | undefined) =>
      container(lower(made(), { resolver: { location, loaderArgs, loadTask } })).args;
    const own = args("@acme/shelf#resolver");
    expect(own.slice(-5)).toEqual(["--resolver", "@acme/shelf#resolver", "--", "shelf", "3"]);
    expect(args(undefined).slice(-4)).toEqual(["{{.prevCheckpointPrefix}}", "--", "shelf", "3"]);
    expect(container(lower(made())).args).not.toContain("--resolver");
  });

  it("says nothing where the author says nothing", () => {
    const template = lower(made());
    expect(template).toMatchObject({
      type: "container",
      taskTypeVersion: 0,
      custom: undefined,
      securityContext: undefined,
      extendedResources: undefined,
      config: new Map(),
      interface: { inputs: { variables: new Map() }, outputs: { variables: new Map() } },
    });
    expect(template.metadata).toEqual({
      discoverable: false,
      runtime: { type: 1, version: expect.stringMatching(/^1\.16\./), flavor: "typescript" },
      timeout: undefined,
      retries: { retries: 0 },
      discoveryVersion: "",
      deprecatedErrorMessage: "",
      interruptibleValue: undefined,
      cacheSerializable: false,
      tags: new Map(),
      podTemplateName: "",
      cacheIgnoreInputVars: [],
      isEager: false,
      generatesDeck: false,
      metadata: { labels: new Map(), annotations: new Map() },
    });
  });

  it("keeps interruptible apart from what was not said", () => {
    expect(lower(made({ interruptible: false })).metadata?.interruptibleValue).toEqual({
      $case: "interruptible",
      value: false,
    });
  });

  it("starts the runtime with the placeholders that the backend fills in, and the task's module and name", () => {
    expect(container(lower(made(), { root: "/app" }))).toMatchObject({
      image: "default:1",
      command: [],
      args: [
        ...["tsflyte-execute", "--inputs", "{{.input}}", "--output-prefix", "{{.outputPrefix}}"],
        ...[
          "--raw-output-data-prefix",
          "{{.rawOutputDataPrefix}}",
          "--checkpoint-path",
          "{{.checkpointOutputPrefix}}",
        ],
        ...["--prev-checkpoint", "{{.prevCheckpointPrefix}}", "--"],
        ...["task-module", "src/tasks.js", "task-name", "m.made"],
      ],
      env: [],
      dataConfig: undefined,
    });
  });

  it("lets a task's environment win over that of the settings", () => {
    const { env } = container(
      lower(made({ environment: { B: "own", C: "3" } }), { environment: { A: "1", B: "2" } }),
    );
    expect(env).toEqual([
      { key: "A", value: "1" },
      { key: "B", value: "own" },
      { key: "C", value: "3" },
    ]);
  });

  it("has a pod where the task has a template; its primary container is named in the config", () => {
    const podTemplate = { podSpec: { containers: [] }, primaryContainer: "main", labels: { a: "b" } };
    const template = lower(made({ podTemplate, sharedMemory: true }));
    expect(template.target).toMatchObject({
      $case: "k8sPod",
      value: {
        metadata: { labels: new Map([["a", "b"]]) },
        podSpec: { containers: [{ name: "main" }] },
        primaryContainerName: "",
      },
    });
    expect(template.config).toEqual(new Map([["primary_container_name", "main"]]));
    expect(template.extendedResources?.sharedMemory?.mountPath).toBe("/dev/shm");
  });

  it("names a pod template of the cluster, which needs no pod of the task's own", () => {
    const { metadata, target, config } = lower(made({ podTemplate: "gpu-pods" }));
    expect(metadata?.podTemplateName).toBe("gpu-pods");
    expect([target?.$case, config.size]).toEqual(["container", 0]);
  });

  it("keeps what a plugin of the backend reads", () => {
    const custom = { size: 3, nested: { list: [1, "a"] } };
    const template = lower(made({ config: { a: "b" }, custom, podTemplate: { podSpec: {} } }));
    expect(template.custom).toEqual(custom);
    expect(template.config).toEqual(
      new Map([
        ["primary_container_name", "primary"],
        ["a", "b"],
      ]),
    );
  });

  it("lets the template of a kind of task win over the options of one", () => {
    const entity = {
      ...(made({ config: { a: "task", b: "task" }, custom: { from: "task" } }) as unknown as TaskEntity),
      template: () => ({
        type: "plugin",
        taskTypeVersion: 2,
        target: "none" as const,
        custom: { from: "kind" },
        config: { a: "kind" },
      }),
    };
    expect(lower(entity)).toMatchObject({
      type: "plugin",
      taskTypeVersion: 2,
      target: undefined,
      custom: { from: "kind" },
      config: new Map([
        ["a", "kind"],
        ["b", "task"],
      ]),
    });
  });

  it("is the same twice", () => {
    const entity = made({ environment: { A: "1" } });
    expect(lower(entity)).toEqual(lower(entity));
  });
});

describe("taskId", () => {
  it("is made of the settings and the name", () => {
    expect(taskId(made(), SETTINGS)).toEqual({
      resourceType: idl.ResourceType.TASK,
      project: "proj",
      domain: "development",
      name: "m.made",
      version: "v1",
      org: "",
    });
  });
});

describe("a task whose code is in an archive", () => {
  it("unpacks it before its program starts", () => {
    const fast = { distribution: "{{ .remote_package_path }}", destination: "/app" };
    const { args } = container(lower(made(), { fast }));
    expect(args.slice(0, 7)).toEqual([
      "tsflyte-fast-execute",
      ...["--additional-distribution", "{{ .remote_package_path }}", "--dest-dir", "/app", "--"],
      "tsflyte-execute",
    ]);
  });
});

describe("default resources", () => {
  const defaultResources = { cpu: "1", memory: { request: "1Gi", limit: "2Gi" } };
  const resourcesOf = (
    options: Partial<TaskDeclaration<{}, undefined>>,
    settings: object = { defaultResources },
  ) => container(lower(made(options), settings)).resources;

  it("are those of tasks that declare none", () => {
    expect(resourcesOf({})).toEqual(resourcesOf({ resources: defaultResources }, {}));
    expect(resourcesOf({ resources: { gpu: 1 } })).toEqual(resourcesOf({ resources: { gpu: 1 } }, {}));
  });

  it("are refused as those of tasks are", () => {
    expect(() => resourcesOf({}, { defaultResources: { cpu: "many" } })).toThrow(
      "In the resources of the settings",
    );
  });
});
