import { execFileSync, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, it } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";
import { shellCode } from "../support/shell-code.js";

const FLOW = `import { t, task } from "@flytekit-ts/workflow";
export const one = task({ name: "one", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
process.stderr.write("loaded\\n");
`;

// Node waits for the thread that opens the pipe before it exits, and nobody ever writes to it.
it.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends what waits for a pipe to which nobody writes",
  async (name) => {
    const cwd = aProject({ "flow.js": FLOW });
    execFileSync("mkfifo", [join(cwd, "pipe.json")]);
    const argv = [PROGRAM, "run", "flow.js", "one", "--inputs-file", "pipe.json"];
    const child = spawn(process.execPath, argv, { cwd, stdio: ["ignore", "ignore", "pipe"] });
    const ended = new Promise<unknown>((resolve) =>
      child.on("close", (code, signal) => resolve(shellCode(code, signal))),
    );
    await new Promise<void>((resolve) => child.stderr.once("data", () => resolve()));
    // It opens the pipe next, or has done so: each way it has to end.
    child.kill(name);
    const over = after(20_000, "it goes on", { ref: false });
    const end = await Promise.race([ended, over]);
    child.kill("SIGKILL");
    expect(end).toBe(name === "SIGINT" ? 130 : 143);
  },
);

// In a project, whose modules are found and loaded from a folder that is there no more.
it.each(["list", "check", "run ../flow.js one --x 5 --no-journal", "serialize --image a/b:v1 -o ../out"])(
  "ends in a folder that went away: %s",
  async (line) => {
    const config = 'export default { modules: ["flow.js"], code: "image" };\n';
    const cwd = aProject({ "flow.js": FLOW, "flyte.config.ts": config, "gone/file": "" });
    const script = 'cd gone && rm file && rmdir "$PWD" && exec "$0" "$@"';
    const argv = ["--norc", "-c", script, process.execPath, PROGRAM, ...line.split(" ")];
    const ended = spawnSync("bash", argv, { cwd, encoding: "utf8", timeout: 20_000, killSignal: "SIGKILL" });
    expect([ended.status, ended.signal, ended.stderr]).toEqual([
      0,
      null,
      expect.not.stringContaining("UNEXPECTED_FAILURE"),
    ]);
  },
);
