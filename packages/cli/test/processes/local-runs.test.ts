import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";
import { canMount, runOnDisk } from "../support/on-disk.js";
import { runProgram } from "../support/run-program.js";

const FLOW = `import { approve, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

const int = t.int();
export const first = task({ name: "first", output: int }, () => 5);
export const slow = task({ name: "slow", inputs: { x: int }, output: int }, async ({ x }, { signal, logger }) => {
  if (process.env["QUICK"] === "yes") return x * 2;
  logger.info("it waits");
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  console.error("it was told to end");
  return 0;
});
export const busy = task({ name: "busy", output: int }, () => {
  console.error("it computes");
  for (;;);
});
export const main = workflow({ name: "main", output: int }, () => slow({ x: first() }));
export const chatty = task({ name: "chatty", inputs: { n: int }, output: int }, ({ n }, { logger }) => {
  for (let i = 0; i < n; i += 1) logger.info("a line that takes some room ".repeat(20));
  console.log("printed");
  return n;
});
export const asked = workflow({ name: "asked", output: int }, () =>
  approve(slow({ x: waitForInput("how-many", int) }), "fine"),
);
`;

let project = "";
beforeAll(() => {
  project = aProject(
    { "flow.ts": FLOW, "flyte.config.ts": "export default {};\n" },
    { name: "Gärten und 木 'q'", keep: true },
  );
});
afterAll(() => rmSync(project, { recursive: true, force: true }));
const tsflyte = (argv: readonly string[], env: Readonly<Record<string, string | undefined>> = {}) =>
  runProgram(argv, { cwd: project, env });

describe("a run that is ended from outside", () => {
  it.each([
    ["SIGINT", ["--isolation", "worker"], 130],
    ["SIGINT", ["--isolation", "process"], 130],
    // What Ctrl-\\ sends.
    ["SIGQUIT", [], 131],
    ["SIGKILL", [], 137],
  ] as const)("by %s ends while a task computes, and can be resumed: %j", async (signal, options, ended) => {
    let isSent = false;
    const ran = await runProgram(["run", "flow.ts", "busy", ...options], {
      cwd: project,
      onOutput(written, kill) {
        if (!written.includes("it computes") || isSent) return;
        isSent = true;
        kill(signal);
      },
    });
    expect(ran.code).toBe(ended);
    const [last] = (await tsflyte(["runs", "list", "--json", "--limit", "1"])).stdout.split("\n");
    const state = signal === "SIGINT" ? "failed" : "interrupted";
    expect(JSON.parse(last ?? "")).toMatchObject({ entity: "busy", state });
  });

  it.each([
    ["SIGINT", 130, "Ctrl-C was pressed"],
    ["SIGTERM", 143, "the process was told to end"],
  ] as const)("by %s ends its tasks, is kept whole, and goes on later", async (signal, wanted, why) => {
    let isSent = false;
    const { code, stdout, stderr } = await runProgram(["run", "flow.ts", "main"], {
      cwd: project,
      onOutput(written, kill) {
        if (!written.includes("it waits") || isSent) return;
        isSent = true;
        kill(signal);
      },
    });
    expect({ code, stdout }).toEqual({ code: wanted, stdout: "" });
    expect(stderr).toContain("it was told to end");
    expect(stderr).toContain(`RUN_ABORTED`);
    expect(stderr).toContain(why);
    const [, line = ""] = /`tsflyte (runs resume [\da-f]+)` goes on from here\./.exec(stderr) ?? [];
    const resumed = await tsflyte(line.split(" "), { QUICK: "yes" });
    expect(resumed.stdout).toBe("10\n");
    expect(resumed.stderr).toMatch(/first \(n0\) .*, from the journal/);
    expect(resumed.code).toBe(0);
  });

  it("by a kill is kept as far as it got", async () => {
    let isSent = false;
    await runProgram(["run", "flow.ts", "main"], {
      cwd: project,
      onOutput(written, kill) {
        if (!written.includes("it waits") || isSent) return;
        isSent = true;
        kill("SIGKILL");
      },
    });
    const { stdout } = await tsflyte(["runs", "show", "last"]);
    expect(stdout).toContain("interrupted");
    expect((await tsflyte(["runs", "resume", "last"], { QUICK: "yes" })).stdout).toBe("10\n");
  });
});

describe("a run whose output nobody takes", () => {
  it("ends quietly where its reader stops reading", () => {
    const line = `"${process.execPath}" "${PROGRAM}" run --json flow.ts chatty --n 2000 | head -n 1`;
    const said = execFileSync("bash", ["-c", line], { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
    expect(JSON.parse(said.toString())).toMatchObject({ kind: "run-started", entity: "chatty" });
  });

  it("says so where the disk is full", async () => {
    const line = `"${process.execPath}" "${PROGRAM}" run flow.ts first > /dev/full`;
    const child = spawn("bash", ["-c", line], { cwd: project });
    let said = "";
    child.stderr.on("data", (text: Buffer) => (said += text.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(1);
    expect(said).toContain("OUTPUT_NOT_WRITTEN");
  });
});

describe("a run that cannot be kept", () => {
  const limited = (more: string): { readonly code: number; readonly said: string; readonly out: string } => {
    const line = `ulimit -f 16; "${process.execPath}" "${PROGRAM}" run ${more} flow.ts chatty --n 100 2>&1 >/dev/null; echo "code $?"`;
    const said = execFileSync("bash", ["-c", line], { cwd: project }).toString();
    return { code: Number(/code (\d+)/.exec(said)?.[1]), said, out: said };
  };

  it("goes on where its journal has no room, and fails where one was asked for", () => {
    const going = limited("");
    expect(going.said).toContain("The run goes on, but is not kept in");
    expect(going.code).toBe(0);
    const asked = limited("--journal");
    expect(asked.said).toContain("JOURNAL_NOT_WRITTEN");
    expect(asked.code).toBe(1);
  });

  it.skipIf(!canMount).each(["full", "read-only"] as const)(
    "goes on where the disk of its journal is %s, and leaves no part of one",
    async (disk) => {
      const cwd = aProject({ "flow.ts": FLOW });
      const folder = join(cwd, "state");
      const on = { cwd, disk, folder, env: { XDG_STATE_HOME: folder } };
      const going = await runOnDisk(["run", "flow.ts", "first"], on);
      expect(going).toMatchObject({ code: 0, stdout: "5\n" });
      expect(going.stderr).toMatch(new RegExp(`not kept.*the disk is ${disk}`));
      const asked = await runOnDisk(["run", "--journal", "flow.ts", "first"], on);
      expect(asked.code).toBe(1);
      expect(asked.stderr).toMatch(new RegExp(`^\\[JOURNAL_NOT_WRITTEN\\] .*the disk is ${disk}`, "m"));
      const folders = ["tsflyte", "tsflyte/runs"];
      for (const { left } of [going, asked])
        expect(left.filter((each) => !folders.includes(each))).toEqual([]);
    },
  );

  it.each([
    [{ XDG_STATE_HOME: "/proc/none" }],
    [{ XDG_STATE_HOME: "/dev/null" }],
    [{ XDG_STATE_HOME: undefined, HOME: "/dev/null" }],
    [{ XDG_STATE_HOME: undefined, HOME: undefined, XDG_CACHE_HOME: "/dev/null" }],
  ])("goes on where its folder cannot be made: %o", async (env) => {
    const cwd = aProject({ "flow.ts": FLOW });
    const { code, stdout, stderr } = await runProgram(["run", "flow.ts", "first"], { cwd, env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "5\n" });
    if (!("HOME" in env) || env.HOME !== undefined) {
      expect(stderr).toContain("The run is not kept: ");
      const asked = await runProgram(["run", "--journal", "flow.ts", "first"], { cwd, env });
      expect(asked.code).toBe(1);
      expect(asked.stderr).toContain("JOURNAL_NOT_WRITTEN");
    }
  });
});

describe("a run for programs", () => {
  it("has nothing but objects on standard output, whatever its tasks print", async () => {
    const { code, stdout, stderr } = await tsflyte(["run", "flow.ts", "chatty", "--n", "1", "--json"]);
    const objects = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { readonly kind: string });
    expect(code).toBe(0);
    expect(objects.at(-1)).toMatchObject({ kind: "run-succeeded", outputs: { o0: 1 } });
    expect(stderr).toContain("printed");
  });
});

describe("a run on a terminal", () => {
  // A terminal in which somebody types: `script` of util-linux, or of BSD, would not do on all systems; Python has one.
  const typed = (argv: readonly string[], answers: readonly string[], env: object = {}): string => {
    const folder = mkdtempSync(join(tmpdir(), "pty-"));
    const file = join(folder, "typist.py");
    writeFileSync(
      file,
      `import fcntl, json, os, pty, struct, sys, termios, time, select
argv, answers = json.loads(sys.argv[1]), json.loads(sys.argv[2])
pid, fd = pty.fork()
if pid == 0:
    os.execvp(argv[0], argv)
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
said = b""
end = time.time() + 60
while time.time() < end:
    ready, _, _ = select.select([fd], [], [], 0.1)
    if ready:
        try:
            got = os.read(fd, 65536)
        except OSError:
            break
        if not got:
            break
        said += got
    if answers and answers[0][0].encode() in said:
        time.sleep(0.2)
        os.write(fd, answers.pop(0)[1].encode())
else:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(said)
print("\\ncode", os.waitstatus_to_exitcode(status))
`,
    );
    const command = [process.execPath, PROGRAM, "run", "flow.ts", ...argv];
    const pairs = answers.map((each) => each.split("=>"));
    const said = execFileSync("python3", [file, JSON.stringify(command), JSON.stringify(pairs)], {
      cwd: project,
      env: { ...process.env, QUICK: "yes", NO_COLOR: "1", CI: "", TERM: "xterm", ...env },
    });
    rmSync(folder, { recursive: true });
    return said.toString();
  };

  it("asks at gates, and goes on", () => {
    const said = typed(["asked"], ["how-many (int): =>many\n", "a whole number=>4\n", "(y/n)=>y\n"]);
    expect(said).toContain("8");
    expect(said).toContain("code 0");
  });

  it.each([{ TERM: "dumb" }, { CI: "true" }])("asks nobody where nobody may be there: %o", (env) => {
    const said = typed(["asked"], [], env);
    expect(said).toContain("GATE_UNANSWERED");
    expect(said).toContain("code 1");
  });

  it("ends by Ctrl-C at a question, and says how to go on", () => {
    const said = typed(["asked"], ["how-many (int): =>\u0003"]);
    expect(said).toContain("Ctrl-C was pressed");
    expect(said).toMatch(/runs resume [\da-f]{8}/);
    expect(said).toContain("code 130");
  });

  it("ends where the terminal is closed at a question", () => {
    const said = typed(["asked"], ["how-many (int): =>\u0004"]);
    expect(said).toContain("GATE_UNANSWERED");
    expect(said).toContain("code 1");
  });
});
