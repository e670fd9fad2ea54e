import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type BuiltProgram, buildProgram } from "../support/built-program.js";
import { makeMemoryCgroup } from "../support/memory-cgroup.js";
import type { Ended } from "../support/run-process.js";

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram(fileURLToPath(new URL("command.ts", import.meta.url)));
});
afterAll(() => program.remove());

const tried = makeMemoryCgroup(128);
const canLimit = !("reason" in tried);
if (canLimit) tried.remove();
else
  process.stderr.write(
    `no memory cgroup can be made here, so limits of containers are not tried: ${tried.reason}\n`,
  );

async function shell(script: string): Promise<Ended> {
  const child = spawn("sh", ["-c", script], { env: { PATH: process.env["PATH"] } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk: Buffer) => (stderr += String(chunk)));
  return new Promise((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

async function limited(megabytes: number, args: string): Promise<Ended> {
  const group = makeMemoryCgroup(megabytes);
  if ("reason" in group) throw new Error(group.reason);
  try {
    return await shell(
      `${group.enter} exec ${process.execPath} ${heapOf(megabytes)} ${program.file} ${args}`,
    );
  } finally {
    group.remove();
  }
}

// What the launcher of the programs gives.
function heapOf(megabytes: number): string {
  return `--max-old-space-size=${Math.min(megabytes - 64, megabytes * 0.75)}`;
}

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

// How soon the watch runs is the system's to say: on a machine that does much else, the kernel may be there before it.
const patience = { timeout: 120_000, retry: 3 };

describe.skipIf(!canLimit).each([128, 512])("in a container of %i MiB", patience, (megabytes) => {
  it.each(["values", "bytes"])("growth of %s that lets others go on interrupts the command", async (what) => {
    const { code, stderr } = await limited(megabytes, `grows ${what} yields ${megabytes / 128}`);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toMatch(/^command interrupted by FlytekitError: \[CONTAINER_OUT_OF_MEMORY\]/);
    expect(stderr).toContain(`${megabytes} MiB`);
  });

  it.each(["values", "bytes"])(
    "growth of %s without a pause ends the process, and the log says why",
    async (what) => {
      const { code, stderr } = await limited(megabytes, `grows ${what} computes ${megabytes / 128}`);
      expect({ code, stderr }).toMatchObject({ code: 134 });
      expect(lastLine(stderr)).toMatch(
        new RegExp(`^\\[CONTAINER_OUT_OF_MEMORY\\].* at its peak the process had \\d+ MiB.*${megabytes} MiB`),
      );
    },
  );

  it.each(["values", "bytes"])("%s that are soon garbage end nothing", async (what) => {
    expect(await limited(megabytes, `churns 10 ${what}`)).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("with a limit of the heap alone", patience, () => {
  const run = async (args: string): Promise<Ended> =>
    shell(`exec ${process.execPath} --max-old-space-size=64 ${program.file} ${args}`);

  it("growth that lets others go on interrupts the command", async () => {
    const { code, stderr } = await run("grows values yields");
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toMatch(
      /^command interrupted by FlytekitError: \[CONTAINER_OUT_OF_MEMORY\].*their limit is 64 MiB/,
    );
  });

  it("growth without a pause ends the process, and the log says why", async () => {
    const { code, stderr } = await run("grows values computes");
    expect({ code, stderr }).toMatchObject({ code: 134 });
    expect(lastLine(stderr)).toMatch(
      /^\[CONTAINER_OUT_OF_MEMORY\].*their limit is 64 MiB; at its peak the process had \d+ MiB/,
    );
  });
});
