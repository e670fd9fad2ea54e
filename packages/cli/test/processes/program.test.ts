import { cpSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";

it("is the built program, in a project of its own", async () => {
  const { code, stdout, stderr } = await runProgram(["version"], { cwd: aProject({}) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`node ${process.versions.node}\n`);
});

it("ends though a part of it is gone with which it would say why", async () => {
  const cwd = aProject({
    "stray.js": `import { task } from "@flytekit-ts/workflow";
export const stray = task({ name: "stray" }, async () => {
  void Promise.reject(new RangeError("nobody waits"));
  await new Promise((resolve) => setTimeout(resolve, 5000));
});`,
  });
  const cli = join(PROGRAM, "../../..");
  cpSync(join(cli, "dist"), join(cwd, "dist"), { recursive: true });
  cpSync(join(cli, "package.json"), join(cwd, "package.json"));
  rmSync(join(cwd, "node_modules"), { recursive: true });
  symlinkSync(join(cli, "node_modules"), join(cwd, "node_modules"));
  for (const each of readdirSync(join(cwd, "dist/chunks"))) {
    if (/^(?:tell|stray-error)-/.test(each)) rmSync(join(cwd, "dist/chunks", each));
  }
  const program = join(cwd, "dist/bins/tsflyte.cjs");
  const { code, stderr } = await runProgram(["run", "stray.js", "stray"], { cwd, program });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining("Install it again.") as string,
  });
});
