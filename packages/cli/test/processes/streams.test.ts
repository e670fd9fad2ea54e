import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";

// A line of a shell, in which `t` is the program.
function shell(line: string, cwd: string, env: NodeJS.ProcessEnv = process.env) {
  const script = `set -o pipefail; t() { "${process.execPath}" "${PROGRAM}" "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("standard output", () => {
  it("may be read in part", () => {
    const { status, stdout, stderr } = shell("t --help | head -1", aProject({}));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe("Usage: tsflyte COMMAND [options]\n");
  });

  it("may be closed by its reader before anything is written", async () => {
    const child = spawn(process.execPath, [PROGRAM, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    const said: string[] = [];
    child.stderr.on("data", (data: Buffer) => said.push(String(data)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, said }).toEqual({ code: 0, said: [] });
  });

  it("keeps the exit code of what was wrong when nobody reads", () => {
    expect(shell("t versoin 2>&1 | true", aProject({})).status).toBe(2);
  });

  it.skipIf(!existsSync("/dev/full")).each(["t version", "t version --json", "t --help"])(
    "may be on a full disk: %s",
    (line) => {
      const { status, stderr } = shell(`${line} > /dev/full`, aProject({}));
      expect(status).toBe(1);
      expect(stderr).toContain(
        "[OUTPUT_NOT_WRITTEN] What the command printed could not be written: the disk is full",
      );
      expect(stderr).not.toMatch(/^ +at /m);
    },
  );

  it.skipIf(!existsSync("/dev/full"))("may be as full as standard error", () => {
    expect(shell("t version > /dev/full 2> /dev/full", aProject({})).status).toBe(1);
  });

  it("arrives whole, however slowly it is read", () => {
    const help = shell("t --help --json", aProject({})).stdout;
    const slow = shell("t --help --json | (sleep 0.2; cat)", aProject({}));
    expect(slow).toEqual({ status: 0, stdout: help, stderr: "" });
  });
});

describe("the place", () => {
  it.each(["with blanks", "größe 日本", "it's"])("may be called %s", async (name) => {
    const cwd = aProject({}, { name });
    expect(await runProgram(["version"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    const { code, stderr } = await runProgram(["list"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\[[A-Z_]+\] /);
  });

  it("may have been removed", () => {
    const cwd = aProject({});
    mkdirSync(join(cwd, "gone"));
    const there = shell("cd gone; rmdir ../gone; t version", cwd);
    expect(there).toMatchObject({ status: 0, stderr: "" });
    mkdirSync(join(cwd, "gone"));
    const { status, stderr } = shell("cd gone; rmdir ../gone; t list", cwd);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\[[A-Z_]+\] /);
  });

  it("may be read-only", () => {
    const cwd = aProject({});
    mkdirSync(join(cwd, "fixed"), { mode: 0o555 });
    expect(shell("cd fixed; t version", cwd)).toMatchObject({ status: 0, stderr: "" });
    chmodSync(join(cwd, "fixed"), 0o755);
    rmdirSync(join(cwd, "fixed"));
  });

  it("may be without HOME", async () => {
    const env = { HOME: undefined, XDG_STATE_HOME: undefined };
    expect(await runProgram(["version"], { cwd: aProject({}), env })).toMatchObject({ code: 0, stderr: "" });
  });
});

const WAITING = `import { task } from "@flytekit-ts/workflow";
export const wait = task({ name: "wait" }, async (_inputs, { signal }) => {
  process.stdout.write("waiting\\n");
  await new Promise((_, reject) => {
    const beat = setInterval(() => {}, 1000);
    signal.addEventListener("abort", () => { clearInterval(beat); reject(signal.reason); });
  });
});
export const stray = task({ name: "stray" }, async () => {
  void Promise.reject(new RangeError("nobody waits"));
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
`;

describe("signals", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s ends a run with %i, and says how to go on", async (name, wanted) => {
    const cwd = aProject({ "wf.js": WAITING });
    let isSent = false;
    const ended = await runProgram(["run", "wf.js", "wait"], {
      cwd,
      onOutput(written, kill) {
        if (isSent || !written.includes("waiting")) return;
        isSent = true;
        kill(name);
      },
    });
    expect(ended.code).toBe(wanted);
    expect(ended.stderr).not.toMatch(/^ +at (?!wf\.js)/m);
  });
});

describe("what fails behind the back of a command", () => {
  it("ends it, with the author's line", async () => {
    const cwd = aProject({ "wf.js": WAITING });
    const { code, stderr } = await runProgram(["run", "wf.js", "stray"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("[ERROR_UNHANDLED] Something failed that nothing waited for: nobody waits");
    expect(stderr).toMatch(/ {2}at wf\.js:10:23\n/);
  });
});
