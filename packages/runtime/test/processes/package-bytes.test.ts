import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltProgram, buildProgram } from "../support/built-program.js";
import { tempFolder } from "../support/temp-folder.js";

/** Pinned, as in the tests of the runtimes. */
const OTHER_NODES = ["22.23.3", "24.21.0", "26.10.0"];
const MINUTE = 60_000;

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram(fileURLToPath(new URL("package-folder.ts", import.meta.url)));
}, MINUTE);
afterAll(() => program.remove());

// Text that compresses, and bytes that do not: both kinds of blocks of deflate.
const noise = randomBytes(300_000).toString("latin1");
const files = {
  "src/flows.ts": "export const a = 1;\n".repeat(20_000),
  "data/noise.bin": noise,
  "link.ts": { link: "src/flows.ts" },
  "node_modules/x/index.js": "",
};

/** Package the project in a new folder with a Node, and say what came of it. */
function packaged(node: readonly string[] = [process.execPath]): { version: string; md5: string } {
  const [folder, out] = [tempFolder(files), join(tempFolder(), "package.tgz")];
  const [command, ...args] = [...node, program.file, folder, out] as const;
  const version = execFileSync(command, args, { encoding: "utf8", timeout: 2 * MINUTE });
  return { version, md5: createHash("md5").update(readFileSync(out)).digest("hex") };
}

describe("a package that does not fit on the disk", { timeout: MINUTE }, () => {
  // A limit on the size of files, in blocks of 1 KiB or less, fails writes as a full disk does.
  it("is told by a code, and leaves nothing", () => {
    const [folder, out] = [tempFolder(files), tempFolder()];
    const args = [process.execPath, program.file, folder, join(out, "package.tgz")];
    const { status, stderr } = spawnSync("bash", ["-c", 'ulimit -f 8 && exec "$@"', "bash", ...args], {
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toContain("[PACKAGE_NOT_WRITTEN]");
    expect(stderr).toContain("EFBIG");
    expect(readdirSync(out)).toEqual([]);
  });
});

describe("the bytes of a package", { timeout: 5 * MINUTE }, () => {
  it("are the same in two folders", () => {
    expect(packaged()).toEqual(packaged());
  });

  it("say nothing of the time, the user or the machine", () => {
    expect(packaged(["env", "TZ=Asia/Kolkata", "LANG=de_DE", "USER=someone", process.execPath])).toEqual(
      packaged(),
    );
  });

  it.each(OTHER_NODES)("are the same with Node %s", (version) => {
    expect(packaged(["npx", "--yes", "--package", `node@${version}`, "node"])).toEqual(packaged());
  });
});
