import { Binding, Node, Parameter } from "@flytekit-ts/models/core";
import { describe, expect, it, vi } from "vitest";
import { call, INT, INTS, int, plan, start, task, workflow } from "./support/messages.js";
import { engineOf, phases, shortly, valueOf } from "./support/run-functions.js";

const inc = { inc: (x: number) => x + 1 };
const one = [task("inc"), workflow("wf", [call("n0", "inc", { x: ".x" })], { o0: "n0.o0" })];

function retried(retries: number) {
  return [
    task("flaky", { metadata: { retries: { retries } } }),
    workflow("wf", [call("n0", "flaky", { x: ".x" })], { o0: "n0.o0" }),
  ];
}

describe("attempts", () => {
  it("see their number and the checkpoint of the one before", async () => {
    const { run, started } = engineOf(retried(2), {
      flaky: (x, { env }) =>
        Number(env["FLYTE_ATTEMPT_NUMBER"]) < 2 ? { code: "USER:Recoverable", kind: 1 } : x,
    });
    expect(shortly(await run("wf", 1, { name: "e" }))).toEqual({ o0: 1 });
    const previous = started.map(({ command }) => command.at(-1));
    expect(previous[0]).toBe('""');
    expect(previous[1]).toMatch(/^memory:\/\/data\/raw\/\w\w\/e-n0-0\/_flytecheckpoints$/);
    expect(previous[2]).toMatch(/\/e-n0-1\/_flytecheckpoints$/);
  });

  it.each([
    [
      "an error of the author",
      () => ({ code: "USER:Recoverable", kind: 1 }) as const,
      "RetriesExhausted|USER:Recoverable",
      2,
    ],
    ["an error for good", () => ({ code: "USER:ValueError", kind: 0 }) as const, "USER:ValueError", 1],
    [
      "an error of the system",
      () => ({ code: "SYSTEM", kind: 1, origin: 2 }) as const,
      "RetriesExhausted|SYSTEM",
      4,
    ],
    ["an error of the system for good", () => ({ code: "SYSTEM", kind: 0, origin: 2 }) as const, "SYSTEM", 1],
    ["a process that fails", () => ({ exitCode: 1, log: "" }), "RetriesExhausted|Error", 2],
    [
      "a process without memory",
      () => ({ exitCode: 137, reason: "OOMKilled", log: "" }),
      "RetriesExhausted|OOMKilled",
      2,
    ],
    ["a machine that goes away", () => ({ exitCode: 137, log: "" }), "RetriesExhausted|Error", 4],
    ["no outputs", () => undefined, "RetriesExhausted|OutputsNotFound", 2],
  ])("end after %s", async (_, flaky, code, attempts) => {
    const { run, started } = engineOf(retried(1), { flaky });
    expect(shortly(await run("wf", 1))).toBe(code);
    expect(started).toHaveLength(attempts);
  });

  it("end when their time is over", async () => {
    vi.useFakeTimers();
    const slow = call(
      "n0",
      "slow",
      { x: ".x" },
      { metadata: { timeout: { seconds: 5n }, retries: { retries: 1 } } },
    );
    const { run, started } = engineOf([task("slow"), workflow("wf", [slow])], {
      slow: (_, __, signal) =>
        new Promise((___, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error))),
    });
    const result = run("wf", 1);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(shortly(await result)).toBe("RetriesExhausted|TimeoutExpired");
    expect(started).toHaveLength(2);
  });
});

describe("the cache", () => {
  const metadata = { discoverable: true, discoveryVersion: "1" };
  const cached = (more: object = {}) => [
    task("inc", { metadata: { ...metadata, ...more } }),
    workflow("wf", [call("n0", "inc", { x: ".x" }), call("n1", "inc", { x: ".x" })], {
      o0: "n0.o0",
      o1: "n1.o0",
    }),
  ];

  it("remembers outputs by inputs, until they are to be made anew", async () => {
    const { run, started } = engineOf(cached(), inc);
    await run("wf", 1);
    const before = started.length;
    const again = await run("wf", 1);
    expect([shortly(again), started.length]).toEqual([{ o0: 2, o1: 2 }, before]);
    expect(again.nodes.get("n0")?.cache).toBe("hit");
    await run("wf", 2);
    await run("wf", 1, { overwriteCache: true });
    expect(started).toHaveLength(before + 4);
  });

  it("lets one process make outputs at a time", async () => {
    const { run, started } = engineOf(cached({ cacheSerializable: true }), inc);
    expect(shortly(await run("wf", 1))).toEqual({ o0: 2, o1: 2 });
    expect(started).toHaveLength(1);
  });

  it("leaves out inputs that a task says to ignore, and takes a hash for the value", async () => {
    const { run, started } = engineOf(cached({ cacheIgnoreInputVars: ["x"], cacheSerializable: true }), inc);
    await run("wf", 1);
    await run("wf", 2);
    expect(started).toHaveLength(1);
    const hashed = engineOf(cached({ cacheSerializable: true }), inc);
    for (const x of [1, 2])
      await hashed.run("wf", x, { inputs: new Map([["x", { ...int(x), hash: "same" }]]) });
    expect(hashed.started).toHaveLength(1);
  });
});

describe("recovering an execution", () => {
  it("runs only what did not succeed, from the checkpoint that it had", async () => {
    let isBroken = true;
    const { run, started } = engineOf(
      [
        task("inc"),
        task("fails"),
        workflow("wf", [call("n0", "inc", { x: ".x" }), call("n1", "fails", { x: "n0.o0" })], {
          o0: "n1.o0",
        }),
      ],
      { ...inc, fails: (x) => (isBroken ? { code: "USER:ValueError", kind: 0 } : x * 10) },
    );
    const failed = await run("wf", 1, { name: "first" });
    isBroken = false;
    const recovered = await run("wf", 1, { name: "second", recover: failed });
    expect(phases(failed)).toEqual({ n0: "SUCCEEDED", n1: "FAILED" });
    expect(phases(recovered)).toEqual({ n0: "RECOVERED", n1: "SUCCEEDED" });
    expect(shortly(recovered)).toEqual({ o0: 20 });
    expect(started.at(-1)?.command.at(-1)).toMatch(/first-n1-0\/_flytecheckpoints$/);
  });

  it("recovers the child executions of launch plans", async () => {
    let isBroken = true;
    const { run, started } = engineOf(
      [
        task("inc"),
        task("fails"),
        workflow("child", [call("n0", "inc", { x: ".x" }), call("n1", "fails", { x: "n0.o0" })], {
          o0: "n1.o0",
        }),
        plan("child.plan", "child"),
        workflow("wf", [start("n0", "child.plan", { x: ".x" })], { o0: "n0.o0" }),
      ],
      { ...inc, fails: (x) => (isBroken ? { code: "USER:ValueError", kind: 0 } : x * 10) },
    );
    const failed = await run("wf", 1);
    isBroken = false;
    expect(shortly(await run("wf", 1, { recover: failed }))).toEqual({ o0: 20 });
    expect(started.map(({ command }) => command[0])).toEqual(["inc", "fails", "fails"]);
  });
});

describe("launch plans", () => {
  const given = [
    ...one,
    plan("fixed", "wf", { spec: { fixedInputs: { literals: new Map([["x", int(7)]]) } } }),
    plan("defaults", "wf", {
      spec: {
        defaultInputs: {
          parameters: new Map([
            ["x", Parameter.create({ var: { type: INT }, behavior: { $case: "default", value: int(5) } })],
          ]),
        },
      },
    }),
  ];

  it("give what they fix, and what is not given", async () => {
    const { run } = engineOf(given, inc);
    expect(shortly(await run("fixed", 0, { inputs: new Map() }))).toEqual({ o0: 8 });
    expect(shortly(await run("defaults", 0, { inputs: new Map() }))).toEqual({ o0: 6 });
    expect(shortly(await run("defaults", 1))).toEqual({ o0: 2 });
  });

  it("refuse what they fix, what is unknown, and what is missing", async () => {
    const { run } = engineOf(given, inc);
    await expect(run("fixed", 1)).rejects.toThrow("fixed_inputs x cannot be overridden");
    await expect(run("wf", 1, { inputs: new Map([["y", int(1)]]) })).rejects.toThrow("invalid input y");
    await expect(run("wf", 1, { inputs: new Map() })).rejects.toThrow("expected_inputs x missing");
    await expect(run("other", 1)).rejects.toThrow("there is no launch plan or workflow other");
  });
});

describe("branches", () => {
  const compare = (than: number) => ({
    expr: {
      $case: "comparison" as const,
      value: {
        operator: 2 as const,
        leftValue: { val: { $case: "var" as const, value: ".x" } },
        rightValue: {
          val: {
            $case: "primitive" as const,
            value: { value: { $case: "integer" as const, value: BigInt(than) } },
          },
        },
      },
    },
  });

  it("take the first arm whose condition holds", async () => {
    const ifElse = {
      case: { condition: compare(10), thenNode: call("n0", "ten", { x: ".x" }) },
      other: [
        { condition: compare(5), thenNode: call("n1", "five", { x: ".x" }) },
        { condition: compare(0), thenNode: call("n2", "none", { x: ".x" }) },
      ],
      default: { $case: "error" as const, value: { failedNodeId: "", message: "too small" } },
    };
    const inputs = [
      Binding.create({
        var: ".x",
        binding: { value: { $case: "promise", value: { nodeId: "", var: "x" } } },
      }),
    ];
    const branch = Node.create({ id: "n0", inputs, target: { $case: "branchNode", value: { ifElse } } });
    const arms = { ten: () => 10, five: () => 5, none: () => 0 };
    const { run } = engineOf(
      [...Object.keys(arms).map((name) => task(name)), workflow("wf", [branch], { o0: "n0.o0" })],
      arms,
    );
    const taken = await Promise.all([20, 7, 1, 0].map(async (x) => shortly(await run("wf", x))));
    expect(taken).toEqual([{ o0: 10 }, { o0: 5 }, { o0: 0 }, "UserProvidedError"]);
  });
});

describe("maps", () => {
  const mapOf = (more: object = {}) => {
    const node = call("n0", "inc", {});
    const inputs = [
      Binding.create({
        var: "x",
        binding: {
          value: {
            $case: "collection",
            value: { bindings: [1, 2, 3].map((each) => ({ value: int(each).value as never })) },
          },
        },
      }),
    ];
    return Node.create({ id: "n0", inputs, target: { $case: "arrayNode", value: { node, ...more } } });
  };
  const mapped = (more: object = {}) => [
    task("inc", { in: { x: INTS }, out: { o0: INTS } }),
    workflow("wf", [mapOf(more)]),
  ];

  it("tell each item its index, and give it a folder of its own", async () => {
    const { run, started } = engineOf(mapped(), {
      inc: (_, { env }) => Number(env["FLYTE_K8S_ARRAY_INDEX"]),
    });
    const result = await run("wf", 0, { name: "e" });
    const literal = result.nodes.get("n0")?.outputs?.get("o0")?.value;
    expect(literal?.$case === "collection" ? literal.value.literals.map(valueOf) : literal).toEqual([
      0, 1, 2,
    ]);
    expect(started.map(({ command }) => command[4])).toEqual(
      [0, 1, 2].map((index) => `memory://data/proj-development-e/n0/data/0/${index}/0`),
    );
    expect(started.map(({ node }) => node)).toEqual([["n0-0-n0"], ["n0-0-n1"], ["n0-0-n2"]]);
  });

  it("run only so many items at a time, and start no more when too many have failed", async () => {
    let running = 0;
    let most = 0;
    const { run, started } = engineOf(mapped({ parallelismOption: { $case: "parallelism", value: 1 } }), {
      inc: async (_, { env }) => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return env["FLYTE_K8S_ARRAY_INDEX"] === "1" ? { code: "USER:ValueError", kind: 0 } : 1;
      },
    });
    expect(shortly(await run("wf", 0))).toBe("USER:ValueError");
    expect([most, started.length]).toEqual([1, 2]);
  });
});

describe("what ends an execution", () => {
  it("is its signal: processes end, and no node starts any more", async () => {
    const abort = new AbortController();
    const { run } = engineOf(
      [
        ...one,
        task("slow"),
        workflow("wf", [call("n0", "slow", { x: ".x" }), call("n1", "slow", { x: "n0.o0" })]),
      ].slice(2),
      {
        slow: (_, __, signal) =>
          new Promise((___, reject) => {
            signal.addEventListener("abort", () => reject(signal.reason as Error));
            abort.abort();
          }),
      },
    );
    const result = await run("wf", 1, { signal: abort.signal });
    expect([result.phase, phases(result)]).toEqual(["ABORTED", { n0: "ABORTED" }]);
  });

  it("is a gate without an answer and without an end", async () => {
    const gate = Node.create({
      id: "n0",
      target: { $case: "gateNode", value: { condition: { $case: "approve", value: { signalId: "ok" } } } },
    });
    const { run } = engineOf([workflow("wf", [gate])], {});
    await expect(run("wf", 1)).rejects.toThrow("the gate ok waits without end");
  });

  it("is a cycle of nodes", async () => {
    const { run } = engineOf(
      [task("inc"), workflow("wf", [call("n0", "inc", { x: "n1.o0" }), call("n1", "inc", { x: "n0.o0" })])],
      inc,
    );
    expect(shortly(await run("wf", 1))).toBe("CycleDetected");
  });
});

describe("an echo", () => {
  it("gives its inputs without a process", async () => {
    const { run, started } = engineOf(
      [task("same", { type: "echo" }), workflow("wf", [call("n0", "same", { x: ".x" })], { o0: "n0.o0" })],
      {},
    );
    expect(shortly(await run("wf", 3))).toEqual({ o0: 3 });
    expect(started).toHaveLength(0);
  });
});
