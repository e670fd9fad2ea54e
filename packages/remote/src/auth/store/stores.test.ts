import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errors } from "../../errors.js";
import { fileStore } from "./file-store.js";
import { firstThatWorks } from "./first-that-works.js";
import type { Keyring } from "./keyring.js";
import { keyringStore } from "./keyring-store.js";
import { fileStem, stateFolder } from "./state-folder.js";
import type { TokenStore } from "./token-store.js";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "token-store-"));
  path = join(folder, "auth", "tokens.json");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const tokens = { accessToken: "access", refreshToken: "refresh", idToken: "id", expiresAt: 5, leeway: 1 };

function fakeKeyring(): Keyring & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: async (service, account) => entries.get(`${service} ${account}`),
    set: async (service, account, text) => void entries.set(`${service} ${account}`, text),
    remove: async (service, account) => void entries.delete(`${service} ${account}`),
  };
}

describe("a file", () => {
  it("is its owner's alone, and written whole", async () => {
    await fileStore(path).save(tokens);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "auth")).mode & 0o777).toBe(0o700);
    expect(await fileStore(path).load()).toEqual(tokens);
    expect(readdirSync(join(folder, "auth"))).toEqual(["tokens.json"]);
    await fileStore(path).remove();
    expect(await fileStore(path).load()).toBeUndefined();
  });

  it.each([0o640, 0o604, 0o644])("is not used where its mode is %o", async (mode) => {
    await fileStore(path).save(tokens);
    chmodSync(path, mode);
    const failure = await fileStore(path)
      .load()
      .catch((error: unknown) => error);
    expect(failure).toSatisfy(errors.TOKEN_FILE_EXPOSED.is);
    expect(failure).toMatchObject({ params: { path, mode: `0${mode.toString(8)}` } });
    await fileStore(path).save(tokens);
    expect(await fileStore(path).load()).toEqual(tokens);
  });

  it.each(["", "{", "[]", "null", '{"access_token":7}', '{"access_token":"a\\nb"}'])(
    "with %j holds no tokens",
    async (text) => {
      await fileStore(path).save(tokens);
      writeFileSync(path, text);
      expect(await fileStore(path).load()).toBeUndefined();
    },
  );
});

describe("a file that is behind a file, or in a folder of somebody else", () => {
  it("is none, and gone already", async () => {
    writeFileSync(join(folder, "auth"), "");
    expect(await fileStore(path).load()).toBeUndefined();
    await fileStore(path).remove();
  });

  it.skipIf(process.getuid?.() === 0)("is none where nobody else comes", async () => {
    await fileStore(path).save(tokens);
    chmodSync(join(folder, "auth"), 0);
    expect(await fileStore(path).load()).toBeUndefined();
    chmodSync(join(folder, "auth"), 0o700);
  });
});

describe("a keyring", () => {
  it("has flytekit's entries", async () => {
    const keyring = fakeKeyring();
    const store = keyringStore(keyring, "flyte.example.com");
    await store.save(tokens);
    expect(Object.fromEntries(keyring.entries)).toEqual({
      "flyte.example.com access_token": "access",
      "flyte.example.com refresh_token": "refresh",
      "flyte.example.com id_token": "id",
    });
    expect(await store.load()).toMatchObject({
      accessToken: "access",
      refreshToken: "refresh",
      idToken: "id",
    });
    await store.remove();
    expect(keyring.entries.size).toBe(0);
    expect(await store.load()).toBeUndefined();
  });

  it("reads when a token ends from the token", async () => {
    const claims = Buffer.from(JSON.stringify({ iat: 1000, exp: 1100 })).toString("base64url");
    const store = keyringStore(fakeKeyring(), "a");
    await store.save({ accessToken: `a.${claims}.b` });
    expect(await store.load()).toMatchObject({ expiresAt: 1_100_000, leeway: 10_000 });
  });
});

describe("the first that works", () => {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const first = (keyring: Keyring | undefined, file = fileStore(path)) =>
    firstThatWorks({ keyring: async () => keyring, service: "a", file, say });

  it("is the keyring, and a file that was there before goes", async () => {
    await fileStore(path).save({ accessToken: "older" });
    const keyring = fakeKeyring();
    expect(await first(keyring).load()).toMatchObject({ accessToken: "older" });
    await first(keyring).save(tokens);
    expect(await fileStore(path).load()).toBeUndefined();
    expect(await first(keyring).load()).toMatchObject({ accessToken: "access" });
  });

  it.each([
    ["not installed", undefined],
    [
      "locked",
      {
        get: async () => Promise.reject(new Error("locked")),
        set: async () => Promise.reject(new Error("locked")),
        remove: async () => Promise.reject(new Error("locked")),
      },
    ],
  ])("is the file where the keyring is %s", async (_case, keyring) => {
    const store = first(keyring);
    await store.save(tokens);
    expect(await store.load()).toEqual(tokens);
    expect(readFileSync(path, "utf8")).toContain("refresh");
    await store.remove();
    expect(await store.load()).toBeUndefined();
  });

  it("says so where nothing can be stored, and goes on", async () => {
    await first(undefined, fileStore("/dev/null/tokens.json")).save(tokens);
    expect(said).toEqual([expect.stringContaining("kept for this program only")]);
    expect(said.join()).not.toContain("access");
  });

  it("says so where the older file stays, and goes on", async () => {
    said.length = 0;
    const stuck: TokenStore = { ...fileStore(path), remove: async () => Promise.reject(new Error("no way")) };
    const keyring = fakeKeyring();
    await first(keyring, stuck).save(tokens);
    await first(keyring, stuck).remove();
    const says = "The older tokens in a file stay there, since they cannot be removed: no way";
    expect(said).toEqual([says, says]);
    expect(keyring.entries.size).toBe(0);
  });
});

describe("the folder of the user's state", () => {
  it.each([
    [{ XDG_STATE_HOME: "/state", HOME: "/h/ada" }, "linux", "/state/flytekit-ts"],
    [{ XDG_STATE_HOME: "state", HOME: "/h/ada" }, "linux", "/h/ada/.local/state/flytekit-ts"],
    [{ HOME: "" }, "linux", join(userInfo().homedir, ".local/state/flytekit-ts")],
    [{ HOME: "/u/ada" }, "darwin", "/u/ada/Library/Application Support/flytekit-ts"],
    [{ LOCALAPPDATA: "/c/ada/Local" }, "win32", "/c/ada/Local/flytekit-ts"],
  ])("is by %j on %s %s", (env, platform, expected) => {
    expect(stateFolder(env, platform)).toBe(expected);
  });

  it("names files by endpoints, and each differently", () => {
    expect(fileStem("flyte.example.com:443")).toMatch(/^flyte\.example\.com_443-[\da-f]{12}$/);
    expect(fileStem("a/b")).not.toBe(fileStem("a:b"));
    expect(fileStem("../../etc")).not.toContain("/");
  });
});
