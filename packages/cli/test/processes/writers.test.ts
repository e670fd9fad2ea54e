import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modesCount, OWNER } from "../support/as-nobody.js";
import { aProject, PROGRAM } from "../support/a-project.js";
import { canMount, runOnDisk } from "../support/on-disk.js";

// A flow large enough that no writer of it fits into a few kilobytes.
const FLOW = `import { t, task, workflow } from "@flytekit-ts/workflow";
const int = t.int();
const docs = ${JSON.stringify("a sentence of its documentation. ".repeat(2000))};
export const one = task({ name: "one", inputs: { x: int }, output: int, docs }, ({ x }) => x + 1);
export const all = workflow({ name: "all", inputs: { x: int }, output: int, docs }, ({ x }) => one({ x }));
export const chatty = task({ name: "chatty", output: int }, (_, { logger }) => {
  for (let i = 0; i < 100; i += 1) logger.info("a line that takes some room ".repeat(20));
  return 5;
});
`;
const SOURCE = "src/Flüsse 流.js";
const CONFIG = `export default { modules: ["${SOURCE}"], image: "ghcr.io/acme/tasks:v1", code: "image" };\n`;
const NAME = "Ein Projekt 木 'q'";

let cwd = "";
beforeAll(() => {
  cwd = aProject({ "src/Flüsse 流.js": FLOW, "flyte.config.js": CONFIG }, { name: NAME, keep: true });
  chmodSync(join(cwd, ".."), 0o755);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  argv: readonly string[],
  more: { readonly before?: string; readonly isNobody?: boolean } = {},
): Ran {
  const { before = ":", isNobody = false } = more;
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--norc", "-c", `${before}; exec "$0" "$@"`, process.execPath, PROGRAM, ...argv],
    { cwd, encoding: "utf8", env: { ...process.env, HOME: join(cwd, "home") }, ...(isNobody ? OWNER : {}) },
  );
  return { code: status, stdout, stderr };
}

/** A command that writes to a path, and what that is. */
const FILES: readonly (readonly [string, (path: string) => readonly string[]])[] = [
  ["made.tgz", (path) => ["package", "-o", path]],
  ["made.html", (path) => ["graph", "src/Flüsse 流.js", "all", "-o", path]],
  ["made.svg", (path) => ["graph", "src/Flüsse 流.js", "all", "-o", path]],
];
const FOLDERS: typeof FILES = [
  ["made messages", (path) => ["serialize", "-o", path]],
  ["made project", (path) => ["init", path, "--no-install", "--no-git"]],
];
const ALL = [...FILES, ...FOLDERS];

describe
  .skipIf(!canMount)
  .each([
    ...ALL,
    [
      "Flüsse 流.js",
      (path: string) => ["fetch", pathToFileURL(join(cwd, SOURCE)).href, dirname(path)],
    ] as const,
    ["got", (path: string) => ["fetch", "-r", pathToFileURL(join(cwd, "src")).href, path]] as const,
    ["repository", (path: string) => ["init", path, "--no-install"]] as const,
  ])("%s, on a disk", (name, line) => {
  it.each([
    ["full", "the disk is full"],
    ["read-only", "the disk is read-only"],
  ] as const)("that is %s: says so with the path, and leaves nothing", async (disk, words) => {
    const folder = place();
    const { left, ...ran } = await runOnDisk(line(join(folder, name)), {
      cwd,
      disk,
      folder: join(cwd, folder),
    });
    refused(ran);
    // The path that was asked for, and none of a partial file.
    const [message = ""] = ran.stderr.split("\n");
    expect(message).toContain(words);
    expect(message).toContain(join(folder, name));
    // Folders above a file may have been made.
    expect(left.filter((each) => each !== name)).toEqual([]);
  });
});

it.skipIf(!canMount)("serialises into a folder that is a disk", async () => {
  const folder = join(cwd, place());
  writeFileSync(join(cwd, "small.js"), FLOW.replace(/docs = .*;/, 'docs = "short";'));
  const line = ["serialize", "small.js", "--format", "json", "-o", folder];
  const { code, stderr } = await runOnDisk(line, { cwd, disk: "roomy", folder });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("[")]);
});

let count = 0;
/** A new folder of the project, with blanks in its path. */
function place(): string {
  const folder = join("out puts ü", String((count += 1)));
  mkdirSync(join(cwd, folder), { recursive: true });
  return folder;
}

function refused(ran: Ran): void {
  expect([1, 2]).toContain(ran.code);
  expect(ran.stderr).toMatch(/^\[[A-Z_]+\] /m);
  expect(ran.stderr).not.toMatch(/UNEXPECTED_FAILURE|^ {4}at /m);
  expect(ran.stdout).toBe("");
}

describe.each(ALL)("%s", (name, line) => {
  it("is written below paths of all letters", () => {
    const folder = place();
    const { code, stderr } = run(line(join(folder, name)));
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("[")]);
    expect(readdirSync(join(cwd, folder))).toEqual([name]);
  });

  it("is not written behind a file, below /proc, or into what has no such name", () => {
    const folder = place();
    writeFileSync(join(cwd, folder, "file"), "mine");
    for (const path of [join(folder, "file", name), `/proc/none/${name}`, `/dev/null/${name}`])
      refused(run(line(path)));
    refused(run(line(join(folder, "n".repeat(300) + name))));
    expect(readdirSync(join(cwd, folder))).toEqual(["file"]);
    expect(readFileSync(join(cwd, folder, "file"), "utf8")).toBe("mine");
  });

  it("is not written in part where there is no room", () => {
    const folder = place();
    refused(run(line(join(folder, name)), { before: "ulimit -f 1" }));
    // The folder itself may be there: nothing is in it.
    for (const each of readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true }))
      expect([each.name, each.isDirectory()]).toEqual([name, true]);
  });

  it.skipIf(!modesCount)("is not written where nothing may be written", () => {
    const folder = place();
    chmodSync(join(cwd, folder), 0o555);
    if (OWNER.uid !== undefined) chownSync(join(cwd, folder), OWNER.uid, OWNER.gid);
    refused(run(line(join(folder, name)), { isNobody: true }));
    expect(readdirSync(join(cwd, folder))).toEqual([]);
    chmodSync(join(cwd, folder), 0o755);
  });
});

it.each(FILES)("%s does not take the place of a folder", (name, line) => {
  const folder = place();
  mkdirSync(join(cwd, folder, name));
  for (const argv of [line(join(folder, name)), [...line(join(folder, name)), "--force"]])
    if (!argv.includes("--force") || argv.includes("package")) refused(run(argv));
  expect(lstatSync(join(cwd, folder, name)).isDirectory()).toBe(true);
  expect(readdirSync(join(cwd, folder))).toEqual([name]);
});

it("writes over nothing of others, and over what it made only where it is told to", () => {
  const folder = place();
  const archive = join(folder, "a.tgz");
  writeFileSync(join(cwd, archive), "mine");
  refused(run(["package", "-o", archive]));
  expect(readFileSync(join(cwd, archive), "utf8")).toBe("mine");
  refused(run(["package", "-o", archive, "--force"], { before: "ulimit -f 1" }));
  expect(readFileSync(join(cwd, archive), "utf8")).toBe("mine");
  expect(run(["package", "-o", archive, "--force"]).code).toBe(0);
  refused(run(["init", folder, "--no-install", "--no-git"]));
  expect(readdirSync(join(cwd, folder))).toEqual(["a.tgz"]);
});

const PRINTERS = [
  ["graph", "src/Flüsse 流.js", "all", "--format", "html"],
  ["list", "src/Flüsse 流.js", "--json"],
  ["inspect", "src/Flüsse 流.js", "all", "--json"],
  ["completion", "bash"],
  ["run", "src/Flüsse 流.js", "chatty", "--json", "--no-journal"],
];

describe.each(PRINTERS.map((argv) => [argv.join(" "), argv] as const))("%s", (_, argv) => {
  const through = (rest: string) =>
    spawnSync(
      "bash",
      ["--norc", "-c", `set -o pipefail; "$0" "$@" ${rest}`, process.execPath, PROGRAM, ...argv],
      {
        cwd,
        encoding: "utf8",
      },
    );

  it("may be read in part, or not at all", () => {
    for (const reader of ["head -c 10", "true"]) {
      const { status, stderr } = through(`| ${reader}`);
      expect([status, stderr]).toEqual([0, expect.not.stringMatching(/\[|^ {4}at /m)]);
    }
  });

  it("says that it cannot be written to a full disk", () => {
    const { status, stderr } = through("> /dev/full");
    expect([status, stderr]).toEqual([1, expect.stringContaining("[OUTPUT_NOT_WRITTEN]")]);
  });

  it("does not need standard input, nor somebody who reads of what happens", () => {
    const usual = through("2> /dev/null");
    expect(usual.status).toBe(0);
    for (const rest of ["<&-", "2>&-", "2> /dev/full", "2> >(true)", "<&- 2>&-"]) {
      const { status, stdout } = through(rest);
      expect([rest, status, stdout.length > 0]).toEqual([rest, 0, true]);
    }
  });

  it("goes into a file as into a pipe", () => {
    const file = join(place(), "stdout");
    expect(through(`> '${file}'`).status).toBe(0);
    const lines = (text: string) => text.split("\n").length;
    expect(lines(readFileSync(join(cwd, file), "utf8"))).toBe(lines(through("| cat").stdout));
  });
});

describe("without a home", () => {
  const LINES = [
    ["run", "src/Flüsse 流.js", "one", "--x", "5"],
    ["list"],
    ["package", "-o", "h.tgz", "--force"],
    ["runs", "list"],
  ];
  const homes = {
    "no HOME, no XDG": {
      HOME: undefined,
      XDG_STATE_HOME: undefined,
      XDG_CACHE_HOME: undefined,
      XDG_CONFIG_HOME: undefined,
    },
    "a HOME that is a file": { HOME: "/dev/null" },
    "a HOME that is not there": { HOME: "/nowhere at all" },
    "an empty HOME": { HOME: "" },
    "a TMPDIR that is not there": { TMPDIR: "/nowhere/tmp" },
    "a TMPDIR that is a file": { TMPDIR: "/dev/null" },
  };
  it.each(Object.entries(homes))("works with %s", (_, env) => {
    for (const argv of LINES) {
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
        cwd,
        encoding: "utf8",
        env: { ...process.env, ...env },
      });
      expect([argv[0], status, stderr]).toEqual([
        argv[0],
        0,
        expect.not.stringMatching(/\[[A-Z_]+\]|^ {4}at /m),
      ]);
    }
  });
});
