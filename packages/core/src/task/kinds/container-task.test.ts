import { readFileSync } from "node:fs";

import { TaskSpec } from "@flytekit-ts/models/admin";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { caught, refusal, rejection } from "../../../test/support/caught.js";
import { here } from "../../../test/support/here.js";
import { t } from "../../makers/t.js";
import { containerTask } from "./container-task.js";
import { executeTask } from "../execute-task.js";
import { lowerTask } from "../lower-task.js";
import { testContext } from "../test-context.js";
import type { TaskEntity } from "../task-entity.js";

const SETTINGS = { project: "proj", domain: "development", version: "v1", image: "default:1" };
const loose = containerTask as (...args: unknown[]) => unknown;
const base = { name: "m.box", image: "box:1", command: ["run"] };

const hole: string[] = [];
hole.length = 1;

function lower(entity: TaskEntity, settings: object = {}): idl.TaskTemplate {
  const template = lowerTask(entity, { ...SETTINGS, ...settings });
  return idl.TaskTemplate.decode(idl.TaskTemplate.encode(template).finish());
}

describe("containerTask", () => {
  it("is what flytekit registers for the same task, but for the runtime", () => {
    const base64 = readFileSync(
      new URL("../../../test/data/container-task.pb.base64", import.meta.url),
      "utf8",
    );
    const wanted = TaskSpec.decode(new Uint8Array(Buffer.from(base64, "base64"))).template;
    const ellipse = containerTask({
      name: "ellipse.area",
      image: "example/ellipse:1",
      inputDir: "/var/inputs",
      outputDir: "/var/outputs",
      inputs: { a: t.float(), b: t.float() },
      outputs: { area: t.float(), metadata: t.string() },
      command: ["./calculate.sh", "{{.inputs.a}}", "{{.inputs.b}}", "/var/outputs"],
    });
    const given = lower(ellipse);
    const runtime = wanted?.metadata?.runtime;
    expect({ ...given, metadata: { ...given.metadata, runtime } }).toEqual(wanted);
  });

  it("is given what every container is: resources, environment, secrets", () => {
    const given = lower(
      containerTask({
        ...base,
        args: ["--fast"],
        metadataFormat: "yaml",
        resources: { cpu: 2 },
        environment: { B: "own" },
        secrets: [{ key: "token" }],
      }),
      { environment: { A: "1", B: "2" } },
    );
    expect(given.target?.value).toMatchObject({
      image: "box:1",
      command: ["run"],
      args: ["--fast"],
      resources: { requests: [{ value: "2" }] },
      env: [
        { key: "A", value: "1" },
        { key: "B", value: "own" },
      ],
      dataConfig: { enabled: true, inputPath: "", outputPath: "", format: 1 },
    });
    expect(given.securityContext?.secrets).toMatchObject([{ key: "token" }]);
  });

  it("does not change when the author's list does", () => {
    const command = ["run"];
    const made = containerTask({ ...base, command });
    command.push("later");
    expect(lower(made).target?.value).toMatchObject({ command: ["run"] });
  });

  it("runs in a pod with its own program and files, whatever the template's container has", () => {
    const sidecar = { name: "sidecar", image: "sidecar:1" };
    const main = { name: "main", image: "other:1", command: ["other"], volumeMounts: [{ name: "v" }] };
    const podTemplate = { podSpec: { containers: [sidecar, main] }, primaryContainer: "main" };
    const { type, target, config } = lower(containerTask({ ...base, podTemplate, inputDir: "/in" }));
    expect(type).toBe("raw-container");
    expect(config).toEqual(new Map([["primary_container_name", "main"]]));
    expect(target).toMatchObject({
      $case: "k8sPod",
      value: {
        podSpec: {
          containers: [
            sidecar,
            { name: "main", image: "box:1", command: ["run"], args: [], volumeMounts: [{ name: "v" }] },
          ],
        },
        dataConfig: { enabled: true, inputPath: "/in" },
        primaryContainerName: "",
      },
    });
  });

  it("has nothing to run here", async () => {
    const made: TaskEntity = containerTask(base); // without function
    expect(made.fn).toBeUndefined();
    expect(await rejection(Promise.resolve(executeTask(made, new Map(), testContext())))).toMatchObject({
      code: "TASK_HAS_NO_FUNCTION",
      params: { task: "m.box" },
      location: here(import.meta.url, "without function", "containerTask("),
    });
  });

  it.each([
    [
      undefined,
      "OPTIONS_NOT_AN_OBJECT: The options of a container task must be one object, but nothing was given",
    ],
    [null, "OPTIONS_NOT_AN_OBJECT"],
    ["box", "The options of a container task must be one object, but a string was given"],
    [{}, "NAME_INVALID: The name of a container task must be 1 to 255"],
    [{ ...base, name: "a box" }, 'but was "a box"'],
    [{ ...base, image: undefined }, "The option `image` of container task m.box takes the name of an image"],
    [{ ...base, image: "" }, "The option `image` of container task m.box takes a string that is not empty"],
    [{ ...base, image: ["box"] }, "takes a string that is not empty, but was given an array"],
    [
      { ...base, command: undefined },
      "The option `command` of container task m.box takes a list of strings, but was given nothing",
    ],
    [{ ...base, command: "run" }, "takes a list of strings, but was given a string"],
    [{ ...base, command: ["run", 5] }, "takes a list of strings, but was given an array"],
    [{ ...base, command: hole }, "takes a list of strings"],
    [{ ...base, args: null }, "The option `args` of container task m.box takes a list of strings"],
    [{ ...base, inputDir: "" }, "The option `inputDir` of container task m.box takes a string"],
    [{ ...base, outputDir: 5 }, "The option `outputDir` of container task m.box takes a string"],
    [
      { ...base, metadataFormat: "xml" },
      'The option `metadataFormat` of container task m.box takes "json", "yaml" or "proto", but was given "xml"',
    ],
    [{ ...base, metadataFormat: "toString" }, 'takes "json", "yaml" or "proto"'],
    [{ ...base, metadataFormat: null }, 'takes "json", "yaml" or "proto", but was given null'],
    [{ ...base, cmd: [] }, "OPTION_UNKNOWN: There is no option `cmd` for container task m.box"],
    [
      { ...base, inputs: { x: 1 } },
      "TYPE_UNKNOWN: A Flyte type is needed for inputs.x of container task m.box",
    ],
    [{ ...base, retries: -1 }, "The option `retries` of container task m.box takes"],
  ])("refuses %o", (declaration, text) => {
    expect(refusal(() => loose(declaration))).toContain(text);
  });

  it("shows the author's line", () => {
    const act = () => loose({ ...base, command: "run" }); // refused
    expect(caught(act).location).toEqual(here(import.meta.url, "refused", "loose("));
    const made = containerTask(base); // made
    expect(made.definedAt.location).toEqual(here(import.meta.url, "made", "containerTask("));
  });
});
