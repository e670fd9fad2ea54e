import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caught } from "../../test/support/caught.js";
import { task } from "../task/task.js";
import { type SecretOptions, secretsOf } from "./secrets.js";

const folder = mkdtempSync(join(tmpdir(), "secrets-"));
mkdirSync(join(folder, "db-main", "v2"), { recursive: true });
writeFileSync(join(folder, "db-main", "password"), " from a file\n");
writeFileSync(join(folder, "db-main", "v2", "password"), "second");
writeFileSync(join(folder, "token"), Uint8Array.of(0, 255, 10));
const environment = { FLYTE_SECRETS_DEFAULT_DIR: folder };
const secrets = (given: Partial<SecretOptions> = {}) => secretsOf({ task: "m.load", environment, ...given });
const untyped = (value: unknown): never => value as never;

describe("the secrets of a task", () => {
  it("come from a variable with upper-case names, and then from a file with lower-case ones", () => {
    const name = { group: "DB-Main", key: "Password" };
    expect(secrets().get(name)).toBe("from a file");
    expect(secrets().get("db-main/password")).toBe("from a file");
    expect(secrets().get({ ...name, version: "V2" })).toBe("second");
    expect(secrets().get("db-main/v2/password")).toBe("second");
    const set = { ...environment, "_FSEC_DB-MAIN_PASSWORD": "\tset ", "_FSEC_DB-MAIN_V2_PASSWORD": "2" };
    expect(secrets({ environment: set }).get(name)).toBe("set");
    expect(secrets({ environment: set }).get("db-main/v2/password")).toBe("2");
    expect(secrets({ environment: { _FSEC_EMPTY: "" } }).get("empty")).toBe("");
  });

  it("take the prefixes of the environment", () => {
    const prefixed = {
      ...environment,
      FLYTE_SECRETS_ENV_PREFIX: "S_",
      FLYTE_SECRETS_FILE_PREFIX: "to",
      S_KEY: "k",
      _FSEC_KEY: "other",
    };
    expect(secrets({ environment: prefixed }).get("key")).toBe("k");
    expect(secrets({ environment: prefixed }).bytes("KEN")).toEqual(Uint8Array.of(0, 255, 10));
  });

  it("come from variables without a prefix only in local runs", () => {
    const plain = { ...environment, KEY: "k" };
    expect(secrets({ environment: plain, isLocal: true }).get({ key: "key" })).toBe("k");
    expect(caught(() => secrets({ environment: plain }).get("key"))).toMatchObject({
      code: "SECRET_NOT_FOUND",
    });
  });

  it("come first from what is given, by name or from a function", () => {
    const given = { "db-main/password": "given", key: Uint8Array.of(32, 65, 10) };
    expect(secrets({ given }).get({ group: "db-main", key: "password" })).toBe("given");
    expect(secrets({ given }).get("key")).toBe("A");
    expect(secrets({ given }).bytes("key")).toEqual(given.key);
    expect(secrets({ given }).bytes("db-main/password")).toEqual(new TextEncoder().encode("given"));
    expect(secrets({ given: ({ group, key }) => `${group}-${key}` }).get("a/b")).toBe("a-b");
    expect(secrets({ given: () => undefined }).get("db-main/password")).toBe("from a file");
    expect(caught(() => secrets({ given: untyped({ a: 12345 }) }).get("a"))).toMatchObject({
      code: "OPTION_INVALID",
      text: 'The option `secrets` of the run takes values of secrets, but was given a number for "a".',
    });
    expect(caught(() => secrets({ given: {} }).get("toString"))).toMatchObject({ code: "SECRET_NOT_FOUND" });
    const late = secrets({ given: (async () => "late") as never });
    expect(caught(() => late.get("a"))).toMatchObject({
      code: "OPTION_INVALID",
      hint: "Read secrets before the run: a task does not wait for them.",
    });
    const failure = new TypeError("vault");
    const failing = secrets({
      given: () => {
        throw failure;
      },
    });
    expect(caught(() => failing.get("a/b"))).toMatchObject({
      code: "OPTION_INVALID",
      text: 'The option `secrets` of the run takes values of secrets, but was given a function that threw an error for "a/b".',
      cause: failure,
    });
  });

  it("give bytes as they are, in a copy", () => {
    const bytes = secrets().bytes("token");
    expect(bytes).toEqual(Uint8Array.of(0, 255, 10));
    const given = { key: Uint8Array.of(1) };
    secrets({ given }).bytes("key").fill(9);
    expect(given.key).toEqual(Uint8Array.of(1));
  });

  it("tell of each value that was read", () => {
    const heard: unknown[] = [];
    const told = secrets({ given: { a: "1" }, heard: (value) => heard.push(value) });
    told.get("a");
    caught(() => told.get("b"));
    expect(heard).toEqual(["1"]);
  });

  it("name both places where there is none, and what to declare", () => {
    expect(caught(() => secrets({ isLocal: true }).get({ group: "db", key: "Pass" }))).toMatchObject({
      code: "SECRET_NOT_FOUND",
      text: `Task m.load asks for the secret db/Pass, but there is none: not as the environment variable _FSEC_DB_PASS, the environment variable DB_PASS, the file ${folder}/db/pass.`,
      hint: 'Set the variable DB_PASS, or pass `runLocal(entity, inputs, { secrets: { "db/Pass": value } })`; on a cluster the task needs `secrets: [{ group: "db", key: "Pass" }]`.',
    });
    expect(caught(() => secrets({ given: {} }).get("a/2/b"))).toMatchObject({
      text: expect.stringContaining('not as "a/2/b" in `secrets`, the environment variable'),
      hint: 'Add `secrets: [{ group: "a", key: "b", version: "2" }]` to the options of the task, and the secret to the cluster.',
    });
  });

  it("are refused where the task does not declare them", () => {
    const { settings } = task(
      {
        name: "m.t",
        secrets: [{ group: "DB", key: "a" }, { group: "all" }, { group: "v", key: "k", version: "1" }],
      },
      () => {},
    );
    const declared = settings.securityContext?.secrets ?? [];
    const given = { "db/a": "1", "db/b": "2", "all/x": "3", "v/k": "4", "v/1/k": "5", "v/2/k": "6", a: "7" };
    const read = (name: string) => secrets({ declared, given }).get(name);
    expect(["db/a", "all/x", "v/k", "v/1/k"].map(read)).toEqual(["1", "3", "4", "5"]);
    for (const name of ["db/b", "v/2/k", "a"])
      expect(caught(() => read(name))).toMatchObject({ code: "SECRET_NOT_DECLARED" });
    expect(caught(() => read("db/b"))).toMatchObject({
      text: "Task m.load asks for the secret db/b, which it does not declare, so a cluster would not give it.",
      hint: 'Add `secrets: [{ group: "db", key: "b" }]` to the options of the task.',
    });
    expect(caught(() => secrets({ declared: [], given }).get("a"))).toMatchObject({
      code: "SECRET_NOT_DECLARED",
    });
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["an empty string", ""],
    ["a number", 3],
    ["no parts", {}],
    ["only a version", { version: "1" }],
    ["an empty part", "a/"],
    ["too many parts", "a/b/c/d"],
    ["a way out", { group: "..", key: "passwd" }],
    ["a path", { key: "../passwd" }],
    ["a zero", { key: "a\0" }],
    ["half a character", { key: "\ud800" }],
    ["a wrong part", { key: 3 }],
    ["a list", ["a"]],
  ])("are not asked for by %s", (_, name) => {
    expect(caught(() => secrets().get(untyped(name)))).toMatchObject({ code: "OPTION_INVALID" });
  });

  it("refuse an unknown part of a name", () => {
    expect(caught(() => secrets().get(untyped({ key: "a", grup: "b" })))).toMatchObject({
      code: "OPTION_UNKNOWN",
    });
  });

  it("say so where a file cannot be read", () => {
    expect(caught(() => secrets().get({ group: "db-main" }))).toMatchObject({ code: "STORAGE_KIND_WRONG" });
  });
});
