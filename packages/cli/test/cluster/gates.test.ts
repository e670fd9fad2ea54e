import { PassThrough } from "node:stream";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { connect, type Remote } from "@flytekit-ts/remote";
import { approve, dynamic, launchPlan, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, runCli } from "../support/run-cli.js";

const water = task(
  { name: "gates.water", inputs: { litres: t.int() }, output: t.int() },
  ({ litres }) => litres * 2,
);
const gated = workflow({ name: "gates.both", output: t.int() }, () =>
  water({ litres: approve(water({ litres: waitForInput("amount", t.int()) }), "release") }),
);
const plan = launchPlan(gated, { name: "gates.plan" });
const outer = workflow({ name: "gates.outer", output: t.int() }, () => water({ litres: plan({}) }));
const makes = dynamic(
  { name: "gates.makes", inputs: { litres: t.int() }, output: t.int(), uses: [water] },
  ({ litres }) => water({ litres: approve(water({ litres }), "inner") }),
);
const maker = workflow({ name: "gates.maker", output: t.int() }, () => makes({ litres: 2 }));
const order = t.struct("Order", { litres: t.int(), bed: t.string() });
const typed = workflow({ name: "gates.typed", output: order }, () => waitForInput("order", order));

const PLACE = { project: "flytesnacks", domain: "development" } as const;
const settings = { ...PLACE, version: "v1", image: "gates:v1", root: import.meta.dirname };
const all = [gated, plan, outer, maker, typed];

let cluster: TestCluster;
let remote: Remote;
beforeAll(async () => {
  cluster = await startTestCluster({ inProcess: { entities: all, settings } });
  remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...PLACE });
  await remote.register(all, { version: "v1", image: "gates:v1", root: import.meta.dirname });
});
afterAll(async () => {
  await remote.close();
  await cluster.close();
});

const often = ["--poll-interval", "50ms"];

interface Asked {
  readonly keyboard: PassThrough;
  readonly ran: Promise<Ran>;
  /** What was printed behind what was waited for before. */
  readonly until: (text: string) => Promise<void>;
}

/** Run a command line at a terminal. */
function atTerminal(argv: readonly string[]): Asked {
  const keyboard = new PassThrough();
  let seen = "";
  let read = 0;
  const ran = runCli([...argv, ...often], {
    env: { ...cluster.env, HOME: "/nowhere" },
    columns: 80,
    keyboard,
    onError: (text) => void (seen = text),
  });
  return {
    keyboard,
    ran,
    async until(text) {
      await expect.poll(() => seen.slice(read), { timeout: 20_000 }).toContain(text);
      read = seen.indexOf(text, read) + text.length;
    },
  };
}

describe("gates of an execution that is followed at a terminal", () => {
  it("asks for the value of its type, and for an approval", async () => {
    const { keyboard, ran, until } = atTerminal(["run", "gates.both", "--wait"]);
    await until("amount");
    await until("(int)");
    keyboard.write("many\r");
    await until("whole number");
    keyboard.write("3\r");
    await until("Approve");
    keyboard.write("perhaps\r");
    await until("Answer y to approve it");
    keyboard.write("yes\r");
    const { code, stdout, stderr } = await ran;
    expect({ code, stdout }).toEqual({ code: 0, stdout: "12\n" });
    expect(stderr).not.toContain("tsflyte execution signal");
  });

  it("fails where it is rejected", async () => {
    const { keyboard, ran, until } = atTerminal(["run", "gates.both", "--wait", "--name", "refused"]);
    await until("(int)");
    keyboard.write("3\r");
    await until("Approve");
    keyboard.write("n\r");
    expect((await ran).code).toBe(1);
    expect((await remote.execution("refused").status()).phase).toBe("FAILED");
  });

  it("takes values as inputs are taken", async () => {
    const { keyboard, ran, until } = atTerminal(["run", "gates.typed", "--wait"]);
    await until("order");
    keyboard.write('{"litres": 3.5, "bed": "north"}\r');
    await until("litres");
    keyboard.write('{"litres": 3, "bed": "north"}\r');
    expect(await ran).toMatchObject({ code: 0, stdout: expect.stringContaining("north") as string });
  });

  it("goes on where somebody answers elsewhere", async () => {
    const { ran, until } = atTerminal(["run", "gates.both", "--wait", "--name", "elsewhere"]);
    await until("(int)");
    await remote.execution("elsewhere").setInput("amount", 5n);
    await until("Approve");
    await remote.execution("elsewhere").approve("release");
    expect(await ran).toMatchObject({ code: 0, stdout: "20\n" });
  });

  it("asks for gates of an execution that a launch plan started, and of what a dynamic made", async () => {
    const started = atTerminal(["run", "gates.outer", "--wait"]);
    await started.until("(int)");
    started.keyboard.write("1\r");
    await started.until("Approve");
    started.keyboard.write("y\r");
    expect(await started.ran).toMatchObject({ code: 0, stdout: "8\n" });
    const made = atTerminal(["run", "gates.maker", "--wait"]);
    await made.until("Approve");
    made.keyboard.write("y\r");
    expect(await made.ran).toMatchObject({ code: 0, stdout: "8\n" });
  });

  it("ends following by Ctrl-C at a question; the execution goes on", async () => {
    const { keyboard, ran, until } = atTerminal(["run", "gates.both", "--wait", "--name", "left"]);
    await until("(int)");
    keyboard.write("\u0003");
    const { code, stderr } = await ran;
    expect(code).toBe(130);
    expect(stderr).toMatch(/tsflyte execution\s+watch left/);
    expect((await remote.execution("left").status()).isDone).toBe(false);
    await remote.execution("left").terminate("the test is over");
  });

  it("says how to go on after Ctrl-C where nobody is asked, below what it has drawn", async () => {
    const ending = new AbortController();
    let seen = "";
    const ran = runCli(["run", "gates.both", "--wait", "--gates", "fail", "--name", "unasked", ...often], {
      env: { ...cluster.env, HOME: "/nowhere" },
      columns: 80,
      keyboard: new PassThrough(),
      signal: ending.signal,
      onError: (text) => void (seen = text),
    });
    await expect
      .poll(() => seen, { timeout: 20_000 })
      .toContain("tsflyte execution signal unasked amount VALUE");
    const before = seen.length;
    ending.abort(new Error("Ctrl-C"));
    const { code, stderr } = await ran;
    expect(code).toBe(130);
    expect(stderr.slice(before)).toMatch(/tsflyte execution\s+watch unasked/);
    await remote.execution("unasked").terminate("the test is over");
  });

  it("says how to answer where the input ends", async () => {
    const { keyboard, ran, until } = atTerminal(["run", "gates.both", "--wait", "--name", "ended"]);
    await until("(int)");
    keyboard.end();
    await until("tsflyte execution signal ended amount VALUE");
    await remote.execution("ended").terminate("the test is over");
    expect((await ran).code).toBe(3);
  });
});

describe("gates of an execution that is followed by a program", () => {
  const runs = async (...argv: readonly string[]) =>
    await runCli(["run", ...argv, ...often], { env: { ...cluster.env, HOME: "/nowhere" } });

  it("takes the answers that the command line gives, also where nobody sits", async () => {
    const given = ["--wait", "--answer", "amount=3", "--approve", "release"];
    expect(await runs("gates.both", ...given)).toMatchObject({ code: 0, stdout: "12\n" });
    expect(await runs("gates.outer", ...given)).toMatchObject({ code: 0, stdout: "24\n" });
    const { code, objects } = await runs("gates.both", ...given, "--json");
    expect({ code, last: objects.at(-1) }).toMatchObject({
      code: 0,
      last: { kind: "ended", outputs: { o0: 12 } },
    });
    const rejected = await runs("gates.maker", "--wait", "--reject", "inner");
    expect(rejected.code).toBe(1);
  });

  it.each([
    [["--approve", "release"], "--approve, --reject and --answer need --wait"],
    [["--wait", "--answer", "amount"], "--answer takes NAME=VALUE"],
  ])("refuses %j", async (given, said) => {
    const { code, stderr } = await runs("gates.both", ...given);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it("says what is wrong with an answer, and how to answer", async () => {
    let seen = "";
    const ran = runCli(
      ["run", "gates.both", "--wait", "--answer", "amount=many", "--name", "wrong", ...often],
      {
        env: { ...cluster.env, HOME: "/nowhere" },
        onError: (text) => void (seen = text),
      },
    );
    await expect
      .poll(() => seen, { timeout: 20_000 })
      .toContain("tsflyte execution signal wrong amount VALUE");
    expect(seen).toContain("whole number");
    await remote.execution("wrong").terminate("the test is over");
    expect((await ran).code).toBe(3);
  });

  it("names the execution that the gate is in", async () => {
    let seen = "";
    const ran = runCli(["run", "gates.outer", "--wait", "--name", "piped", ...often], {
      env: { ...cluster.env, HOME: "/nowhere" },
      onError: (text) => void (seen = text),
    });
    await expect.poll(() => seen, { timeout: 20_000 }).toMatch(/execution signal \S+ amount VALUE/);
    const [, child = ""] = /execution signal (\S+) amount VALUE/.exec(seen) ?? [];
    expect(child).not.toBe("piped");
    await remote.execution(child).setInput("amount", 1n);
    await expect.poll(() => seen, { timeout: 20_000 }).toContain(`execution approve ${child} release`);
    await remote.execution(child).approve("release");
    expect(await ran).toMatchObject({ code: 0, stdout: "8\n" });
  });
});
