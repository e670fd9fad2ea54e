import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { connect } from "@flytekit-ts/remote";
import { t, task } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";
import { shellCode } from "../support/shell-code.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const FLOW = `import { t, task } from "@flytekit-ts/workflow";
export const one = task({ name: "one", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
`;
/** A disk that does not answer any more, once there is something on it: as one on a network may do. */
const STALLED = `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { open } = fs;
const stall = (path) => {
  process.stderr.write("stalled\\n");
  open(process.env.STALLED, "r", () => undefined);
  return new Promise(() => undefined);
};
fs.fsync = stall;
fs.promises.rename = stall;
syncBuiltinESMExports();
`;

/** Start the program, with code before its own; \`until\` is called with what it says, until that is true. */
async function endedBy(
  signals: readonly NodeJS.Signals[],
  argv: readonly string[],
  around: { cwd: string; env?: NodeJS.ProcessEnv; before?: string; until: (said: string) => boolean },
): Promise<{ readonly code: number; readonly said: string }> {
  const aside = temporaryFolder({ "before.mjs": around.before ?? "" });
  const pipe = join(aside, "pipe");
  execFileSync("mkfifo", [pipe]);
  const child = spawn(
    process.execPath,
    ["--import", pathToFileURL(join(aside, "before.mjs")).href, PROGRAM, ...argv],
    {
      cwd: around.cwd,
      env: { ...process.env, STALLED: pipe, ...around.env },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let said = "";
  child.stderr.on("data", (text) => (said += String(text)));
  const ended = new Promise<number>((resolve) =>
    child.on("close", (exit, by) => resolve(shellCode(exit, by))),
  );
  await expect.poll(() => around.until(said) || child.exitCode !== null, { timeout: 20_000 }).toBe(true);
  for (const signal of signals) {
    child.kill(signal);
    // Of two of a kind at once, the system may give one.
    await Promise.race([ended, after(200)]);
  }
  const code = await ended;
  return { code, said };
}

const stalled = (said: string): boolean => said.includes("stalled");
const TWICE = [
  [["SIGINT", "SIGINT"], 130],
  [["SIGINT", "SIGTERM"], 143],
] as const;

describe("package", () => {
  it.each(TWICE)("leaves no part of its archive where %j end it", async (signals, code) => {
    const cwd = aProject({ "flow.js": FLOW, "out/keep": "" });
    const temporary = temporaryFolder();
    const argv = ["package", "flow.js", "--image", "a/b:v1", "-o", "out/p.tgz"];
    const env = { TMPDIR: temporary };
    const ended = await endedBy(signals, argv, { cwd, env, before: STALLED, until: stalled });
    expect([code, 130]).toContain(ended.code);
    expect(readdirSync(join(cwd, "out"))).toEqual(["keep"]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("pull", () => {
  const one = task({ name: "one", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
  const place = { project: "flytesnacks", domain: "development" };
  const settings = { ...place, version: "v1", image: "i:v1", root: import.meta.dirname };
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster({ inProcess: { entities: [one], settings } });
    const remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...place });
    await remote.register([one], settings);
    await remote.close();
  });
  afterAll(() => cluster.close());

  it.each(TWICE)("leaves the old module, and no part of the new, where %j end it", async (signals, code) => {
    const cwd = temporaryFolder({ "pulled.ts": "// old\n" });
    const env = { ...cluster.env, HOME: cwd };
    const argv = ["pull", "one", "-o", "pulled.ts"];
    const ended = await endedBy(signals, argv, { cwd, env, before: STALLED, until: stalled });
    expect([code, 130]).toContain(ended.code);
    expect(readdirSync(cwd)).toEqual(["pulled.ts"]);
    expect(readFileSync(join(cwd, "pulled.ts"), "utf8")).toBe("// old\n");
  });
});

describe("init", () => {
  it.each(TWICE)("leaves nothing where %j end it between two files", async (signals) => {
    const cwd = temporaryFolder();
    const before = `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { writeFileSync } = fs;
let written = 0;
fs.writeFileSync = (path, ...rest) => {
  writeFileSync(path, ...rest);
  written += 1;
  if (written === 3) for (const signal of ${JSON.stringify(signals)}) process.kill(process.pid, signal);
};
syncBuiltinESMExports();
`;
    const argv = ["init", "a/garden", "--no-install", "--no-git"];
    const { code, said } = await endedBy([], argv, { cwd, before, until: () => false });
    expect([130, 143]).toContain(code);
    expect(said).not.toContain("UNEXPECTED_FAILURE");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("leaves no half of a repository", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "bin"));
    const git = join(cwd, "bin/git");
    writeFileSync(git, "#!/bin/sh\ntrap '' TERM\nmkdir .git && echo $$ > .git/description\nexec sleep 20\n");
    chmodSync(git, 0o755);
    const description = join(cwd, "garden/.git/description");
    let pid = 0;
    const { code } = await endedBy(["SIGINT", "SIGINT"], ["init", "garden", "--no-install"], {
      cwd,
      env: { PATH: [join(cwd, "bin"), process.env["PATH"]].join(delimiter) },
      until: () => (pid = existsSync(description) ? Number(readFileSync(description, "utf8")) : 0) > 0,
    });
    process.kill(pid, "SIGKILL");
    expect(code).toBe(130);
    const left = readdirSync(join(cwd, "garden"));
    expect([left.includes("package.json"), left.includes(".git")]).toEqual([true, false]);
  });
});
