import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import {
  ContainerError_Kind as Kind,
  ErrorDocument,
  ExecutionError_ErrorKind as Origin,
} from "@flytekit-ts/models/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type BuiltProgram, buildProgram } from "../support/built-program.js";
import { type InstalledPrograms, installPrograms } from "../support/installed-programs.js";
import { type Ended, type ProcessOptions, runProcess } from "../support/run-process.js";

let programs: InstalledPrograms;
let tasks: BuiltProgram;
beforeAll(async () => {
  programs = installPrograms();
  tasks = await buildProgram(fileURLToPath(new URL("../support/faulty.ts", import.meta.url)));
});
afterAll(() => {
  programs.remove();
  tasks.remove();
});

interface Left extends Ended {
  readonly files: readonly string[];
  readonly error:
    | { readonly code: string; readonly kind: Kind; readonly origin: Origin; readonly message: string }
    | undefined;
}

interface Given extends ProcessOptions {
  readonly inputs?: Uint8Array | undefined;
  readonly out?: string;
}

async function run(task: string, { inputs = new Uint8Array(), out, ...options }: Given = {}): Promise<Left> {
  const folder = mkdtempSync(join(programs.folder, "run-"));
  const prefix = out ?? join(folder, "out");
  writeFileSync(join(folder, "in.pb"), inputs);
  const ended = await runProcess(
    join(programs.bin, "tsflyte-execute"),
    [
      ...["--inputs", join(folder, "in.pb"), "--output-prefix", prefix],
      ...["--raw-output-data-prefix", `${prefix}/raw`, "--"],
      ...["task-module", tasks.file, "task-name", `faulty.${task}`],
    ],
    { cwd: programs.folder, ...options },
  );
  const files = existsSync(prefix) ? readdirSync(prefix).filter((name) => name !== "raw") : [];
  const error = files.includes("error.pb")
    ? ErrorDocument.decode(readFileSync(join(prefix, "error.pb"))).error
    : undefined;
  return { ...ended, files, error };
}

const ofUser = { kind: Kind.NON_RECOVERABLE, origin: Origin.USER };

describe("a task that goes wrong around what it returns", () => {
  it("fails if a rejection that nobody catches is there before its outputs are, or the log has it", async () => {
    const left = await run("rejectsBehind");
    expect(left.code).toBe(0);
    expect(left.stderr).toContain("nobody waits for this");
    if (left.files.includes("error.pb")) expect(left.error).toMatchObject(ofUser);
    else expect(left.files).toEqual(["outputs.pb"]);
  });

  it("fails with what a timer has thrown, and does not wait for the task", async () => {
    const left = await run("throwsInTimer");
    expect(left).toMatchObject({ code: 0, files: ["error.pb"], error: ofUser });
    expect(left.error?.message).toContain("RangeError: in a timer");
  });

  it("fails if it waits for nothing", async () => {
    const left = await run("pends");
    expect(left).toMatchObject({
      code: 0,
      files: ["error.pb"],
      error: { ...ofUser, code: "TASK_LEFT_PENDING" },
    });
  });

  it("ends although it leaks a timer", async () => {
    expect(await run("leaks")).toMatchObject({ code: 0, files: ["outputs.pb"] });
  });

  it("prints 100 MB, and all of it arrives", async () => {
    const left = await run("printsMuch");
    expect(left).toMatchObject({ code: 0, files: ["outputs.pb"] });
    expect(left.stdout.length).toBe(100 * 1024 * 1024);
  });

  it("fails if it returns another type", async () => {
    const left = await run("wrongType");
    expect(left).toMatchObject({ code: 0, files: ["error.pb"] });
    expect(left.error).toMatchObject({ kind: Kind.NON_RECOVERABLE, origin: Origin.SYSTEM });
  });
});

describe("what a task is given", () => {
  it("may be corrupt, which may pass", async () => {
    const left = await run("leaks", { inputs: Uint8Array.of(0xff, 0xff, 1, 2) });
    expect(left).toMatchObject({ code: 0, files: ["error.pb"] });
    expect(left.error).toMatchObject({ kind: Kind.RECOVERABLE, origin: Origin.SYSTEM });
  });

  it("may be no task at all, which is the author's", async () => {
    expect(await run("no-such-task")).toMatchObject({ code: 0, files: ["error.pb"], error: ofUser });
  });
});

describe("storage that fails", () => {
  it("leaves nothing if the process is killed while it uploads", async () => {
    let sent = false;
    const left = await run("large", {
      onOutput(text, child) {
        if (!sent && text.includes("started")) sent = child.kill("SIGKILL");
      },
    });
    expect(left).toMatchObject({ signal: "SIGKILL", files: [] });
  });

  it("leaves nothing if the process is asked to end while it uploads", async () => {
    let sent = false;
    const left = await run("large", {
      onOutput(text, child) {
        if (!sent && text.includes("started")) sent = child.kill("SIGTERM");
      },
    });
    expect(left).toMatchObject({ code: null, signal: "SIGTERM", files: [] });
  });

  it("writes no outputs to a full disk, and says why", async (context) => {
    const disk = join(programs.folder, "disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], { stdio: "ignore" });
    } catch {
      process.stderr.write("no tmpfs can be mounted here, so no disk is full\n");
      context.skip();
    }
    try {
      const left = await run("sayings", { out: join(disk, "out") });
      expect(left.files.filter((name) => name !== "error.pb")).toEqual([]);
      expect(left.stderr).toContain("the disk is full");
      if (left.error === undefined) expect(left.code).toBe(1);
      else expect(left.error).toMatchObject({ kind: Kind.RECOVERABLE, origin: Origin.SYSTEM });
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  });
});
