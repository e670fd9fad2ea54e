import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errors } from "../../src/errors.js";
import { memoryStore } from "./memory-store.js";
import { SECRET, type Stage, stage } from "./signed-in.js";

let cluster: Stage;

beforeEach(async () => {
  cluster = await stage();
});

afterEach(async () => {
  await cluster.close();
});

const machine = {
  type: "client-credentials",
  clientId: "machine",
  clientSecret: () => SECRET,
  scopes: ["all"],
} as const;
const count = (what: string): number => cluster.oauth.state.counts.get(what) ?? 0;

describe("client credentials", () => {
  it("signs in when the first call is refused, and once", async () => {
    const { admin, identity } = cluster.connect(machine);
    expect(count("token client_credentials")).toBe(0);
    expect((await admin.listProjects({})).projects).toHaveLength(1);
    expect(await identity.userInfo({})).toMatchObject({ additionalClaims: { scp: ["all"] } });
    expect(count("token client_credentials")).toBe(1);
    expect(count("grpc refused")).toBe(1);
  });

  it("asks for a new token before the old one ends", async () => {
    const { admin } = cluster.connect(machine);
    await admin.listProjects({});
    cluster.clock.now += (1799 - 10) * 1000;
    await admin.listProjects({});
    expect(count("token client_credentials")).toBe(2);
    expect(count("grpc refused")).toBe(1);
  });

  it("keeps the old token while a new one cannot be had", async () => {
    const { admin } = cluster.connect(machine);
    await admin.listProjects({});
    cluster.clock.now += (1799 - 10) * 1000;
    cluster.oauth.state.faults.set("token", { kind: "answer", status: 503, body: "busy" });
    await admin.listProjects({});
    await admin.listProjects({});
    expect(count("grpc refused")).toBe(1);
    cluster.clock.now += 60_000;
    await expect(admin.listProjects({})).rejects.toSatisfy(errors.AUTH_SERVER_FAILED.is);
    cluster.oauth.state.faults.clear();
    await admin.listProjects({});
  });

  it("names a wrong secret, and not the secret", async () => {
    const { admin } = cluster.connect({ ...machine, clientSecret: () => "another secret" });
    const failure = await admin.listProjects({}).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "AUTH_REFUSED", params: { error: "invalid_client" } });
    expect(String(failure)).not.toContain("another secret");
  });

  it("names a setting that is missing, before any call", () => {
    expect(() => cluster.connect({ type: "client-credentials", clientId: "machine" })).toThrow(
      "clientSecretLocation",
    );
    expect(() => cluster.connect({ type: "client-credentials", clientSecret: () => "x" })).toThrow(
      "clientId",
    );
  });
});

describe("nobody who may be asked", () => {
  it.each(["pkce", "device"] as const)("signs in by %s with what is stored, or not at all", async (type) => {
    const store = memoryStore();
    const alone = cluster.connect({ type }, { store, interactive: false });
    await expect(alone.identity.userInfo({})).rejects.toSatisfy(errors.NOT_AUTHENTICATED.is);
    expect([cluster.said, cluster.pages]).toEqual([[], []]);
    await cluster.connect({}, { store }).identity.userInfo({});
    const later = cluster.connect({ type }, { store, interactive: false });
    expect(await later.identity.userInfo({})).toMatchObject({ subject: "ada" });
    expect(cluster.said).toHaveLength(1);
  });

  it("is needed where a machine signs in", async () => {
    const { admin } = cluster.connect(machine, { interactive: false });
    expect((await admin.listProjects({})).projects).toHaveLength(1);
  });
});

describe("a browser", () => {
  it("signs a person in", async () => {
    const { identity } = cluster.connect({});
    expect(await identity.userInfo({})).toMatchObject({ subject: "ada" });
    expect(cluster.pages).toEqual([expect.stringContaining("You are signed in to 127.0.0.1:")]);
    expect(cluster.said).toEqual([expect.stringContaining("/oauth2/authorize?client_id=flytectl")]);
  });

  it.each([
    ["deny", "SIGN_IN_DENIED", "access_denied. It says: The person said no."],
    ["wrong-state", "SIGN_IN_ANSWER_WRONG", "its `state` is not the one"],
    [
      "wrong-issuer",
      "SIGN_IN_ANSWER_WRONG",
      "it is from https://elsewhere.example.com, and not from http://localhost",
    ],
  ] as const)("is told where the person or somebody else does %s", async (person, code, words) => {
    cluster.oauth.state.person = person;
    const failure = await cluster
      .connect({})
      .admin.listProjects({})
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, message: expect.stringContaining(words) as string });
    expect(count("token authorization_code")).toBe(0);
    await expect.poll(() => cluster.pages[0]).toContain("You are not signed in");
  });

  it("waits for a person no longer than it is told", async () => {
    cluster.oauth.state.person = "never";
    const { admin } = cluster.connect({}, { personTime: 2000, wait: async () => {} });
    await expect(admin.listProjects({})).rejects.toThrow(/Nobody signed in to .* within 2 s/);
  });

  it("ends when the caller gives up, and frees its port", async () => {
    cluster.oauth.state.person = "never";
    const { admin } = cluster.connect({}, { browse: async () => abort.abort() === undefined });
    const abort = new AbortController();
    await expect(admin.listProjects({}, { signal: abort.signal })).rejects.toSatisfy(errors.CALL_ABORTED.is);
    cluster.oauth.state.person = "approve";
    await cluster.connect({}).admin.listProjects({});
  });

  it("prints the address where there is no browser", async () => {
    cluster.oauth.state.person = "never";
    const { admin } = cluster.connect({}, { browse: async () => false, wait: async () => {} });
    await expect(admin.listProjects({})).rejects.toSatisfy(errors.SIGN_IN_TIMED_OUT.is);
    expect(cluster.said[0]).toMatch(
      /There is no browser here, open http:\/\/localhost:\d+\/oauth2\/authorize\?/,
    );
  });

  it("names a port that is taken", async () => {
    const { admin } = cluster.connect({});
    const other = cluster.connect({});
    cluster.oauth.state.person = "never";
    const abort = new AbortController();
    const first = admin.listProjects({}, { signal: abort.signal }).catch((error: unknown) => error);
    await expect.poll(() => count("login")).toBe(1);
    await expect(other.admin.listProjects({})).rejects.toSatisfy(errors.SIGN_IN_PORT_TAKEN.is);
    abort.abort();
    expect(await first).toSatisfy(errors.CALL_ABORTED.is);
  });

  it("takes the header, scopes and client id from the cluster, unless the configuration says otherwise", async () => {
    const { admin } = cluster.connect({ scopes: ["['all']"] });
    await admin.listProjects({});
    expect(cluster.said[0]).toContain("scope=all&");
    await expect(cluster.connect({ scopes: ["none"] }).admin.listProjects({})).rejects.toThrow(
      "invalid_scope",
    );
  });
});

describe("a device", () => {
  const device = { type: "device" } as const;

  it("shows an address and a code, and asks until the person has approved", async () => {
    cluster.oauth.state.deviceAnswers = [
      "authorization_pending",
      "slow_down",
      "authorization_pending",
      "approve",
    ];
    const start = cluster.clock.now;
    const { identity } = cluster.connect(device);
    expect(await identity.userInfo({})).toMatchObject({ subject: "ada" });
    expect(cluster.said).toEqual([
      expect.stringMatching(
        /open http:\/\/localhost:\d+\/device\?user_code=BDWP-HQPK and check that it shows BDWP-HQPK\./,
      ),
    ]);
    // Five seconds each, and ten after it was told to slow down.
    expect(cluster.clock.now - start).toBe(30_000);
  });

  it.each([
    [["access_denied"], "SIGN_IN_DENIED"],
    [["authorization_pending", "expired_token"], "SIGN_IN_TIMED_OUT"],
    [["authorization_pending"], "SIGN_IN_TIMED_OUT"],
  ] as const)("ends where it is told %j", async (answers, code) => {
    cluster.oauth.state.deviceAnswers = [...answers];
    await expect(cluster.connect(device).admin.listProjects({})).rejects.toMatchObject({ code });
    expect(count("device")).toBe(1);
  });

  it("goes on asking where the server fails for a while, and says so where it fails to the end", async () => {
    cluster.oauth.state.faults.set("token", { kind: "drop" });
    const waits: number[] = [];
    const wait = async (milliseconds: number): Promise<void> => {
      cluster.clock.now += milliseconds;
      if (waits.push(milliseconds) === 3) cluster.oauth.state.faults.clear();
    };
    await cluster.connect(device, { wait }).admin.listProjects({});
    expect(waits).toEqual([5000, 10_000, 20_000]);
    cluster.oauth.state.faults.set("token", { kind: "answer", status: 503, body: "" });
    await expect(cluster.connect(device).admin.listProjects({})).rejects.toSatisfy(
      errors.AUTH_SERVER_FAILED.is,
    );
  });

  it("is refused where the cluster does not offer it", async () => {
    const plain = await stage({ deviceFlow: false });
    await expect(plain.connect(device).admin.listProjects({})).rejects.toThrow(
      "it names no address for device codes",
    );
    await plain.close();
  });
});

describe("no sign-in", () => {
  it("is refused with the words of the cluster", async () => {
    await expect(cluster.connect({ type: "none" }).admin.listProjects({})).rejects.toMatchObject({
      code: "NOT_AUTHENTICATED",
      message: expect.stringContaining("token parse error") as string,
    });
  });
});
