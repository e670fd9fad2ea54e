import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { subWorkflow, traced } from "../../test/support/workflows.js";
import { ResourceName } from "../literals/idl-enums.js";
import { task } from "../task/task.js";
import { t } from "../makers/t.js";
import { type CallOptions, readOptions } from "./call-options.js";

const job = task({ name: "a.job", outputs: { x: t.int(), y: t.int() } }, () => ({ x: 1, y: 2 }));
const settings = (options: unknown) => readOptions(job, options as CallOptions).settings;
const sub = (options: unknown) => readOptions(subWorkflow(job), options as CallOptions).settings;

describe("readOptions", () => {
  it("has nothing where the call says nothing", () => {
    expect(settings(undefined)).toEqual({});
    expect(settings({})).toEqual({});
    expect(settings({ id: undefined, after: [], cache: undefined })).toEqual({});
  });

  it("keeps what is about any node", () => {
    const options = {
      id: "My_Node",
      displayName: "my node",
      retries: 0,
      timeout: "10 minutes",
      interruptible: false,
    };
    const wanted = { ...options, timeout: 600_000_000_000n };
    expect(settings(options)).toEqual(wanted);
    expect(sub(options)).toEqual(wanted);
    expect(Object.isFrozen(settings(options))).toBe(true);
  });

  it("clears a timeout with 0", () => {
    expect(settings({ timeout: 0 })).toEqual({ timeout: 0n });
  });

  it("keeps what is about a task's container", () => {
    const podTemplate = { podSpec: {} };
    expect(
      settings({ image: "img:1", podTemplate, sharedMemory: "1Gi", accelerator: "nvidia-tesla-t4" }),
    ).toEqual({
      image: "img:1",
      podTemplate,
      extendedResources: {
        gpuAccelerator: { device: "nvidia-tesla-t4", partitionSizeValue: undefined },
        sharedMemory: { mountPath: "/dev/shm", mountName: "flyte-shared-memory", sizeLimit: "1Gi" },
      },
    });
    expect(settings({ resources: { cpu: 1, memory: { limit: "1Gi" } } })).toEqual({
      resources: {
        requests: [{ name: ResourceName.CPU, value: "1" }],
        limits: [{ name: ResourceName.MEMORY, value: "1Gi" }],
      },
    });
  });

  it("keeps cache settings, those that turn it off too", () => {
    expect(settings({ cache: false })).toEqual({ cache: { cacheable: false } });
    expect(settings({ cache: { version: "1" } })).toEqual({ cache: { cacheable: true, version: "1" } });
    expect(settings({ cache: { version: "1", serialize: true } })).toMatchObject({
      cache: { serialize: true },
    });
  });

  it("keeps aliases, also those that swap two names", () => {
    expect(settings({ aliases: { x: "y", y: "x" } }).aliases).toEqual(
      new Map([
        ["x", "y"],
        ["y", "x"],
      ]),
    );
  });

  it.each([
    [
      5,
      "OPTIONS_NOT_AN_OBJECT: The options of the call of a.job must be one object, but the number 5 was given",
    ],
    [null, "OPTIONS_NOT_AN_OBJECT: The options of the call of a.job must be one object, but null was given"],
    [["x"], "but an array was given"],
    [
      traced({ n: t.int() }, ({ n }) => n),
      "OPTIONS_NOT_AN_OBJECT: The options of the call of a.job must be one object, but a promise was given",
    ],
    [{ retry: 3 }, "OPTION_UNKNOWN: There is no option `retry` for the call of a.job"],
    [{ node_name: "x" }, "OPTION_UNKNOWN: There is no option `node_name` for"],
    [
      { id: "" },
      'OPTION_INVALID: The option `id` of the call of a.job takes a string that is not empty, but was given ""',
    ],
    [{ id: 5 }, "takes a string that is not empty, but was given 5"],
    [
      { displayName: null },
      "The option `displayName` of the call of a.job takes a string that is not empty, but was given null",
    ],
    [
      { retries: -1 },
      "The option `retries` of the call of a.job takes a whole number from 0 to 2^32 - 1, but was given -1",
    ],
    [{ retries: 1.5 }, "was given 1.5"],
    [{ retries: 2 ** 32 }, "was given 4294967296"],
    [{ retries: "3" }, 'was given "3"'],
    [
      { timeout: "soon" },
      'The option `timeout` of the call of a.job takes milliseconds or a string like "10 minutes", but was given "soon"',
    ],
    [{ timeout: -1 }, "was given -1"],
    [{ timeout: 5n }, "was given the bigint 5"],
    [{ interruptible: "yes" }, 'takes true or false, but was given "yes"'],
    [{ cache: true }, "CACHE_VERSION_MISSING: The call of a.job is cached, but its cache has no version"],
    [{ cache: null }, "The option `cache` of the call of a.job takes { version, serialize }"],
    [{ cache: { version: " " } }, "CACHE_VERSION_MISSING"],
    [{ cache: { version: "auto" } }, "The option `cache.version` of the call of a.job takes a fixed version"],
    [{ cache: "1" }, "The option `cache` of the call of a.job takes { version, serialize }"],
    [
      { cache: { version: "1", serialize: 1 } },
      "The option `cache.serialize` of the call of a.job takes true or false, but was given 1",
    ],
    [
      { resources: { cpus: 1 } },
      "RESOURCE_INVALID: In the resources of the call of a.job, cpus is not a resource",
    ],
    [
      { resources: 5 },
      "OPTION_INVALID: The option `resources` of the call of a.job takes resources by name, but was given 5",
    ],
    [{ image: "" }, "The option `image` of"],
    [{ accelerator: "" }, "The option `accelerator` of"],
    [
      { sharedMemory: false },
      "The option `sharedMemory` of the call of a.job takes true or a size, but was given false",
    ],
    [{ podTemplate: {} }, "The option `podTemplate` of"],
    [
      { aliases: { z: "a" } },
      'The option `aliases` of the call of a.job takes names of outputs, but was given "z"',
    ],
    [
      { aliases: { x: "y" } },
      'The option `aliases` of the call of a.job takes a different name for each output, but was given "y"',
    ],
    [{ aliases: { x: "a-b" } }, 'VARIABLE_NAME_INVALID: "a-b" in aliases in the call of a.job'],
    [
      { aliases: { x: undefined } },
      "The option `aliases.x` of the call of a.job takes a string, but was given nothing",
    ],
    [
      { aliases: "x" },
      "The option `aliases` of the call of a.job takes strings by name, but was given a string",
    ],
  ] as const)("refuses %o", (options, text) => {
    expect(refusal(() => settings(options))).toContain(text);
  });

  it("keeps what is about a container of a map's items, but no aliases: their outputs are one list", () => {
    const map = { ...subWorkflow(job), kind: "map" as const };
    const ofMap = (options: unknown) => readOptions(map, options as CallOptions).settings;
    expect(ofMap({ image: "img:1", retries: 2, cache: { version: "1" } })).toEqual({
      image: "img:1",
      retries: 2,
      cache: { cacheable: true, version: "1" },
    });
    expect(refusal(() => ofMap({ aliases: { x: "z" } }))).toBe(
      "OPTION_NEEDS_TASK: The option `aliases` of the call of sub.a.job is only for calls of tasks, but was given to a call of a map.",
    );
  });

  it.each([
    { cache: false },
    { resources: {} },
    { image: "x" },
    { accelerator: "x" },
    { sharedMemory: true },
    { podTemplate: { podSpec: {} } },
    { aliases: {} },
  ])("refuses %j where there is no container", (options) => {
    const [option] = Object.keys(options);
    expect(refusal(() => sub(options))).toBe(
      `OPTION_NEEDS_TASK: The option \`${option}\` of the call of sub.a.job is only for calls of tasks, but was given to a call of a workflow.`,
    );
  });
});
