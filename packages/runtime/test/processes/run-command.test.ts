import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type BuiltProgram, buildProgram } from "../support/built-program.js";
import { type Ended, runProcess } from "../support/run-process.js";

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram(fileURLToPath(new URL("command.ts", import.meta.url)));
});
afterAll(() => program.remove());

const run = async (...args: readonly string[]): Promise<Ended> => runProcess(program.file, args);

describe("a process ends as its command does", () => {
  it.each(["0", "1", "7"])("with exit code %s", async (code) => {
    expect(await run("ends", code)).toMatchObject({ code: Number(code), stderr: "" });
  });

  it("with 1 and the error, if the command itself is broken", async () => {
    const { code, stderr } = await run("throws");
    expect(code).toBe(1);
    expect(stderr).toContain("TypeError: the command is broken");
  });

  it("although a timer is left", async () => {
    expect(await run("leaks")).toMatchObject({ code: 0 });
  });

  it.each(["0", "3"])("with the code %s that an author's process.exit gave", async (code) => {
    expect(await run("exits", code)).toMatchObject({ code: Number(code), stderr: "" });
  });

  it("although a handler of its end throws", async () => {
    const { code, stderr } = await run("exits-badly", "4");
    expect(code).toBe(4);
    expect(stderr).toContain("a handler is broken");
  });
});

describe("what nobody catches interrupts the command", () => {
  it.each(["rejects", "throws-in-timer"])("%s", async (what) => {
    const { code, stderr } = await run(what);
    expect(code).toBe(0);
    expect(stderr).toContain("command interrupted by Error: nobody catches this with undefined");
  });

  it("once, and the log has the rest", async () => {
    const { stderr } = await run("throws-twice");
    expect(stderr).toContain("command interrupted by Error: first");
    expect(stderr.match(/interrupted/g)).toHaveLength(1);
  });

  it("unless the command has ended, which the log says", async () => {
    const { code, stderr } = await run("rejects-at-the-end");
    expect(code).toBe(0);
    expect(stderr).toMatch(/after the task had ended.*too late/s);
  });

  it("and so does a wait that nothing can end", async () => {
    const { code, stderr } = await run("pending");
    expect(code).toBe(0);
    expect(stderr).toContain("interrupted by FlytekitError: [TASK_LEFT_PENDING]");
  });
});

describe("what a task prints", () => {
  it.each([
    [["prints", "100"], 0],
    [["prints", "20", "5"], 5],
  ] as const)("arrives whole at a slow reader: %j", async (args, code) => {
    const child = spawn(process.execPath, [program.file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    let size = 0;
    for await (const chunk of child.stdout) {
      size += (chunk as Buffer).length;
      if (size % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(size).toBe(Number(args[1]) * 1024 * 1024);
    expect(await ended).toBe(code);
  });

  it("ends nothing if nobody reads it", async () => {
    const child = spawn(process.execPath, [program.file, "prints-slowly"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve([code, signal])));
    expect(await ended).toEqual([0, null]);
  });
});

describe("a process that is asked to end", () => {
  const ask = async (signal: NodeJS.Signals, times: number, ...args: readonly string[]): Promise<Ended> => {
    let sent = false;
    return runProcess(program.file, args, {
      onOutput(text, child) {
        if (sent || !text.includes("started")) return;
        sent = true;
        child.kill(signal);
        if (times > 1) setTimeout(() => child.kill(signal), 20);
      },
    });
  };

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
    ["SIGHUP", 129],
  ] as const)("by %s", async (signal, code) => {
    const ended = await ask(signal, 1, "waits");
    expect(ended).toMatchObject({ code: null, signal });
    expect(ended.stderr).toContain(`[TASK_TERMINATED] The process was asked to end (${signal})`);
    expect(ended.stderr).toContain(`with ${code}`);
  });

  it("twice, ends at once", async () => {
    expect(await ask("SIGTERM", 2, "waits", "stubborn")).toMatchObject({ code: null, signal: "SIGTERM" });
  });

  it("ends after a grace time if the task does not", async () => {
    expect(await ask("SIGTERM", 1, "waits", "stubborn")).toMatchObject({ code: null, signal: "SIGTERM" });
  });

  it("ends by the signal although the task waits for nothing", async () => {
    expect(await ask("SIGTERM", 1, "waits-in-vain")).toMatchObject({ code: null, signal: "SIGTERM" });
  });
});
