import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, it } from "vitest";

import { memoryCgroup } from "./memory-cgroup.js";

const MIB = 1024 * 1024;
const NONE = "9223372036854771712";
const V1 = "11:cpu,cpuacct:/a\n4:memory:/kubepods/pod1/c1\n0::/a";
const V2 = "0::/kubepods/pod1/c1";

const folder = mkdtempSync(join(tmpdir(), "cgroup-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file system with the files of a machine that matter here, in what versions of cgroups make of them. */
function machine(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(folder, "root-"));
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
  return root;
}

const self = "proc/self/cgroup";
const v1 = (path: string): string => `sys/fs/cgroup/memory${path}/memory.limit_in_bytes`;
const v2 = (path: string): string => `sys/fs/cgroup${path}/memory.max`;

const machines: readonly (readonly [string, Readonly<Record<string, string>>, number | undefined])[] = [
  ["version 2", { [self]: V2, [v2("/kubepods/pod1/c1")]: `${512 * MIB}` }, 512],
  [
    "version 2, limited by what is around it",
    {
      [self]: V2,
      [v2("/kubepods/pod1/c1")]: "max",
      [v2("/kubepods/pod1")]: `${256 * MIB}`,
      [v2("/kubepods")]: `${1024 * MIB}`,
    },
    256,
  ],
  ["version 2, in a namespace of its own", { [self]: "0::/", [v2("")]: `${128 * MIB}` }, 128],
  ["version 2, with the path of the host", { [self]: V2, [v2("")]: `${128 * MIB}` }, 128],
  ["version 2, outside of what it may see", { [self]: "0::/../../other", [v2("")]: `${128 * MIB}` }, 128],
  [
    "version 2, without a limit",
    { [self]: V2, [v2("/kubepods/pod1/c1")]: "max", [v2("/kubepods/pod1")]: "max" },
    undefined,
  ],
  ["version 2, with an empty file", { [self]: V2, [v2("/kubepods/pod1/c1")]: "" }, undefined],
  ["version 1", { [self]: V1, [v1("/kubepods/pod1/c1")]: `${512 * MIB}` }, 512],
  [
    "version 1, limited by what is around it",
    { [self]: V1, [v1("/kubepods/pod1/c1")]: NONE, [v1("/kubepods")]: `${300 * MIB}` },
    300,
  ],
  ["version 1, with the path of the host", { [self]: V1, [v1("")]: `${64 * MIB}` }, 64],
  ["version 1, with other controllers", { [self]: "3:cpuset,memory,pids:/x", [v1("/x")]: `${64 * MIB}` }, 64],
  ["version 1, without a limit", { [self]: V1, [v1("/kubepods/pod1/c1")]: NONE, [v1("")]: NONE }, undefined],
  ["both, of which one has a limit", { [self]: `0::/a\n4:memory:/a`, [v1("/a")]: `${200 * MIB}` }, 200],
  ["a machine without cgroups", {}, undefined],
  ["a file of something else", { [self]: "nonsense\n\n:::\n0:", [v2("")]: "-5" }, undefined],
];

describe("the limit of the container's memory", () => {
  it.each(machines)("%s", (_, files, megabytes) => {
    expect(memoryCgroup(machine(files))?.limit).toBe(megabytes === undefined ? undefined : megabytes * MIB);
  });

  it("is found on this machine, or there is none", () => {
    expect(memoryCgroup()?.limit ?? 1).toBeGreaterThan(0);
  });
});

describe("what the container uses", () => {
  it.each([
    [
      "version 2",
      {
        [self]: "0::/",
        [v2("")]: "1000",
        "sys/fs/cgroup/memory.current": "900",
        "sys/fs/cgroup/memory.stat": "anon 500\nfile 300\nshmem 20",
      },
      620,
    ],
    [
      "version 1",
      {
        [self]: "4:memory:/",
        [v1("")]: "1000",
        "sys/fs/cgroup/memory/memory.usage_in_bytes": "900",
        "sys/fs/cgroup/memory/memory.stat": "cache 1\ntotal_cache 300\ntotal_shmem 20",
      },
      620,
    ],
    ["no statistics", { [self]: "0::/", [v2("")]: "1000", "sys/fs/cgroup/memory.current": "900" }, 900],
    ["nothing at all", { [self]: "0::/", [v2("")]: "1000" }, undefined],
  ])("is without the files that the kernel keeps: %s", (_, files, used) => {
    expect(memoryCgroup(machine(files))?.usage()).toBe(used);
  });
});

describe("the launcher of the programs", () => {
  const launcher = readFileSync(fileURLToPath(new URL("../bins/launcher.sh", import.meta.url)), "utf8");
  const started = (files: Readonly<Record<string, string>>, options = ""): string => {
    const root = machine(files);
    const script = launcher
      .replaceAll("/sys/fs/cgroup", `${root}/sys/fs/cgroup`)
      .replaceAll("/proc/self/cgroup", `${root}/proc/self/cgroup`)
      .replaceAll("exec node", "exec echo node");
    const env = { PATH: process.env["PATH"], NODE_OPTIONS: options };
    return execFileSync("sh", ["-c", script, "program.js", "a b"], { encoding: "utf8", env }).trim();
  };

  it.each(machines)("gives V8 the heap for that limit: %s", (_, files, megabytes) => {
    const heap = megabytes && Math.max(32, Math.min(Math.floor(megabytes * 0.75), megabytes - 64));
    expect(started(files)).toBe(
      `node ${heap === undefined ? "" : `--max-old-space-size=${heap} `}program.js a b`,
    );
  });

  it("leaves a limit that somebody else has set", () => {
    const files = { [self]: "0::/", [v2("")]: `${512 * MIB}` };
    expect(started(files, "--max-old-space-size=100")).toBe("node program.js a b");
    expect(started(files, "--enable-source-maps")).toBe("node --max-old-space-size=384 program.js a b");
  });
});
