import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TokenStore } from "../../src/auth/store/token-store.js";
import { memoryStore } from "./memory-store.js";
import { errors } from "../../src/errors.js";
import { SECRET, type Stage, stage } from "./signed-in.js";

let cluster: Stage;
let store: TokenStore;

beforeEach(async () => {
  cluster = await stage();
  store = memoryStore();
});

afterEach(async () => {
  await cluster.close();
});

const count = (what: string): number => cluster.oauth.state.counts.get(what) ?? 0;
const connect = (parts = {}) => cluster.connect({}, { store, ...parts });
const pass = (seconds: number): void => void (cluster.clock.now += seconds * 1000);

describe("a person's tokens", () => {
  it("are stored, and the next program does not sign in", async () => {
    await connect().admin.listProjects({});
    await connect().admin.listProjects({});
    expect(count("login")).toBe(1);
    expect(count("grpc refused")).toBe(1);
  });

  it("are refreshed before they end, with rotation", async () => {
    const { admin } = connect();
    await admin.listProjects({});
    for (let round = 1; round <= 3; round += 1) {
      pass(1780);
      await admin.listProjects({});
      expect(count("token refresh_token")).toBe(round);
    }
    expect([count("login"), count("grpc refused")]).toEqual([1, 1]);
  });

  it("are refreshed after they ended, by the program that finds them", async () => {
    await connect().admin.listProjects({});
    pass(2000);
    await connect().admin.listProjects({});
    expect([count("login"), count("token refresh_token")]).toEqual([1, 1]);
  });

  it("are refreshed when the cluster refuses them, whatever they say", async () => {
    const { admin } = connect();
    await admin.listProjects({});
    pass(10);
    cluster.oauth.state.refusedBefore = cluster.clock.now;
    await admin.listProjects({});
    expect([count("login"), count("token refresh_token")]).toEqual([1, 1]);
  });

  it("keep the refresh token where the server gives no other", async () => {
    await cluster.close();
    cluster = await stage({ rotation: false });
    const { admin } = connect();
    await admin.listProjects({});
    const before = (await store.load())?.refreshToken;
    pass(1790);
    await admin.listProjects({});
    expect((await store.load())?.refreshToken).toBe(before);
    expect(before).toBeDefined();
  });

  it("are removed where the refresh token is revoked, and the person signs in again", async () => {
    const { admin } = connect();
    await admin.listProjects({});
    const before = await store.load();
    cluster.oauth.state.refreshTokens.endAll();
    pass(2000);
    cluster.oauth.state.person = "deny";
    await expect(admin.listProjects({})).rejects.toSatisfy(errors.SIGN_IN_DENIED.is);
    expect(await store.load()).toBeUndefined();
    cluster.oauth.state.person = "approve";
    await admin.listProjects({});
    expect((await store.load())?.refreshToken).not.toBe(before?.refreshToken);
    expect(count("login")).toBe(3);
  });

  it("stay where flyteadmin fails, which is what it says of an old refresh token too", async () => {
    const { admin } = connect();
    await admin.listProjects({});
    const before = await store.load();
    pass(2000);
    const body = JSON.stringify({ error: "server_error" });
    cluster.oauth.state.faults.set("token", { kind: "answer", status: 500, body });
    await expect(admin.listProjects({})).rejects.toSatisfy(errors.AUTH_REFUSED.is);
    expect(await store.load()).toEqual(before);
    cluster.oauth.state.faults.clear();
    await admin.listProjects({});
  });

  it.each([
    ["answers 502", { kind: "answer", status: 502, type: "text/html", body: "<p>bad" }, "its status is 502"],
    ["answers no JSON", { kind: "answer", status: 200, body: '{"access_token":"x' }, "it is not JSON"],
    ["answers no token", { kind: "answer", status: 200, body: "{}" }, "access_token"],
    [
      "gives a token with a line break",
      { kind: "answer", status: 200, body: '{"access_token":"a\\nb"}' },
      "characters",
    ],
    [
      "has too much to do",
      { kind: "answer", status: 400, body: '{"error":"temporarily_unavailable"}' },
      "AUTH_REFUSED",
    ],
    ["breaks off", { kind: "drop" }, "[HTTP_FAILED]"],
    ["never answers", { kind: "hang" }, "no answer came within 0.1 s"],
  ] as const)("stay where the server %s", async (_case, fault, words) => {
    const { admin } = connect({ requestTime: 100 });
    await admin.listProjects({});
    const before = await store.load();
    pass(2000);
    cluster.oauth.state.faults.set("token", fault);
    await expect(admin.listProjects({})).rejects.toThrow(words);
    expect(await store.load()).toEqual(before);
    expect(count("login")).toBe(1);
    cluster.oauth.state.faults.clear();
    await admin.listProjects({});
  });
});

describe("a caller that gives up", () => {
  it("while a refresh is under way loses no refresh token", async () => {
    const { admin } = connect();
    await admin.listProjects({});
    pass(2000);
    let release: (() => void) | undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    cluster.oauth.state.faults.set("token", { kind: "late", until });
    const abort = new AbortController();
    const call = admin.listProjects({}, { signal: abort.signal });
    await expect.poll(() => count("token refresh_token")).toBe(1);
    abort.abort();
    await expect(call).rejects.toSatisfy(errors.CALL_ABORTED.is);
    cluster.oauth.state.faults.clear();
    const before = await store.load();
    release?.();
    await expect.poll(async () => (await store.load())?.refreshToken).not.toBe(before?.refreshToken);
    await admin.listProjects({});
    expect([count("login"), count("token refresh_token")]).toEqual([1, 1]);
  });
});

describe("callers at the same time", () => {
  const all = async (call: () => Promise<unknown>): Promise<void> => {
    await Promise.all(Array.from({ length: 50 }, call));
  };

  it("share one sign-in", async () => {
    const { admin } = connect();
    await all(async () => admin.listProjects({}));
    expect([count("login"), count("grpc refused"), count("grpc taken")]).toEqual([1, 50, 50]);
  });

  it("share one refresh, before and after the end", async () => {
    const { admin } = connect();
    await admin.listProjects({});
    pass(1790);
    await all(async () => admin.listProjects({}));
    expect([count("token refresh_token"), count("grpc refused")]).toEqual([1, 1]);
    pass(10);
    cluster.oauth.state.refusedBefore = cluster.clock.now;
    await all(async () => admin.listProjects({}));
    expect([count("token refresh_token"), count("login")]).toEqual([2, 1]);
  });

  it("share one failure, and the next call tries again", async () => {
    const { admin } = cluster.connect({
      type: "client-credentials",
      clientId: "machine",
      clientSecret: () => SECRET,
      scopes: ["all"],
    });
    cluster.oauth.state.faults.set("token", { kind: "answer", status: 503, body: "busy" });
    const failures = await Promise.allSettled(Array.from({ length: 50 }, async () => admin.listProjects({})));
    expect(failures.every(({ status }) => status === "rejected")).toBe(true);
    cluster.oauth.state.faults.clear();
    await all(async () => admin.listProjects({}));
    expect(count("token client_credentials")).toBe(1);
  });

  it("may give up alone", async () => {
    cluster.oauth.state.person = "never";
    const shown: string[] = [];
    const { admin } = connect({ browse: async (url: string) => shown.push(url) > 0 });
    const abort = new AbortController();
    const [first, second] = [admin.listProjects({}, { signal: abort.signal }), admin.listProjects({})];
    await expect.poll(() => shown.length).toBe(1);
    abort.abort();
    await expect(first).rejects.toSatisfy(errors.CALL_ABORTED.is);
    cluster.oauth.state.person = "approve";
    const { browse } = await import("@flytekit-ts/admin");
    await browse(shown[0] ?? "");
    expect((await second).projects).toHaveLength(1);
  });
});
