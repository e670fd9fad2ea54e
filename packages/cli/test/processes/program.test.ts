import { expect, it } from "vitest";
import { aProject } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";

it("is the built program, in a project of its own", async () => {
  const { code, stdout, stderr } = await runProgram(["version"], { cwd: aProject({}) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`node ${process.versions.node}\n`);
});
