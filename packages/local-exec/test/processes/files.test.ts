import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const script = createRequire(import.meta.url).resolve("@flytekit-ts/bundle/run-source");
const program = fileURLToPath(new URL("files.ts", import.meta.url));
const folder = (): string => mkdtempSync(join(tmpdir(), "files-process-"));

/** What a program prints. `before` is a shell command that its process begins with. */
async function printed(
  name: string,
  { before = "true", wrapper = [] as string[], path = folder() } = {},
): Promise<Record<string, unknown>> {
  const command = [
    ...wrapper,
    "sh",
    "-c",
    `${before} && exec "$0" "$@"`,
    process.execPath,
    script,
    program,
    name,
    path,
  ];
  const { stdout } = await promisify(execFile)(command[0] ?? "sh", command.slice(1), { timeout: 100_000 });
  return JSON.parse(stdout) as Record<string, unknown>;
}

// A file system of its own, which needs no rights where users may make namespaces.
const apart = ["unshare", "--user", "--map-root-user", "--mount"];
const canMount = ((): boolean => {
  try {
    execFileSync("unshare", [...apart.slice(1), "sh", "-c", `mount -t tmpfs tmpfs ${folder()}`], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
})();

describe("files in a process", () => {
  // How many chunks wait for the garbage collector varies: 30 to 110 MB of them, however long the stream is.
  it("are streamed: 512 MB take no more memory than some chunks", async () => {
    const { bytes, memory } = await printed("a large stream");
    expect(bytes).toBe(512 * 1024 * 1024);
    expect(Number(memory)).toBeLessThan(256 * 1024 * 1024);
  });

  it.runIf(canMount)("are not written where the disk is full, and the next run goes on", async () => {
    const path = folder();
    const before = `mount -t tmpfs -o size=1m tmpfs ${path}`;
    const { said, left, next } = await printed("a full disk", { before, wrapper: apart, path });
    expect(said).toMatch(
      /^\[TASK_OUTPUT_INVALID\] Task streamed returned a wrong value for its output: output could not be stored: the disk is full\.\n/,
    );
    expect([left, next]).toEqual([0, "gave 0"]);
  });

  it("say if too many files are open", async () => {
    const { said, open } = await printed("too many open files", { before: "ulimit -n 64" });
    expect(Number(open)).toBeGreaterThan(5);
    expect(said).toContain("output could not be stored: too many files are open.");
  });

  it("whose streams fail end no process, and leave nothing", async () => {
    expect(await printed("streams that fail")).toEqual({ outcomes: ["TASK_OUTPUT_INVALID"], left: 0 });
  });

  it("whose streams fail before they are read end no process either", async () => {
    const { said, left } = await printed("streams of files that are not there");
    const reason = "could not be stored: the stream that was given failed: ENOENT: no such file or directory";
    const [input, output] = said as readonly string[];
    expect(input).toContain(`[RUN_INPUTS_INVALID] size cannot run with these inputs:   - file ${reason}`);
    expect(output?.replace(/\[\d+\]/, "[i]")).toContain(
      `[TASK_OUTPUT_INVALID] Task absent returned a wrong value for its output: output[i] ${reason}`,
    );
    expect(left).toBe(0);
  });
});
