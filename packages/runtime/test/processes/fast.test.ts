import { randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { packTar } from "modern-tar";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { type BuiltProgram, buildProgram } from "../support/built-program.js";
import { type Ended, type ProcessOptions, runProcess } from "../support/run-process.js";

let program: BuiltProgram;
const root = realpathSync(mkdtempSync(join(tmpdir(), "fast-")));
let folder = "";
let archive = "";
beforeAll(async () => {
  program = await buildProgram(fileURLToPath(new URL("fast.ts", import.meta.url)));
});
beforeEach(async () => {
  folder = mkdtempSync(join(root, "each-"));
  mkdirSync(join(folder, "dest"));
  archive = join(folder, "fast.tar.gz");
  const tar = await packTar([{ header: { name: "a.txt", size: 2 }, body: "hi" }]);
  writeFileSync(archive, gzipSync(tar));
});
afterAll(() => {
  program.remove();
  rmSync(root, { recursive: true });
});

async function fast(args: readonly string[], options: ProcessOptions = {}): Promise<Ended> {
  return runProcess(program.file, args, { cwd: folder, ...options });
}
const brought = (...command: readonly string[]): readonly string[] => [
  "--additional-distribution",
  archive,
  "--dest-dir",
  "dest",
  "--",
  ...command,
];

/** A program of somebody else's, as the shell runs it. */
function script(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("tsflyte-fast-execute", () => {
  it("unpacks the code and goes on as a command of this package", async () => {
    const { code, stdout, stderr } = await fast(brought("tsflyte-execute", "--inputs", "i", "--", "fails"));
    expect([code, stderr]).toEqual([9, ""]);
    const flags = ["--dynamic-addl-distro", archive, "--dynamic-dest-dir", "dest"];
    expect(JSON.parse(stdout)).toMatchObject({
      name: "tsflyte-execute",
      argv: [...flags, "--inputs", "i", "--", "fails"],
      root: join(folder, "dest"),
    });
    expect(readFileSync(join(folder, "dest/a.txt"), "utf8")).toBe("hi");
  });

  it("runs any other command as a child that finds the code, and ends as it does", async () => {
    const child = script("child", 'echo "$@"; echo "$FLYTEKIT_TS_ROOT $PYTHONPATH"; cat dest/a.txt; exit 5');
    const { code, stdout } = await fast(brought(child, "--resolver", "r"), { env: { PYTHONPATH: "/mine" } });
    expect(code).toBe(5);
    const dest = join(folder, "dest");
    expect(stdout).toBe(
      `--dynamic-addl-distro ${archive} --dynamic-dest-dir dest --resolver r\n${dest} /mine:${dest}\nhi`,
    );
  });

  it("does not take a program of the image for its own", async () => {
    const own = script("tsflyte-execute", "echo theirs; exit 6");
    const PATH = `${folder}:${process.env["PATH"]}`;
    expect(await fast(brought("tsflyte-execute", "--", "x"), { env: { PATH } })).toMatchObject({
      code: 6,
      stdout: "theirs\n",
    });
    const here = { PATH, PROGRAMS: folder };
    expect((await fast(brought("tsflyte-execute", "--", "x"), { env: here })).stdout).toContain('"pid"');
    expect((await fast(brought(own, "--", "x"), { env: here })).stdout).toContain('"pid"');
  });

  it.each([
    ["in this process", ["tsflyte-execute", "waits"], "pid"],
    ["in a child", ["sh", "-c", "echo started; exec sleep 30"], "started"],
  ])("ends with 241 when it is terminated %s", async (_, command, ready) => {
    let sent = false;
    const ended = await fast(brought(...command), {
      onOutput(text, child) {
        if (!sent && text.includes(ready)) sent = child.kill("SIGTERM");
      },
    });
    expect(ended).toMatchObject({ code: 241, signal: null });
  });

  it("gives a child the signal, and its own time to end", async () => {
    const command = [
      "sh",
      "-c",
      "trap 'echo ending; exit 3' TERM; echo started; while :; do sleep 0.05; done",
    ];
    let sent = false;
    const ended = await fast(brought(...command), {
      onOutput(text, child) {
        if (!sent && text.includes("started")) sent = child.kill("SIGTERM");
      },
    });
    expect(ended).toMatchObject({ code: 3, stdout: "started\nending\n" });
  });
});

describe("tsflyte-fast-execute starts nothing", () => {
  const started = ["sh", "-c", "echo started"];

  it.each([
    ["without an archive", 1, ["--", ...started], "option --additional-distribution is missing"],
    ["without a command", 2, ["--additional-distribution", "a.tar.gz", "--"], "no command"],
    [
      "with an option that is none",
      2,
      ["--wrong", "--", ...started],
      "[COMMAND_LINE_INVALID] tsflyte-fast-execute: there is no option --wrong",
    ],
    [
      "for an archive that is absent",
      1,
      ["--additional-distribution", "gone.tar.gz", "--", ...started],
      "CODE_ARCHIVE_MISSING",
    ],
    [
      "for another ending",
      1,
      ["--additional-distribution", "fast.zip", "--", ...started],
      "CODE_ARCHIVE_INVALID",
    ],
    [
      "for a store that is unknown",
      1,
      ["--additional-distribution", "ftp://a/b.tar.gz", "--", ...started],
      "STORAGE_SCHEME_UNKNOWN",
    ],
    [
      "into a folder that is absent",
      1,
      ["--additional-distribution", "fast.tar.gz", "--dest-dir", "dest/deeper", "--", ...started],
      "CODE_DESTINATION_INVALID",
    ],
    [
      "into a file",
      1,
      ["--additional-distribution", "fast.tar.gz", "--dest-dir", "fast.tar.gz", "--", ...started],
      "CODE_DESTINATION_INVALID",
    ],
  ])("%s", async (_, code, args, says) => {
    const ended = await fast(args);
    expect(ended).toMatchObject({ code, stdout: "" });
    expect(ended.stderr).toContain(says);
  });

  it("if the archive ends early", async () => {
    const tar = await packTar([{ header: { name: "b.js", size: 5000 }, body: randomBytes(5000) }]);
    writeFileSync(archive, gzipSync(tar).subarray(0, 3000));
    const ended = await fast(brought(...started));
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toContain("CODE_ARCHIVE_INVALID");
    expect(ended.stderr).toContain("it ends early");
  });

  it("if there is no such program", async () => {
    const ended = await fast(brought("no-such-program"));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain("[COMMAND_NOT_STARTED] The command no-such-program could not be started");
  });
});
