import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runCli } from "../../test/support/run-cli.js";

it("names the file that was meant, and none where no file is near", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "near-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  mkdirSync(join(cwd, "src"));
  for (const name of ["workflows.ts", "workflow.md", "other.mjs"]) writeFileSync(join(cwd, "src", name), "");
  const said = async (file: string): Promise<string> => {
    const { code, stderr } = await runCli(["list", file], { cwd });
    expect(code).toBe(2);
    return stderr;
  };
  for (const file of ["src/workflow.ts", join(cwd, "src/workflow.ts")])
    expect(await said(file)).toContain(`hint: Did you mean ${join("src", "workflows.ts")}?`);
  for (const file of ["src/garden.ts", "scr/workflows.ts"])
    expect(await said(file)).toContain("Give a file of JavaScript or TypeScript");
});
