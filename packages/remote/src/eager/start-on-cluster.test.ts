import { t, task, testContext } from "@flytekit-ts/workflow";
import { afterEach, describe, expect, it, vi } from "vitest";

import { errors } from "../errors.js";
import type { Remote } from "../remote/remote.js";
import { executionName } from "./execution-name.js";
import { orchestrate } from "./orchestrate.js";
import { startOnCluster } from "./start-on-cluster.js";

const square = task({ name: "orchard.square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

afterEach(() => {
  vi.unstubAllEnvs();
});

const context = testContext({
  execution: { project: "orchard", domain: "development", name: "f6b8c0d1e2" },
  task: { project: "orchard", domain: "development", name: "orchard.grow", version: "v7" },
});

/** A cluster that gives what is executed the outputs of `answer`. */
function clusterOf(answer: (inputs: { readonly x: number }, signal: AbortSignal) => Promise<unknown>) {
  const executed: { readonly entity: string; readonly inputs: unknown; readonly options: object }[] = [];
  const terminated: string[] = [];
  const execute = async (
    entity: { name: string },
    inputs: { x: number },
    options: { name: string; signal: AbortSignal },
  ) => {
    const { signal, ...rest } = options;
    executed.push({ entity: entity.name, inputs, options: rest });
    return {
      id: { name: options.name },
      consoleUrl: `https://console/${options.name}`,
      wait: async () => answer(inputs, signal),
      terminate: async (cause: string) => {
        terminated.push(cause);
      },
    };
  };
  return { remote: { execute } as unknown as Remote, executed, terminated };
}

describe("what an eager task starts on a cluster", () => {
  it("is an execution of the version of the task, with names and labels that lead back to it", async () => {
    const { remote, executed } = clusterOf(async ({ x }) => x * x);
    const starter = await startOnCluster(context, { remote });
    const { signal } = new AbortController();
    for (const x of [3, 3]) {
      const { outputs, execution } = await starter.start(square, { x }, signal);
      expect(await outputs).toBe(9);
      expect(execution?.url).toBe(`https://console/${execution?.name}`);
    }
    const start = { eager: "orchard.grow", execution: "f6b8c0d1e2", entity: square, inputs: { x: 3 } };
    const names = [0, 1].map((count) => executionName({ ...start, count }));
    expect(executed).toEqual(
      names.map((name) => ({
        entity: "orchard.square",
        inputs: { x: 3 },
        options: {
          name,
          version: "v7",
          labels: { "eager-exec": "f6b8c0d1e2", "eager-root-exec": "f6b8c0d1e2" },
          envs: { _F_EE_ROOT: "f6b8c0d1e2" },
        },
      })),
    );
  });

  it("knows the root where its parent was started by an eager task", async () => {
    vi.stubEnv("_F_EE_ROOT", "root1");
    const { remote, executed } = clusterOf(async () => 1);
    const starter = await startOnCluster(context, { remote });
    await starter.start(square, { x: 1 }, new AbortController().signal);
    expect(executed[0]?.options).toMatchObject({
      labels: { "eager-exec": "f6b8c0d1e2", "eager-root-exec": "root1" },
      envs: { _F_EE_ROOT: "root1" },
    });
  });

  it("is terminated when its signal fires", async () => {
    const { remote, terminated } = clusterOf(
      async (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new Error("the wait was aborted")));
        }),
    );
    const starter = await startOnCluster(context, { remote });
    const abort = new AbortController();
    const { outputs } = await starter.start(square, { x: 1 }, abort.signal);
    abort.abort(new Error("a sibling failed"));
    await expect(outputs).rejects.toThrow("the wait was aborted");
    expect(terminated).toEqual(["its parent ended: a sibling failed"]);
  });

  it("waits its turn where too much is started in a minute", async () => {
    const waits: number[] = [];
    let now = 0;
    const timing = {
      now: () => now,
      random: () => 0,
      wait: async (milliseconds: number) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    };
    const { remote, executed } = clusterOf(async () => 1);
    const starter = await startOnCluster(context, { remote, timing });
    const { signal } = new AbortController();
    for (let x = 0; x < 61; x += 1) await starter.start(square, { x }, signal);
    expect([executed.length, waits]).toEqual([61, [60_000]]);
  });

  it("needs an execution", async () => {
    await expect(startOnCluster(testContext())).rejects.toSatisfy(errors.EAGER_OUTSIDE.is);
    const body = async (): Promise<void> => {};
    await expect(orchestrate("grow", { body, inputs: {}, context: testContext() })).rejects.toThrow(
      "it runs in no execution of a cluster",
    );
  });
});
