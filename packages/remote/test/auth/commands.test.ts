import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AuthProxy, startAuthProxy } from "@flytekit-ts/admin";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errors } from "../../src/errors.js";
import { SECRET, type Stage, stage } from "./signed-in.js";

let cluster: Stage;
let folder: string;

beforeEach(async () => {
  cluster = await stage();
  folder = mkdtempSync(join(tmpdir(), "commands-"));
});

afterEach(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true });
});

const node = (code: string): readonly string[] => [process.execPath, "-e", code];
const prints = (file: string): readonly string[] =>
  node(`process.stdout.write(require("fs").readFileSync("${file}") + "\\n")`);
const count = (what: string): number => cluster.oauth.state.counts.get(what) ?? 0;

async function tokenOfMachine(): Promise<string> {
  const response = await fetch(`${cluster.oauth.url}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "machine",
      client_secret: SECRET,
      scope: "all",
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

describe("a command that prints a token", () => {
  const command = (argv: readonly string[], parts = {}) =>
    cluster.connect({ type: "command", command: argv }, parts);

  it("is run when a call is refused, and again when its token ends", async () => {
    const file = join(folder, "token");
    writeFileSync(file, await tokenOfMachine());
    const { admin } = command(prints(file));
    await admin.listProjects({});
    await admin.listProjects({});
    expect(count("grpc refused")).toBe(1);
    cluster.clock.now += 1790 * 1000;
    writeFileSync(file, await tokenOfMachine());
    await admin.listProjects({});
    expect(count("grpc refused")).toBe(1);
  });

  it.each([
    [
      node("console.error('no account is active'); process.exit(3)"),
      "its exit code is 3. It says: no account is active",
    ],
    [
      node("console.log('please log in first'); process.exit(1)"),
      "its exit code is 1. It says: please log in first",
    ],
    [node("process.stdout.write('half-a-token-0123456789abcdef'); process.exit(1)"), "its exit code is 1.\n"],
    [
      node("console.error('Bearer opaque0secret0token is over'); process.exit(1)"),
      "It says: Bearer *** is over",
    ],
    [node(""), "it printed nothing"],
    [node("console.log('two words')"), "what it printed is more than a token"],
    [["/no/such/program"], "The command `program`, which prints a token, failed: there is no such program"],
    [node("process.stdout.write('x'.repeat(2 ** 21))"), "it printed more than 1 MiB"],
    [node("process.kill(process.pid, 'SIGTERM')"), "it was ended by SIGTERM"],
  ])("is told of where it fails: %j", async (argv, words) => {
    const failure = await command(argv)
      .admin.listProjects({})
      .catch((error: unknown) => error);
    expect(failure).toSatisfy(errors.AUTH_COMMAND_FAILED.is);
    expect(String(failure)).toContain(words);
    expect(String(failure)).not.toMatch(/opaque0|half-a-token/);
  });

  it("may not take for ever", async () => {
    const { admin } = command(node("setInterval(() => {}, 1000)"), { commandTime: 200 });
    await expect(admin.listProjects({})).rejects.toThrow("it took longer than 0.2 s");
  });

  it("ends with its caller", async () => {
    const abort = new AbortController();
    const { admin } = command(node("process.stdin.resume(); setInterval(() => {}, 1000)"));
    const call = admin.listProjects({}, { signal: abort.signal });
    await expect.poll(() => count("grpc open")).toBe(2);
    abort.abort();
    await expect(call).rejects.toSatisfy(errors.CALL_ABORTED.is);
  });

  it("must be there", () => {
    expect(() => command([])).toThrow(expect.toSatisfy(errors.AUTH_SETTING_MISSING.is));
  });
});

describe("a cluster behind a proxy that wants a token", () => {
  let proxy: AuthProxy;
  const machine = {
    type: "client-credentials",
    clientId: "machine",
    clientSecret: () => SECRET,
    scopes: ["all"],
  } as const;
  const behind = (auth: object, file: string) =>
    cluster.connect({ ...auth, proxyCommand: prints(file) }, {}, { endpoint: proxy.endpoint });

  afterEach(async () => {
    await proxy.close();
  });

  it.each([401, 302] as const)("gets both tokens, where the proxy refuses with %i", async (refusal) => {
    proxy = await startAuthProxy({ target: cluster.admin.endpoint, token: "let-me-in", refusal });
    const file = join(folder, "proxy-token");
    writeFileSync(file, "let-me-in");
    const { admin } = behind(machine, file);
    await admin.listProjects({});
    await admin.listProjects({});
    expect([count("token client_credentials"), count("grpc taken")]).toEqual([1, 2]);
  });

  it("renews only the token that was refused", async () => {
    proxy = await startAuthProxy({ target: cluster.admin.endpoint, token: "first" });
    const file = join(folder, "proxy-token");
    writeFileSync(file, "first");
    const { admin } = behind(machine, file);
    await admin.listProjects({});
    proxy.token = "second";
    writeFileSync(file, "second");
    await admin.listProjects({});
    expect(count("token client_credentials")).toBe(1);
    cluster.clock.now += 1000;
    cluster.oauth.state.refusedBefore = cluster.clock.now;
    await admin.listProjects({});
    expect(count("token client_credentials")).toBe(2);
  });

  it("needs no other where the cluster lets everyone in", async () => {
    proxy = await startAuthProxy({ target: cluster.admin.endpoint, token: "let-me-in" });
    const file = join(folder, "proxy-token");
    writeFileSync(file, "let-me-in");
    await expect(behind({ type: "none" }, file).admin.listProjects({})).rejects.toThrow("token parse error");
    expect(proxy.counts.taken).toBeGreaterThan(0);
  });
});
