import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { startAuthProxy } from "@flytekit-ts/admin";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fileStore } from "../../src/auth/store/file-store.js";
import { SECRET, type Stage, stage } from "./signed-in.js";

// Whatever a program prints, throws, logs or writes, and where of it a secret is.
let cluster: Stage;
let folder: string;
let printed: string[];
let thrown: unknown[];

beforeEach(async () => {
  cluster = await stage();
  folder = mkdtempSync(join(tmpdir(), "secrets-"));
  printed = [];
  thrown = [];
  const keep = (text: unknown): boolean => printed.push(String(text)) > 0;
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  for (const name of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, name).mockImplementation(
      (...values) => void printed.push(inspect(values, { depth: 20 })),
    );
  }
});

afterEach(async () => {
  vi.restoreAllMocks();
  await cluster.close();
  rmSync(folder, { recursive: true });
});

/** Everything that may be read elsewhere, by where it was found. The token store is where secrets belong. */
function outputs(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !/^(?:store|prints)/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
  return new Map([
    ["printed", printed.join("\n")],
    ["said", cluster.said.join("\n")],
    ["pages", cluster.pages.join("\n")],
    ["thrown", thrown.map(everyWord).join("\n")],
    ...files,
  ]);
}

/** All that an error holds, at any depth: message, stack, parameters, causes, hidden properties. */
function everyWord(error: unknown): string {
  const text = inspect(error, { depth: 50, showHidden: true, maxStringLength: null, maxArrayLength: null });
  return `${String(error)}\n${text}\n${JSON.stringify(error)}`;
}

function found(secrets: Iterable<string>): readonly string[] {
  const all = [...secrets].filter((secret) => secret.length > 5);
  return [...outputs()].flatMap(([where, text]) =>
    all
      .filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)))
      .map(() => where),
  );
}

/** All secrets that there were: those that the server saw, and what stands for them in headers. */
function planted(): readonly string[] {
  const seen = [...cluster.oauth.state.secrets, SECRET];
  return [...seen, ...seen.map((secret) => Buffer.from(secret).toString("base64"))];
}

// The command itself holds no secret, as its arguments are in the configuration.
function prints(text: string, exitCode: number): readonly string[] {
  const file = join(folder, `prints-${exitCode}`);
  writeFileSync(file, text);
  const code = `process.stdout.write(require("fs").readFileSync(process.argv[1])); process.exitCode = ${exitCode}`;
  return [process.execPath, "-e", code, file];
}

const store = () => fileStore(join(folder, "store", "tokens.json"));

async function everything(): Promise<void> {
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      thrown.push(error);
    }
  };
  const list = async (auth: object, parts: object = {}): Promise<void> => {
    const connection = cluster.connect(auth, { store: store(), lockFile: join(folder, "lock"), ...parts });
    printed.push(inspect(connection, { depth: 50, showHidden: true }), JSON.stringify(connection.config));
    await attempt(async () => connection.admin.listProjects({}));
    cluster.clock.now += 2_000_000;
    await attempt(async () => connection.admin.listProjects({}));
    cluster.oauth.state.refreshTokens.endAll();
    cluster.clock.now += 2_000_000;
    await attempt(async () => connection.admin.listProjects({}));
  };
  const machine = {
    type: "client-credentials",
    clientId: "machine",
    clientSecret: () => SECRET,
    scopes: ["all"],
  };
  const ways: readonly (readonly [object, object?])[] = [
    [machine],
    [{ ...machine, scopes: ["none"] }],
    [{}],
    [{ type: "device" }],
    [{ type: "command", command: prints("planted-command-0-token", 1) }],
    [{ type: "command", command: prints("the token planted-command-0-token is over", 1) }],
    [{ type: "command", command: prints("planted-command-0-token", 0) }],
  ];
  for (const person of ["approve", "deny", "wrong-state", "wrong-issuer"] as const) {
    cluster.oauth.state.person = person;
    await list({});
  }
  cluster.oauth.state.person = "approve";
  for (const [auth, parts] of ways) await list(auth, parts);
  // A server that repeats what it was sent: the secret of a client to that client.
  const others = [...cluster.oauth.state.secrets].filter((secret) => secret !== SECRET);
  for (const [auth, parts] of ways) {
    const sent = [...others, ...(auth === machine ? [SECRET] : [])].join(" ");
    const echo = JSON.stringify({ error: "invalid_grant", error_description: sent });
    for (const body of [echo, sent, '{"access_token":"planted\\ntoken"}']) {
      const status = body.startsWith('{"a') ? 200 : 400;
      cluster.oauth.state.faults.set("token", { kind: "answer", status, body });
      await list(auth, parts);
    }
  }
}

describe("secrets", () => {
  it("are in the token store, and in nothing that is printed, thrown, logged, shown or written elsewhere", async () => {
    await everything();
    const proxy = await startAuthProxy({ target: cluster.admin.endpoint, token: "another" });
    const command = prints("planted-proxy-token", 0);
    const behind = cluster.connect({ type: "none", proxyCommand: command }, {}, { endpoint: proxy.endpoint });
    await behind.admin.listProjects({}).catch((error: unknown) => thrown.push(error));
    await proxy.close();
    expect(thrown.length).toBeGreaterThan(20);
    expect(planted().length).toBeGreaterThan(50);
    const more = ["planted-command-0-token", "planted-proxy-token", "planted\ntoken"];
    expect(found([...planted(), ...more])).toEqual([]);
  });

  it("are found by this test wherever one is planted", async () => {
    await cluster.connect({}, { store: store() }).admin.listProjects({});
    const token = (await store().load())?.refreshToken ?? "none";
    expect(found(planted())).toEqual([]);
    printed.push(`refreshing ${token}`);
    expect(new Set(found(planted()))).toEqual(new Set(["printed"]));
    printed.length = 0;
    const hidden = new Error("no", {
      cause: Object.defineProperty({}, "deep", { value: { body: [token] } }),
    });
    thrown.push(hidden);
    expect(new Set(found(planted()))).toEqual(new Set(["thrown"]));
    thrown.length = 0;
    writeFileSync(join(folder, "out.log"), `GET /callback?code=${encodeURIComponent(SECRET)}`);
    expect(new Set(found(planted()))).toEqual(new Set(["out.log"]));
  });
});
