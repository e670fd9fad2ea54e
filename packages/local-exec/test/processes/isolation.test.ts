import { execFile } from "node:child_process";
import { mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx");

/** A program outside of this package, with the packages as their users have them. */
function programOf(code: string, name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "isolated-")));
  symlinkSync(join(PACKAGE, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, name), code);
  return join(folder, name);
}

const SCRIPT = `
import { threadId } from "node:worker_threads";
import { runLocal, startLocal } from "LOCAL";
import { t, task } from "@flytekit-ts/workflow";

enum Color { Red = 3 }
const where = task(
  { name: "where", output: t.string() },
  () => \`\${process.pid === Number(process.env["MAIN"])} \${threadId > 0} \${Color.Red}\`,
);
const spins = task({ name: "spins" }, () => { for (;;); });
const leaves = task({ name: "leaves" }, () => void setInterval(() => {}, 1000));
process.env["MAIN"] = process.env["MAIN"] ?? String(process.pid);
for (const isolation of ["worker", "process"] as const) {
  console.log(isolation, await runLocal(where, {}, { isolation }));
  await runLocal(leaves, {}, { isolation });
  const run = startLocal(spins, {}, { isolation });
  setTimeout(() => run.cancel(), 200);
  console.log(await run.result.catch((error) => error.code));
}
console.log("the end");
`;

describe("a program with isolated tasks", () => {
  it("that tsx runs as one script loads its tasks in workers, and ends by itself", async () => {
    const local = join(PACKAGE, "src/entries/index.ts");
    const program = programOf(SCRIPT.replace("LOCAL", local), "main.ts");
    const flags = ["--import", tsx, "--conditions=@flytekit-ts/source"];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, program], {
      cwd: dirname(program),
      timeout: 100_000,
    });
    expect(stdout.trim().split("\n")).toEqual([
      "worker true true 3",
      "RUN_ABORTED",
      "process false false 3",
      "RUN_ABORTED",
      "the end",
    ]);
  });
});
