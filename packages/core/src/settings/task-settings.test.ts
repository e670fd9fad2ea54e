import { inspect } from "node:util";

import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { type TaskOptions, toTaskSettings } from "./task-settings.js";

const settings = (options: unknown) => toTaskSettings(options as TaskOptions, new Set(["x", "y"]), "task a");

describe("toTaskSettings", () => {
  it("has defaults for everything", () => {
    expect(settings({})).toEqual({
      retries: 0,
      retry: undefined,
      timeout: 0n,
      interruptible: undefined,
      cache: undefined,
      isolation: undefined,
      resources: { requests: [], limits: [] },
      image: undefined,
      environment: new Map(),
      extendedResources: undefined,
      podTemplate: undefined,
      podTemplateName: "",
      securityContext: undefined,
      deck: false,
      deckTabs: [],
      config: new Map(),
      custom: undefined,
      deprecated: undefined,
      docs: undefined,
    });
  });

  it("keeps what is right", () => {
    const cache = { version: "1", serialize: true, ignoredInputs: ["y"] };
    const docs = { short: "a", long: "b", format: "rst", link: "https://example.com" };
    const options = {
      retries: 3,
      timeout: 1500,
      interruptible: false,
      cache,
      image: "i",
      environment: { A: "" },
      deprecated: "use b",
      docs,
    };
    expect(settings(options)).toMatchObject({
      ...options,
      timeout: 1_500_000_000n,
      environment: new Map([["A", ""]]),
    });
  });

  it("keeps what is for plugins, and names of pod templates", () => {
    const config = { a: "b" };
    const custom = { list: [1] };
    const made = settings({ config, custom, deck: true, podTemplate: "gpu-pods", runAs: { iamRole: "r" } });
    config.a = "c";
    custom.list.push(2);
    expect(made).toMatchObject({
      config: new Map([["a", "b"]]),
      custom: { list: [1] },
      deck: true,
      deckTabs: ["inputs", "outputs"],
      podTemplate: undefined,
      podTemplateName: "gpu-pods",
      securityContext: { runAs: { iamRole: "r" } },
    });
  });

  it("does not change when the author's objects do", () => {
    const [cache, environment] = [{ version: "1", ignoredInputs: ["x"] }, { A: "1" }];
    const made = settings({ cache, environment });
    cache.ignoredInputs.push("y");
    cache.version = "2";
    environment.A = "2";
    expect(made.cache).toMatchObject({ version: "1", ignoredInputs: ["x"] });
    expect(made.environment).toEqual(new Map([["A", "1"]]));
  });

  it.each([
    [
      { retries: 0.5 },
      "The option `retries` of task a takes a whole number from 0 to 2^32 - 1, but was given 0.5",
    ],
    [{ retry: [RangeError] }, "OPTIONS_NOT_AN_OBJECT"],
    [{ retry: { on: [RangeError], times: 3 } }, "OPTION_UNKNOWN"],
    [
      { retry: {} },
      "The option `retry.on` of task a takes classes of errors, or a function that decides, but was given nothing",
    ],
    [{ retry: { on: [] } }, "but was given an array"],
    [{ retry: { on: [() => true] } }, "in its list"],
    [{ retry: { on: [RangeError, undefined] } }, "but was given nothing in its list"],
    [{ retry: { on: ["RangeError"] } }, "but was given a string in its list"],
    [{ retry: { on: [Date] } }, "in its list"],
    [
      { retry: { on: RangeError } },
      "takes classes of errors, or a function that decides, but was given a function",
    ],
    [
      { isolation: "thread" },
      'The option `isolation` of task a takes "none", "worker" or "process", but was given a string.',
    ],
    [{ isolation: true }, "but was given a boolean"],
    [
      { timeout: "1 fortnight" },
      'The option `timeout` of task a takes milliseconds or a string like "10 minutes", but was given "1 fortnight"',
    ],
    [{ interruptible: 1 }, "The option `interruptible` of task a takes true or false, but was given 1"],
    [{ cache: true }, "CACHE_VERSION_MISSING: Task a is cached, but its cache has no version"],
    [{ cache: {} }, "CACHE_VERSION_MISSING"],
    [{ cache: { version: "" } }, "CACHE_VERSION_MISSING"],
    [{ cache: { version: 1 } }, "The option `cache.version` of task a takes a string, but was given 1"],
    [{ cache: null }, "The option `cache` of task a takes {"],
    [
      { cache: { version: "1", serialize: "yes" } },
      "The option `cache.serialize` of task a takes true or false",
    ],
    [
      { cache: { version: "1", ignoredInputs: ["z"] } },
      'The option `cache.ignoredInputs` of task a takes names of inputs, but was given "z"',
    ],
    [
      { cache: { version: "1", ignoredInputs: ["x", undefined] } },
      "takes names of inputs, but was given nothing",
    ],
    [{ cache: { version: "1", ignoredInputs: null } }, "takes names of inputs, but was given null"],
    [{ cache: { version: "1", ignoredInputs: "x" } }, 'takes names of inputs, but was given "x"'],
    [
      { resources: { cpu: "lots" } },
      'RESOURCE_INVALID: In the resources of task a, cpu has the quantity "lots", which Kubernetes cannot read',
    ],
    [{ image: 5 }, "The option `image` of task a takes a string that is not empty, but was given 5"],
    [
      { deprecated: true },
      "The option `deprecated` of task a takes a string that is not empty, but was given true",
    ],
    [
      { docs: 5 },
      "The option `docs` of task a takes a string, or { short, long, format, link }, but was given 5",
    ],
    [
      { docs: null },
      "The option `docs` of task a takes a string, or { short, long, format, link }, but was given null",
    ],
    [
      { docs: ["a"] },
      "The option `docs` of task a takes a string, or { short, long, format, link }, but was given an array",
    ],
    [{ docs: { title: "a" } }, "OPTION_UNKNOWN: There is no option `title` for docs of task a"],
    [
      { docs: { short: 5 } },
      "The option `docs.short` of task a takes a string that is not empty, but was given 5",
    ],
    [
      { docs: { long: "x", format: "tex" } },
      'The option `docs.format` of task a takes markdown, html or rst, but was given "tex"',
    ],
    [
      { environment: "A=1" },
      "The option `environment` of task a takes strings by name, but was given a string",
    ],
    [
      { environment: { "A=B": "1" } },
      'The option `environment` of task a takes names of letters, digits, - . and _, not beginning with a digit, but was given "A=..."',
    ],
    [{ environment: { "A B": "1" } }, 'not beginning with a digit, but was given "A B"'],
    [
      { environment: { "": "1" } },
      'takes names of letters, digits, - . and _, not beginning with a digit, but was given ""',
    ],
    [
      { environment: { A: 1 } },
      "The option `environment.A` of task a takes a string, but was given a number",
    ],
    [
      { environment: { A: undefined } },
      "The option `environment.A` of task a takes a string, but was given nothing",
    ],
    [
      { podTemplate: { podSpec: [] } },
      "The option `podTemplate` of task a takes { podSpec, primaryContainer, labels, annotations }",
    ],
    [
      { podTemplate: "" },
      'The option `podTemplate` of task a takes a string that is not empty, but was given ""',
    ],
    [{ podTemplate: null }, "The option `podTemplate` of task a takes { podSpec"],
    [
      { deck: "yes" },
      'The option `deck` of task a takes true, false, or `{ tabs }` with some of "inputs", "outputs", "source", "timeline", but was given "yes"',
    ],
    [
      { deck: null },
      'takes true, false, or `{ tabs }` with some of "inputs", "outputs", "source", "timeline", but was given null',
    ],
    [{ deck: { tabs: ["inputs", "code"] } }, "The option `deck` of task a takes"],
    [{ deck: {} }, "The option `deck` of task a takes"],
    [{ config: { a: 1 } }, "The option `config.a` of task a takes a string, but was given a number"],
    [{ config: null }, "The option `config` of task a takes strings by name, but was given null"],
    [{ custom: "x" }, "The option `custom` of task a takes an object, but was given a string"],
    [{ custom: null }, "The option `custom` of task a takes an object, but was given null"],
    [{ custom: { f: () => 1 } }, "The option `custom` of task a takes values that JSON can hold"],
    [{ secrets: "token" }, "The option `secrets` of task a takes a list of secrets"],
    [{ runAs: "me" }, "The options of runAs of task a must be one object"],
    [
      { accelerator: { device: "a", size: "b" } },
      "OPTION_UNKNOWN: There is no option `size` for accelerator of task a",
    ],
  ])("refuses %j", (options, text) => {
    expect(refusal(() => settings(options))).toContain(text);
  });

  it.each([
    ...[
      { "TOKEN=": "hunter2" },
      { A: ["hunter2"] },
      { A: 4711 },
      "A=hunter2",
      ["hunter2"],
      { "A=hunter2": "" },
    ].map((environment) => ({ environment })),
    ...["hunter2", ["hunter2"], { a: 4711 }].map((config) => ({ config })),
    ...["hunter2", ["hunter2"], { a: { hunter2: () => 1 } }, { a: 4711n, b: "hunter2" }].map((custom) => ({
      custom,
    })),
    ...["hunter2", { key: "hunter2" }, [{ version: "hunter2" }], ["hunter2"]].map((secrets) => ({ secrets })),
    ...[{ podSpec: "hunter2" }, { podSpec: { containers: "hunter2" } }].map((podTemplate) => ({
      podTemplate,
    })),
  ])("never shows a value that may be secret, nor keeps it: %#", (options) => {
    const { message, params } = caught(() => settings(options));
    expect(`${message} ${inspect(params, { depth: 9 })}`).not.toMatch(/hunter2|4711/);
  });

  it.each([
    [{ cache: { version: "1", ignoreInputs: ["x"] } }, "`ignoreInputs` for cache of task a", "ignoredInputs"],
    [{ cache: { version: "1", serialise: true } }, "`serialise` for cache of task a", "serialize"],
    [
      { podTemplate: { podSpec: {}, primaryContainr: "a" } },
      "`primaryContainr` for podTemplate",
      "primaryContainer",
    ],
    [{ accelerator: { device: "a", partiton: "b" } }, "`partiton` for accelerator of task a", "partition"],
    [{ resources: { memroy: "1Gi" } }, "memroy is not a resource", "memory"],
    [{ docs: { shrt: "x" } }, "`shrt` for docs of task a", "short"],
    [{ secrets: [{ kee: "x" }] }, "`kee` for secrets[0] of task a", "key"],
    [{ runAs: { serviceAcount: "x" } }, "`serviceAcount` for runAs of task a", "serviceAccount"],
  ])("names what was meant by a misspelt key: %j", (options, text, meant) => {
    const { message, hint } = caught(() => settings(options));
    expect(message).toContain(text);
    expect(hint).toContain(`Did you mean \`${meant}\`?`);
  });

  it.each([
    [false, "The option `cache` of task a takes { version, serialize, ignoredInputs }, but was given false."],
    [null, "The option `cache` of task a takes { version, serialize, ignoredInputs }, but was given null."],
    ["1", 'but was given "1".'],
    [{ version: 1 }, "The option `cache.version` of task a takes a string, but was given 1."],
    [true, "Task a is cached, but its cache has no version."],
    [{}, "Task a is cached, but its cache has no version."],
    [{ version: " " }, "Task a is cached, but its cache has no version."],
  ])("says what is wrong with the cache %j", (cache, text) => {
    expect(caught(() => settings({ cache })).text).toContain(text);
  });
});
