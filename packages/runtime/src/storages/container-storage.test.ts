import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { containerStorage } from "./container-storage.js";
import { packagedStorage } from "./packaged-storage.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "container-storage-"));
});

// A package as an author has it installed, which tells what it is asked for.
function install(name: string, code: string): string {
  const root = mkdtempSync(join(folder, "root-"));
  const at = join(root, "node_modules", name);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "package.json"), JSON.stringify({ name, type: "module", exports: "./index.js" }));
  writeFileSync(join(at, "index.js"), code);
  return root;
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("containerStorage", () => {
  it("has the local disk, http(s), and the object stores", () => {
    const { schemes } = containerStorage({});
    expect([...schemes].sort()).toEqual(["abfs", "abfss", "file", "gs", "http", "https", "s3"]);
  });

  it("reads and writes the local disk", async () => {
    const storage = containerStorage({});
    await storage.write(join(folder, "x"), new Uint8Array([1, 2]));
    expect(await storage.stat(join(folder, "x"))).toEqual({ uri: join(folder, "x"), size: 2 });
  });

  it("refuses other schemes", async () => {
    expect(await rejection(containerStorage({}).stat("ftp://b/x"))).toMatchObject({
      code: "STORAGE_SCHEME_UNKNOWN",
    });
  });
});

describe("packagedStorage", () => {
  const memory = { schemes: ["mem"], packageName: "@example/storage-mem", factory: "memory" };
  const found = (env: Record<string, string>): Promise<unknown> =>
    rejection(packagedStorage(memory, env).stat("mem://b/x"));

  it("loads a package from the folder of the code", async () => {
    const code = `export const memory = () => ({ schemes: ["mem"], stat: async (uri) => ({ uri, size: 42 }) });`;
    const root = install("@example/storage-mem", code);
    const storage = packagedStorage(memory, { FLYTEKIT_TS_ROOT: root });
    expect(await storage.stat("mem://b/x")).toEqual({ uri: "mem://b/x", size: 42 });
  });

  it("tells a package that is not installed from one that is broken, or another one", async () => {
    expect(await found({})).toMatchObject({
      code: "STORAGE_NOT_INSTALLED",
      text: "mem://b/x needs the package @example/storage-mem, which is not installed.",
    });
    const broken = install("@example/storage-mem", `throw new Error("it is broken");`);
    expect(await found({ FLYTEKIT_TS_ROOT: broken })).toMatchObject({
      code: "STORAGE_FAILED",
      text: "Finding mem://b/x failed: @example/storage-mem could not be loaded: it is broken.",
    });
    const other = install("@example/storage-mem", "export {};");
    expect(await found({ FLYTEKIT_TS_ROOT: other })).toMatchObject({
      code: "STORAGE_FAILED",
      text: expect.stringContaining("@example/storage-mem has no function `memory`"),
    });
  });
});
