/** What a declaration says beside the interface: every option of tasks and of workflows, and no other. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { TaskContext, TaskOptions } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { announce } from "../support/entities.js";

const nothing = (): void => {};

const options: TaskOptions = {
  retries: 3,
  retry: { on: [RangeError, TypeError] },
  timeout: "2 hours",
  interruptible: true,
  cache: { version: "v1", serialize: true, ignoredInputs: ["n"] },
  resources: { cpu: 1, memory: "1Gi", gpu: { limit: 1 }, ephemeralStorage: { request: "1Gi", limit: "2Gi" } },
  image: "example/image:1",
  environment: { LOG: "debug" },
  accelerator: { device: "nvidia-a100", partition: "none" },
  sharedMemory: true,
  podTemplate: { podSpec: {}, annotations: { a: "b" } },
  secrets: [{ group: "g", key: "k", version: "1", mount: "file", variable: "TOKEN" }],
  runAs: { serviceAccount: "runner", iamRole: "role" },
  deck: true,
  config: { queue: "gpu" },
  custom: { workers: 3 },
  deprecated: "use newer",
  docs: { short: "All of it", long: "# All", format: "markdown", link: "https://example.com" },
};
export const every = task({ name: "every", inputs: { n: t.int() }, ...options }, nothing);
export const docs = task({ name: "docs", docs: "One line.", module: import.meta.url }, nothing);
export const none = task({ name: "none", retries: undefined, cache: undefined, module: undefined }, nothing);

// @ts-expect-error a name is needed
export const nameless = task({}, nothing);
// @ts-expect-error a function is needed
export const idle = task({ name: "idle" });
// @ts-expect-error retries are a number
export const retries = task({ name: "retries", retries: "3" }, nothing);
class Late extends Error {
  readonly seconds: number = 3;
}
export const onClass = task({ name: "onClass", retries: 1, retry: { on: [Late, DOMException] } }, nothing);
export const onTest = task({ name: "onTest", retry: { on: (error) => error instanceof Late } }, nothing);
// @ts-expect-error a class stands in a list
export const bare = task({ name: "bare", retry: { on: Late } }, nothing);
const isLate = (error: unknown): boolean => error instanceof Late;
// @ts-expect-error a function is no class
export const inList = task({ name: "inList", retry: { on: [isLate] } }, nothing);
// @ts-expect-error an error is no class of errors
export const instance = task({ name: "instance", retry: { on: [new Late()] } }, nothing);
// @ts-expect-error these are no errors
export const noErrors = task({ name: "noErrors", retry: { on: [Date] } }, nothing);
// @ts-expect-error names are no classes
export const byName = task({ name: "byName", retry: { on: ["Late"] } }, nothing);
// @ts-expect-error the answer cannot wait
export const later = task({ name: "later", retry: { on: async () => true } }, nothing);
// @ts-expect-error it says which errors
export const often = task({ name: "often", retry: { on: [Late], times: 3 } }, nothing);
// @ts-expect-error it says which errors
export const nowhere = task({ name: "nowhere", retry: {} }, nothing);
// @ts-expect-error a timeout is a number or a text
export const timeout = task({ name: "timeout", timeout: true }, nothing);
// @ts-expect-error a cache has a version
export const cache = task({ name: "cache", cache: true }, nothing);
// @ts-expect-error the environment holds texts
export const environment = task({ name: "environment", environment: { PORT: 80 } }, nothing);
// @ts-expect-error there is no such resource
export const resources = task({ name: "resources", resources: { cpus: 1 } }, nothing);
export const named = task({ name: "named", podTemplate: "gpu-pods" }, nothing);
// @ts-expect-error a secret is no text
export const secret = task({ name: "secret", secrets: ["token"] }, nothing);
// @ts-expect-error no such way to give it
export const mount = task({ name: "mount", secrets: [{ key: "k", mount: "disk" }] }, nothing);
// @ts-expect-error nobody to run as
export const runAs = task({ name: "runAs", runAs: "root" }, nothing);
// @ts-expect-error config holds texts
export const config = task({ name: "config", config: { queue: 1 } }, nothing);
// @ts-expect-error a deck is there or not
export const deck = task({ name: "deck", deck: "yes" }, nothing);
// @ts-expect-error deprecated says what to use instead
export const deprecated = task({ name: "deprecated", deprecated: true }, nothing);
// @ts-expect-error no such format
export const format = task({ name: "format", docs: { long: "x", format: "latex" } }, nothing);
// @ts-expect-error no such option
export const container = task({ name: "container", container: "example/image:1" }, nothing);
// @ts-expect-error a node has an id, a task has a name
export const id = task({ name: "id", id: "mine" }, nothing);
// @ts-expect-error types are made by calling
export const uncalled = task({ name: "uncalled", inputs: { n: t.int } }, nothing);
// @ts-expect-error a constructor of JavaScript is no type
export const builtIn = task({ name: "builtIn", inputs: { n: Number } }, nothing);

export const workflowOptions = workflow(
  {
    name: "workflowOptions",
    failurePolicy: "fail-after-executable-nodes-complete",
    interruptible: true,
    docs: { short: "x" },
    module: import.meta.url,
  },
  () => announce(),
);
// @ts-expect-error no such policy
export const policy = workflow({ name: "policy", failurePolicy: "never" }, nothing);
// @ts-expect-error a workflow does not try again, its tasks do
export const again = workflow({ name: "again", retries: 3 }, nothing);

export const context = task({ name: "context", inputs: { n: t.int() } }, (inputs, given) => {
  expectTypeOf(inputs).toEqualTypeOf<{ readonly n: number }>();
  expectTypeOf(given).toEqualTypeOf<TaskContext>();
  // @ts-expect-error inputs are given, not set
  inputs.n = 4;
  // @ts-expect-error an input that was not declared
  void inputs.m;
  given.logger.info(`attempt ${given.attempt}`);
});
