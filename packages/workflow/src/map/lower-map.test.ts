import { type TaskDeclaration, t, task } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { lowerMap } from "./lower-map.js";
import { isTaskMap } from "./map-entity.js";
import { mapTask } from "./map-task.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1", root: "/app" };
const inputs = { x: t.int(), by: t.int(), a: t.int() };
const made = (options: Partial<TaskDeclaration<typeof inputs, undefined>> = {}) =>
  task({ name: "m.made", module: "/app/src/tasks.js", inputs, ...options }, () => {});

function lower(map: Entity, settings: object = {}): idl.TaskTemplate {
  if (!isTaskMap(map)) throw new Error("no map over a task");
  return idl.TaskTemplate.decode(
    idl.TaskTemplate.encode(lowerMap(map, { ...SETTINGS, ...settings })).finish(),
  );
}

const FLAGS = [
  ...["--inputs", "{{.input}}", "--output-prefix", "{{.outputPrefix}}"],
  ...["--raw-output-data-prefix", "{{.rawOutputDataPrefix}}"],
  ...["--checkpoint-path", "{{.checkpointOutputPrefix}}", "--prev-checkpoint", "{{.prevCheckpointPrefix}}"],
];
const LOADER = ["task-module", "src/tasks.js", "task-name", "m.made"];

describe("lowerMap", () => {
  it("is the task's template with lists in its interface, as the second kind of template", () => {
    const map = mapTask(
      made({ retries: 2, secrets: [{ key: "k" }], sharedMemory: true, config: { c: "1" } }),
      {
        over: ["x"],
      },
    );
    const template = lower(map);
    expect(template).toMatchObject({
      id: { resourceType: 1, project: "p", domain: "d", name: map.name, version: "v" },
      type: "container",
      taskTypeVersion: 1,
      metadata: { retries: { retries: 2 } },
      securityContext: { secrets: [{ key: "k" }] },
      extendedResources: { sharedMemory: { mountPath: "/dev/shm" } },
      config: new Map([["c", "1"]]),
    });
    const types = [...(template.interface?.inputs?.variables ?? [])].map(([name, variable]) => {
      return [name, variable.type?.type?.$case];
    });
    expect(Object.fromEntries(types)).toEqual({ x: "collectionType", by: "simple", a: "simple" });
  });

  it("runs one item, and says which inputs are given whole, sorted", () => {
    expect(lower(mapTask(made(), { over: ["x"] })).target?.value).toMatchObject({
      args: ["tsflyte-map-execute", ...FLAGS, "--", "vars", "a,by", ...LOADER],
    });
    expect(lower(mapTask(made())).target?.value).toMatchObject({
      args: ["tsflyte-map-execute", ...FLAGS, "--", "vars", "", ...LOADER],
    });
  });

  it("names the resolver that loads the task", () => {
    const resolver = {
      location: "@acme/shelf#resolver",
      loaderArgs: () => ["shelf", "3"],
      loadTask: () => Promise.reject(new Error("not here")),
    };
    expect(lower(mapTask(made(), { over: ["x"] }), { resolver }).target?.value).toMatchObject({
      args: [
        ...["tsflyte-map-execute", ...FLAGS, "--resolver", "@acme/shelf#resolver"],
        ...["--", "vars", "a,by", "shelf", "3"],
      ],
    });
  });

  it("unpacks an archive first, if the code is in one", () => {
    const fast = { distribution: "s3://b/fast1.tar.gz", destination: "." };
    expect(lower(mapTask(made(), { over: ["x"] }), { fast }).target?.value).toMatchObject({
      args: [
        ...[
          "tsflyte-fast-execute",
          "--additional-distribution",
          "s3://b/fast1.tar.gz",
          "--dest-dir",
          ".",
          "--",
        ],
        ...["tsflyte-map-execute", ...FLAGS, "--", "vars", "a,by", ...LOADER],
      ],
    });
  });

  it("does so in a pod, too, and leaves its other containers alone", () => {
    const sidecar = { name: "sidecar", args: ["tsflyte", "--", "x"] };
    const bare = { name: "bare" };
    const podTemplate = { podSpec: { containers: [sidecar, bare] }, primaryContainer: "main" };
    const { target, config } = lower(mapTask(made({ podTemplate }), { over: ["x"] }));
    const args = ["tsflyte-map-execute", ...FLAGS, "--", "vars", "a,by", ...LOADER];
    expect(target).toMatchObject({
      $case: "k8sPod",
      value: { podSpec: { containers: [sidecar, bare, { name: "main", args }] } },
    });
    expect(config).toEqual(new Map([["primary_container_name", "main"]]));
  });

  it("changes nothing of the task", () => {
    const target = made();
    const map = mapTask(target);
    expect(lower(map)).toEqual(lower(map));
    expect([target.name, map.target.name]).toEqual(["m.made", "m.made"]);
  });
});
