import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileStore } from "../../src/auth/store/file-store.js";
import { type Stage, stage } from "./signed-in.js";

const PROGRAM = fileURLToPath(new URL("program.ts", import.meta.url));
const FLAGS = ["--import", createRequire(import.meta.url).resolve("tsx"), "--conditions=@flytekit-ts/source"];

let cluster: Stage;
let folder: string;

beforeEach(async () => {
  cluster = await stage({ now: Date.now });
  folder = mkdtempSync(join(tmpdir(), "sharing-"));
});

afterEach(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true });
});

const count = (what: string): number => cluster.oauth.state.counts.get(what) ?? 0;
const start = (): ChildProcess =>
  spawn(process.execPath, [...FLAGS, PROGRAM, cluster.admin.endpoint, folder, "10"], {
    stdio: ["ignore", "pipe", "pipe"],
  });

async function ended(child: ChildProcess): Promise<string> {
  const [out, err] = await Promise.all(
    [child.stdout, child.stderr].map(async (pipe) => (pipe ? text(pipe) : "")),
  );
  return `${out}${err}`;
}

describe("several programs", () => {
  it("share one sign-in, and one refresh", async () => {
    expect(await Promise.all([start(), start()].map(ended))).toEqual(Array(2).fill("ready\ndone\n"));
    expect(count("login")).toBe(1);
    const store = fileStore(join(folder, "tokens.json"));
    const tokens = await store.load();
    await store.save({ accessToken: "over", refreshToken: tokens?.refreshToken });
    expect(await Promise.all([start(), start()].map(ended))).toEqual(Array(2).fill("ready\ndone\n"));
    expect([count("login"), count("token refresh_token")]).toEqual([1, 1]);
  });

  it("go on where one was killed while it signed in", async () => {
    cluster.oauth.state.person = "never";
    const dying = start();
    await expect.poll(() => count("login"), { timeout: 60_000 }).toBe(1);
    dying.kill("SIGKILL");
    await once(dying, "exit");
    cluster.oauth.state.person = "approve";
    expect(await ended(start())).toBe("ready\ndone\n");
  });
});
