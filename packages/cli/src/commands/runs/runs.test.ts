import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../../test/support/run-cli.js";

const HELLO = fileURLToPath(new URL("../../../test/fixtures/hello.ts", import.meta.url));
let cwd = "";
beforeEach(() => void (cwd = mkdtempSync(join(tmpdir(), "runs-"))));
const tsflyte = (...argv: readonly string[]): ReturnType<typeof runCli> =>
  runCli(argv, { cwd, env: { XDG_STATE_HOME: join(cwd, "state") } });
const folder = (): string => join(cwd, "state/tsflyte/runs");
const sum = (x: number, ...more: readonly string[]): ReturnType<typeof runCli> => {
  writeFileSync(join(cwd, "inputs.json"), JSON.stringify({ x }));
  return tsflyte("run", ...more, HELLO, "sum", "--inputs-file", "inputs.json");
};
const failing = ["--env", "MOODY=yes"] as const;
const ids = async (...argv: readonly string[]): Promise<readonly unknown[]> =>
  (await tsflyte("runs", "list", "--json", ...argv)).objects.map(({ run }) => run);

describe("tsflyte runs", () => {
  it("are kept in the user's folder, out of the way of git", async () => {
    await sum(1);
    expect(readFileSync(join(folder(), ".gitignore"), "utf8")).toBe("*\n");
    expect((await ids()).length).toBe(1);
    await sum(1, "--no-journal");
    expect((await ids()).length).toBe(1);
  });

  it("are kept beside flyte.config", async () => {
    writeFileSync(join(cwd, "flyte.config.mjs"), "export default {};");
    await sum(1);
    expect(existsSync(join(cwd, ".flyte/runs/.gitignore"))).toBe(true);
    expect((await ids()).length).toBe(1);
  });

  it("are listed, the newest first, by what they were given and gave", async () => {
    for (const x of [1, 2]) await sum(x);
    await sum(30, ...failing);
    const all = (await tsflyte("runs", "list", "--json")).objects;
    expect(all.map(({ state }) => state)).toEqual(["failed", "succeeded", "succeeded"]);
    expect(all[0]).toMatchObject({
      kind: "run",
      entity: "hello.sum",
      started: expect.any(String) as unknown,
    });
    const count = async (...where: readonly string[]): Promise<number> =>
      (await ids(...where.flatMap((each) => ["--where", each]))).length;
    expect(await count("input.x=2")).toBe(1);
    expect(await count("input.x>=2")).toBe(2);
    expect(await count("input.x!=2")).toBe(2);
    expect(await count("input.x<10", "input.x>1")).toBe(1);
    expect(await count("output.o0=11")).toBe(1);
    expect(await count("state=failed")).toBe(1);
    expect(await count("entity~SUM")).toBe(3);
    expect(await count("started>2020-01-01", "duration<1h", "label.tsflyte.export=sum")).toBe(3);
    expect(await count("input.nothing=1")).toBe(0);
    expect(await count("state==failed")).toBe(1);
    expect(await count("started>now - 1 day", "ended > today", "duration < 5 minutes")).toBe(3);
    expect(await count("duration>1000000")).toBe(0);
    expect(await count("started~20")).toBe(3);
    expect((await ids("--limit", "2")).length).toBe(2);
    expect((await ids("--since", "1h")).length).toBe(3);
    expect((await ids("--entity", "hello.other")).length).toBe(0);
    const { stdout, stderr } = await tsflyte("runs", "list", "--where", "state=failed");
    expect(stdout).toMatch(/^[\da-f]{8} +failed +hello\.sum /m);
    expect(stderr).toBe("");
  });

  it.each(["x=5", "input=5", "state.x=1", "input.x", "input.x==", ""].map((text) => [text]))(
    "refuse the condition %j",
    async (text) => {
      const { code, stderr } = await tsflyte("runs", "list", "--where", text);
      if (text === "input.x==") return expect(code).toBe(0);
      expect(code).toBe(2);
      expect(stderr).toContain("Write a field, an operator and a value");
    },
  );

  it.each([
    ["state=faild", 'no run has the state "faild"', "Did you mean failed?"],
    ["state!=", 'no run has the state ""', "A run is succeeded, failed, running, interrupted, unreadable."],
    ["started>yesterday", 'started is compared with "yesterday", which is no time', "`now - 1 day`"],
    ["ended<=2026-13-01", 'ended is compared with "2026-13-01", which is no time', "2026-05-01"],
    ["duration>1 banana", 'duration is compared with "1 banana", which is no duration', "`1h30m`"],
  ])("refuse the value of the condition %j, which no run has", async (text, problem, advice) => {
    const { code, stderr } = await tsflyte("runs", "list", "--where", text);
    expect(code).toBe(2);
    expect(stderr).toContain(`[USAGE_INVALID] tsflyte runs list: in --where, ${problem}.`);
    expect(stderr).toContain(advice);
  });

  it("are shown with their nodes, values and errors", async () => {
    await sum(5, ...failing);
    const { code, stdout, stderr } = await tsflyte("runs", "show", "last", "--values");
    expect(code).toBe(0);
    expect(stdout).toContain("input    x = 5\n");
    expect(stdout).toMatch(/^n0 +add +succeeded/m);
    expect(stdout).toMatch(/^n1 +moody +failed .* TASK_FAILED$/m);
    expect(stdout).toContain("output o0 = 15");
    expect(stderr).toContain("not in the mood");
    const { objects } = await tsflyte("runs", "show", "last", "--json");
    expect(objects[0]).toMatchObject({ kind: "run", state: "failed", inputs: { x: 5, note: "" } });
    expect(objects.at(-1)).toMatchObject({ kind: "run-failed", error: { code: "TASK_FAILED" } });
  });

  it("took as long as was said when they ended, however often they are resumed", async () => {
    const { stderr } = await sum(5, ...failing);
    const took = async (): Promise<readonly string[]> => {
      const [listed, shown] = [await tsflyte("runs", "list"), await tsflyte("runs", "show", "last")];
      return [
        / (\S+) +\S+ \S+\n$/.exec(listed.stdout)?.[1] ?? "",
        /, took (.+)$/m.exec(shown.stdout)?.[1] ?? "",
      ];
    };
    const first = / failed after (\S+):/.exec(stderr)?.[1] ?? "?";
    expect(await took()).toEqual([first, first]);
    const before = Date.now();
    while (Date.now() < before + 300);
    const resumed = await tsflyte("runs", "resume", "last");
    const second = / succeeded after (\S+):/.exec(resumed.stderr)?.[1] ?? "?";
    expect(await took()).toEqual([second, second]);
    expect((await tsflyte("runs", "show", "last")).stdout).toMatch(
      /^started {2}\S+ \S+ \(.*ago|now\)\n(?:.*\n)*resumed {2}\S+ \S+ \((?:now|\d+ s ago)\), took /m,
    );
    const [run] = (await tsflyte("runs", "list", "--json")).objects;
    const [{ duration } = {}, ...events] = (await tsflyte("runs", "show", "last", "--json")).objects;
    expect([run?.["duration"], duration]).toEqual([events.at(-1)?.["duration"], events.at(-1)?.["duration"]]);
  });

  it("are found by the beginning of an id", async () => {
    await sum(1);
    const [id] = await ids();
    expect((await tsflyte("runs", "show", String(id).slice(0, 5))).code).toBe(0);
    const { code, stderr } = await tsflyte("runs", "show", "zzz");
    expect(code).toBe(2);
    expect(stderr).toContain("no id begins with that");
    rmSync(folder(), { recursive: true });
    expect((await tsflyte("runs", "show", "last")).stderr).toContain("there are no runs in it");
  });

  it("are compared", async () => {
    await sum(1);
    await sum(1);
    await sum(2);
    const [third, second, first] = (await ids()).map(String);
    expect(await tsflyte("runs", "diff", first ?? "", second ?? "")).toMatchObject({
      code: 0,
      stdout: "The runs do not differ.\n",
    });
    expect((await tsflyte("runs", "diff", "last~2", "last~1")).code).toBe(0);
    expect((await tsflyte("runs", "diff", "last~3", "last")).code).toBe(2);
    const { code, stdout, stderr } = await tsflyte("runs", "diff", second ?? "", third ?? "");
    expect(code).toBe(1);
    expect(stdout).toBe(
      `The runs have different values of the input x:\n  ${second?.slice(0, 8)}  1\n  ${third?.slice(0, 8)}  2\n`,
    );
    expect(stderr).toContain("more differences follow");
    const { objects } = await tsflyte("runs", "diff", second ?? "", "last", "--all", "--json");
    expect(objects[1]).toEqual({ kind: "difference", node: "n0", what: "input", name: "a", a: 1, b: 2 });
  });

  it("go on", async () => {
    await sum(5, ...failing);
    const { code, stdout, stderr } = await tsflyte("runs", "resume", "last");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "15\n" });
    expect(stderr).toContain("add (n0)");
    expect(await ids("--where", "state=succeeded")).toHaveLength(1);
    expect(await tsflyte("runs", "resume", "last")).toMatchObject({ code: 0 });
  });

  it("are repeated, whole or from a node on, with other values", async () => {
    await sum(5);
    const out = async (...argv: readonly string[]): Promise<string> =>
      (await tsflyte("runs", "rerun", String((await ids()).at(-1)), ...argv)).stdout;
    expect(await out()).toBe("15\n");
    expect(await out("--set", "x=6")).toBe("16\n");
    expect(await out("--from", "n1")).toBe("15\n");
    expect(await out("--from", "n0", "--set", "b=1")).toBe("6\n");
    expect(await out("--set", "n0.b=2")).toBe("7\n");
    expect(await out("--from", "n0", "--output", "o0=100")).toBe("100\n");
    const [changed] = (await tsflyte("runs", "list", "--json", "--where", "output.o0=100")).objects;
    expect(changed).toMatchObject({ parent: (await ids()).at(-1) });
  });

  it.each([
    [["--from", "n9"], 2, "there is no node n9"],
    [["--from", "n0", "--set", "c=1"], 2, "there is no input c"],
    [["--set", "n0.a=1", "--set", "n1.x=2"], 2, "not from n0 and n1"],
    [["--output", "o0=1"], 2, "--output needs `--from NODE`"],
    [["--set", "y=1"], 2, "y"],
  ])("refuse to be repeated like this: %j", async (argv, wanted, said) => {
    await sum(5);
    const { code, stderr } = await tsflyte("runs", "rerun", "last", ...argv);
    expect(stderr).toContain(said);
    expect(code).toBe(wanted);
  });

  it("say where their entity was, if it has moved", async () => {
    mkdirSync(join(cwd, "src"));
    const file = join(cwd, "src/moving.mjs");
    writeFileSync(file, `export { greet, hello } from ${JSON.stringify(HELLO)};`);
    await tsflyte("run", file, "hello");
    rmSync(file);
    const { code, stderr } = await tsflyte("runs", "rerun", "last");
    expect(code).toBe(2);
    expect(stderr).toContain("[RUN_ENTITY_MOVED]");
    expect(stderr).toContain("--file FILE");
    expect((await tsflyte("runs", "rerun", "last", "--file", HELLO)).stdout).toBe("Hello, you!\n");
    expect((await tsflyte("runs", "rerun", "last", "--file", HELLO, "--entity", "hello")).code).toBe(0);
  });

  it("are pruned, by hand and after a run", async () => {
    for (const x of [1, 2, 3]) await sum(x);
    expect((await tsflyte("runs", "prune", "--keep", "2", "--dry-run")).stdout).toMatch(
      /^1 run would be deleted: /,
    );
    expect(await ids()).toHaveLength(3);
    expect((await tsflyte("runs", "prune", "--keep", "2")).stdout).toMatch(/^1 run deleted: [\da-f]{8}\n$/);
    expect((await tsflyte("runs", "prune", "--older-than", "1h")).stdout).toBe(
      "There are no runs to delete.\n",
    );
    expect((await tsflyte("runs", "prune", "--older-than", "soon")).code).toBe(2);
    writeFileSync(join(cwd, "flyte.config.mjs"), "export default { runs: { keep: 2 } };");
    for (const x of [1, 2, 3, 4, 5, 6]) await sum(x);
    expect(readdirSync(join(cwd, ".flyte/runs")).length).toBeLessThanOrEqual(5);
    expect((await ids("--where", "input.x=6")).length).toBe(1);
  });
});

describe("tsflyte cache", () => {
  it("lists what is kept, and clears it", async () => {
    writeFileSync(join(cwd, "flyte.config.mjs"), 'export default { cache: ".cache" };');
    writeFileSync(join(cwd, "inputs.json"), JSON.stringify({ x: 1 }));
    await tsflyte("run", HELLO, "kept", "--inputs-file", "inputs.json");
    const { stdout } = await tsflyte("cache", "list");
    expect(stdout).toMatch(/^hello\.kept +v1 +1 /m);
    expect(stdout).toContain(`in ${join(cwd, ".cache")}`);
    expect((await tsflyte("cache", "list", "--json")).objects).toMatchObject([
      { kind: "cache" },
      { kind: "cached-task", task: "hello.kept", results: 1 },
    ]);
    expect((await tsflyte("cache", "clear", "--task", "other")).stdout).toBe(
      "There are no results to delete.\n",
    );
    expect((await tsflyte("cache", "clear")).stdout).toMatch(/^1 result deleted \(/);
    expect((await tsflyte("cache", "list")).stdout).toMatch(/^Nothing is cached in /);
  });
});
