import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testContext } from "../task/test-context.js";
import { localStore } from "./local-store.js";

let folder: string;
const exit = (): void => {
  for (const each of process.listeners("exit")) if (each.name === "undoAll") each(0);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "temporary-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it.skipIf(process.platform === "win32")(
  "of a store is removed while it is empty, and only then",
  async () => {
    const store = localStore();
    store.removeEmpty();
    const place = dirname(dirname(store.newUri("a")));
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([place]);
    store.removeEmpty();
    expect(existsSync(place)).toBe(false);
    const file = await store.newPath("b");
    const again = dirname(dirname(file));
    expect(again).not.toBe(place);
    expect(statSync(again).mode & 0o777).toBe(0o700);
    await store.storage.write(file, new TextEncoder().encode("kept"));
    store.removeEmpty();
    exit();
    expect(readFileSync(file, "utf8")).toBe("kept");
  },
);

it("that was given is never removed", () => {
  const store = localStore({ folder });
  store.newUri("a");
  store.removeEmpty();
  exit();
  expect(existsSync(folder)).toBe(true);
});

it.skipIf(process.platform === "win32")("is removed at an exit while it is empty", async () => {
  const context = testContext();
  const { outputs } = context.prefixes;
  expect(existsSync(outputs)).toBe(true);
  await context.checkpoint.write("saved");
  exit();
  expect(existsSync(outputs)).toBe(false);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(await testContext({ after: context }).checkpoint.exists()).toBe(true);
});
