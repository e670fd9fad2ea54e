import { spawn } from "node:child_process";
import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";
import { shellCode } from "../support/shell-code.js";

const flows = `import { t, task, workflow } from "@flytekit-ts/workflow";
import { factor } from "./helper";
const offset = 1;
export const scale = task({ name: "scale", inputs: { x: t.int() }, output: t.int() }, ({ x }) => { console.log("scales"); return x * factor; });
export const shift = task({ name: "shift", inputs: { x: t.int() }, output: t.int() }, ({ x }) => { console.log("shifts"); return x + offset; });
export const both = workflow({ name: "both", inputs: { x: t.int().default(5) }, output: t.int() }, ({ x }) => shift({ x: scale({ x }) }));
`;

/** A watched run, and what it has written since it was last asked. */
function watched(cwd: string) {
  const child = spawn(process.execPath, [PROGRAM, "run", "--watch", "flows.ts", "both"], { cwd });
  onTestFinished(() => void child.kill("SIGKILL"));
  let written = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (written += String(text)));
  const waits = async (): Promise<string> => {
    await expect.poll(() => written, { timeout: 40_000 }).toContain("Waiting for changes");
    const said = written;
    written = "";
    return said;
  };
  const ended = new Promise((resolve) =>
    child.once("exit", (code, signal) => resolve(shellCode(code, signal))),
  );
  return { waits, ended, interrupt: () => child.kill("SIGINT") };
}

describe("tsflyte run --watch", () => {
  it("runs what has changed and what depends on it, shows errors, and ends by Ctrl-C", async () => {
    const cwd = aProject({
      "flows.ts": flows,
      "helper.ts": "export const factor: number = 2;\nexport const other = 1;",
    });
    const save = (file: string, text: string): void => {
      writeFileSync(join(cwd, `${file}.new`), text);
      renameSync(join(cwd, `${file}.new`), join(cwd, file));
    };
    const { waits, ended, interrupt } = watched(cwd);
    const first = await waits();
    expect(first).toContain("scales");
    expect(first).toMatch(/^11$/m);

    save("flows.ts", flows.replace("offset = 1", "offset = 2"));
    const second = await waits();
    expect(second).toMatch(/^12$/m);
    expect(second).toContain("flows.ts was saved");
    expect(second).toContain("shifts");
    expect(second).not.toContain("scales");

    save("helper.ts", "export const factor: number = 3;\nexport const other = 1;");
    const third = await waits();
    expect(third).toMatch(/^17$/m);
    expect(third).toContain("scales");

    // In place, and at one stroke: half of a file would be another change.
    appendFileSync(join(cwd, "helper.ts"), "\n// Only words.\nexport const more = 2;");
    const fourth = await waits();
    expect(fourth).toMatch(/^17$/m);
    expect(fourth).not.toMatch(/scales|shifts/);

    save("helper.ts", "export const factor: = 3;");
    expect(await waits()).toContain("SOURCE_UNLOADABLE");

    save("helper.ts", "export const factor = 4;");
    const last = await waits();
    expect(last).toMatch(/^22$/m);
    expect(last).toContain("scales");

    interrupt();
    expect(await ended).toBe(130);
  });
});
