import { expect, it } from "vitest";
import { aProject } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";

const MODULE = `import { t, task } from "@flytekit-ts/workflow";
const how = process.env["HOW"];
if (how === "at the top") process.exit(0);
if (how === "with 7") process.exit(7);
export const leaves = task({ name: "leaves", output: t.int() }, () => process.exit(0));
`;

// A check in a CI that says nothing, and succeeds, would be taken for one that found nothing.
it.each([
  ["check flow.js", "at the top", 0],
  ["check flow.ts", "at the top", 0],
  ["list flow.ts", "with 7", 7],
  ["package flow.ts --image a/b:v1", "at the top", 0],
  ["graph flow.ts leaves", "at the top", 0],
  ["run flow.ts leaves", "", 0],
])("%s fails where the code of its author ends the process %s", async (line, HOW, exit) => {
  const cwd = aProject({ "flow.js": MODULE, "flow.ts": MODULE });
  const { code, stdout, stderr } = await runProgram(line.split(" "), { cwd, env: { HOW } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(
    `[COMMAND_ENDED] The command was ended before it was done: the code that it loaded or ran called process.exit(${exit}).`,
  );
  const json = await runProgram([...line.split(" "), "--json"], { cwd, env: { HOW } });
  expect(JSON.parse(json.stdout.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({ code: "COMMAND_ENDED" });
});

it("is not told of a process that ends as it should", async () => {
  const cwd = aProject({ "flow.ts": MODULE });
  for (const line of ["list flow.ts", "list none.ts"])
    expect((await runProgram(line.split(" "), { cwd })).stderr).not.toContain("COMMAND_ENDED");
});
