import { chmodSync, existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProject } from "../support/a-project.js";
import { modesCount, OWNER } from "../support/as-nobody.js";
import { canMount, runOnDisk } from "../support/on-disk.js";
import { runProgram } from "../support/run-program.js";
import { type ScriptedCluster, startScripted } from "./scripted.js";

const FLOW = `import { t, task } from "@flytekit-ts/workflow";
export const kept = task({ name: "kept", inputs: { x: t.int() }, output: t.int(), cache: { version: "1" } }, ({ x }) => x);
`;
const LINES = ["get projects", "run flow.js kept --x 5"];
const NO_XDG = { XDG_STATE_HOME: undefined, XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined };
const OFTEN = ["--poll-interval", "50ms"];
const isRoot = process.getuid?.() === 0;

let cluster: ScriptedCluster;
let cwd = "";
beforeAll(async () => {
  cluster = await startScripted();
  cwd = aProject({ "flow.js": FLOW }, { keep: true });
  chmodSync(dirname(cwd), 0o755);
});
afterAll(() => cluster.close());

/** A run says that it, or its cache, is not kept; nothing else is said, and nothing fails. */
function isWell(
  line: string,
  { code, stderr }: { readonly code: number | null; readonly stderr: string },
): void {
  const said = stderr.replaceAll(/^.*(?:\[CACHE_UNUSABLE\]|The run is not kept).*$/gm, "");
  expect([line, code, said]).toEqual([line, 0, expect.not.stringMatching(/\[[A-Z_]+\]|^ {4}at /m)]);
}

describe("commands work for a user", () => {
  const nobody = isRoot && modesCount ? { uid: 54_321, gid: 54_321 } : undefined;
  it.each([
    ["whose HOME is empty", { HOME: "" }, {}],
    ["whose HOME is a file", { HOME: "/dev/null" }, {}],
    // As in a container that is run with the number of a user.
    ["without a home", { HOME: undefined }, nobody],
    ["with the HOME of somebody else", { HOME: "/root" }, isRoot && modesCount ? OWNER : undefined],
  ] as const)("%s", async (_, home, user) => {
    if (user === undefined) return;
    for (const line of LINES) {
      const env = { ...cluster.env, ...NO_XDG, ...home };
      isWell(line, await runProgram(line.split(" "), { cwd, env, user }));
    }
    // The working directory is nobody's home.
    expect(readdirSync(cwd).filter((name) => /^\.(?!flyte)/.test(name))).toEqual([]);
  });

  it.skipIf(!canMount)("whose HOME is read-only, and say that it is", async () => {
    const folder = join(cwd, "..", "home");
    for (const line of LINES) {
      const env = { ...cluster.env, ...NO_XDG, HOME: folder };
      const ran = await runOnDisk(line.split(" "), { cwd, disk: "read-only", folder, env });
      isWell(line, ran);
      if (!line.startsWith("run ")) continue;
      expect(ran.stderr).toMatch(/The run is not kept: .* \(the disk is read-only\)/);
      expect(ran.stderr).toMatch(/CACHE_UNUSABLE.*the disk is read-only/);
    }
    expect(existsSync(join(folder, ".cache"))).toBe(false);
  });
});

it.skipIf(!canMount).each(["full", "read-only"] as const)(
  "an execution is fetched to a %s disk as a whole, which is not at all",
  async (disk) => {
    await cluster.run([
      "run",
      "garden.water",
      "--litres",
      "2",
      "--name",
      `fetched-${disk}`,
      "--wait",
      ...OFTEN,
    ]);
    const entity = `${join(import.meta.dirname, "garden.ts")}:water`;
    const folder = join(cwd, "runs");
    const argv = ["fetch", `fetched-${disk}`, "--journal", folder, "--entity", entity];
    const { code, stderr, left } = await runOnDisk(argv, { cwd, disk, folder, env: cluster.env });
    expect([code, left]).toEqual([1, []]);
    expect(stderr).toMatch(
      new RegExp(`^\\[JOURNAL_NOT_WRITTEN\\] .* ${disk === "full" ? "the disk is full" : "read-only"}`),
    );
  },
);
