import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

const PROGRAM = join(import.meta.dirname, "../dist/bins/create.js");
const run = promisify(execFile);

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "create-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it("makes a project", async () => {
  const cwd = aFolder();
  const { stdout } = await run(process.execPath, [PROGRAM, "garden", "--no-install", "--no-git"], { cwd });
  expect(stdout).toContain("Created garden in ");
  expect(readdirSync(join(cwd, "garden"))).toContain("flyte.config.ts");
});

it("says what is wrong, and fails", async () => {
  const failed = run(process.execPath, [PROGRAM, "--no-such-option"], { cwd: aFolder() });
  await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("[USAGE_INVALID]") });
});
