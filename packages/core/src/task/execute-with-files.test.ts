import * as idl from "@flytekit-ts/models/core";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, vi } from "vitest";

import { rejection } from "../../test/support/caught.js";
import { fromLiteral, toLiteral } from "../../test/support/convert.js";
import { memoryStorage } from "../../test/support/memory-storage.js";
import { localStore } from "../files/local-store.js";
import { literalOf } from "../literals/literal.js";
import { flyteFile } from "../makers/flyte-file.js";
import { t } from "../makers/t.js";
import type { FlyteDirectory, FlyteFile } from "../types/kinds/handles.js";
import type { ValueStore } from "../types/value-store.js";
import { executeTask, type Literals } from "./execute-task.js";
import { task } from "./task.js";
import type { TaskEntity } from "./task-entity.js";
import { testContext } from "./test-context.js";

const storage = memoryStorage({ "mem://b/x.txt": "hello" });
const folder = mkdtempSync(join(tmpdir(), "execute-"));
/** As in a container: what a task returns goes to the object store. */
const remote: ValueStore = {
  ...localStore({ folder, storages: [storage] }),
  newUri: (name) => `mem://raw/${storage.objects.size}/${name}`,
};
const run = (entity: unknown, inputs: Literals = new Map(), store?: ValueStore): Promise<Literals> =>
  Promise.resolve(executeTask(entity as TaskEntity, inputs, testContext(), store));
const uriIn = (literals: Literals, type: ReturnType<typeof t.file>): string =>
  (
    fromLiteral(
      type,
      literals.get("o0") ?? literalOf({ $case: "map", value: { literals: new Map() } }),
    ) as FlyteFile
  ).uri;

describe("executeTask with files", () => {
  it("gives the function files that it can read", async () => {
    const seen: string[] = [];
    const look = task({ name: "m.look", inputs: { files: t.list(t.file()) } }, async ({ files }) => {
      for (const file of files) seen.push(await file.text());
    });
    await run(look, new Map([["files", toLiteral(t.list(t.file()), ["mem://b/x.txt"])]]), remote);
    expect(seen).toEqual(["hello"]);
  });

  it("uploads a directory as the new folder itself, without the name that it had", async () => {
    const tree = mkdtempSync(join(folder, "tree-"));
    writeFileSync(join(tree, "a.txt"), "A");
    const make = task({ name: "m.tree", output: t.directory() }, () => tree);
    const { uri } = fromLiteral(
      t.directory(),
      (await run(make, new Map(), remote)).get("o0") ??
        literalOf({ $case: "map", value: { literals: new Map() } }),
    ) as FlyteDirectory;
    expect(uri).toMatch(/^mem:\/\/raw\/\d+$/);
    expect(Buffer.from(storage.objects.get(`${uri}/a.txt`) ?? []).toString()).toBe("A");
  });

  it("uploads what a task returns, if that is where values are kept", async () => {
    writeFileSync(join(folder, "a b.csv"), "x,y");
    const returning = (value: unknown) =>
      task({ name: "m.returning", output: t.file("csv") }, () => value as never);
    const uploaded = uriIn(await run(returning(join(folder, "a b.csv")), new Map(), remote), t.file());
    expect(uploaded).toMatch(/^mem:\/\/raw\/\d+\/a b\.csv$/);
    expect(Buffer.from(storage.objects.get(uploaded) ?? []).toString()).toBe("x,y");
    const bytes = uriIn(await run(returning(new TextEncoder().encode("z")), new Map(), remote), t.file());
    expect(bytes).toMatch(/^mem:\/\/raw\/\d+\/file\.csv$/);
    expect(uriIn(await run(returning("mem://b/x.txt"), new Map(), remote), t.file())).toBe("mem://b/x.txt");
    const given = flyteFile(join(folder, "a b.csv"), { metadata: { a: "b" } });
    const literals = await run(returning(given), new Map(), remote);
    expect(uriIn(literals, t.file())).toMatch(/^mem:/);
    expect(literals.get("o0")?.metadata).toEqual(new Map([["a", "b"]]));
  });

  it("uploads directories with all that is in them", async () => {
    const make = task({ name: "m.make", output: t.directory() }, (_: {}, context) => {
      const path = context.newFile("d");
      for (const name of ["a", "b"]) writeFileSync(join(path, "..", name), name);
      return join(path, "..");
    });
    const made = await run(make, new Map(), remote);
    const directory = fromLiteral(t.directory(), made.get("o0") as idl.Literal) as FlyteDirectory;
    const all = [...storage.objects.keys()].toSorted();
    const uris = all.filter((uri) => uri.startsWith(`${directory.uri}/`));
    expect(uris.map((uri) => uri.slice(directory.uri.length))).toEqual(["/a", "/b"]);
  });

  it("fetches inputs that are stored separately", async () => {
    storage.objects.set("mem://b/n", idl.Literal.encode(toLiteral(t.int(), 5)).finish());
    const value = { uri: "mem://b/n", sizeBytes: 0n, inferredType: undefined };
    const n = literalOf({ $case: "offloadedMetadata", value });
    const sum = task(
      { name: "m.sum", inputs: { n: t.list(t.int()) }, output: t.int() },
      ({ n: [a = 0, b = 0] }) => a + b,
    );
    const list = literalOf({ $case: "collection", value: { literals: [n, toLiteral(t.int(), 2)] } });
    const outputs = await run(sum, new Map([["n", list]]), remote);
    expect(fromLiteral(t.int(), outputs.get("o0") as idl.Literal)).toBe(7);
    const missing = literalOf({ $case: "offloadedMetadata", value: { ...value, uri: "mem://b/absent" } });
    const error = await rejection(run(sum, new Map([["n", missing]]), remote));
    expect(error).toMatchObject({ code: "TASK_INPUTS_INVALID", cause: { code: "LITERAL_NOT_FETCHED" } });
    expect(error.text).toBe(
      "Task m.sum was given wrong inputs: n is stored separately, at mem://b/absent, and nothing is there.",
    );
  });

  it("keeps values in a temporary folder by default", async () => {
    const make = task({ name: "m.make", outputs: { a: t.file("txt"), b: t.optional(t.file()) } }, () => ({
      a: new TextEncoder().encode("x"),
      b: undefined,
    }));
    const outputs = await run(make);
    const file = fromLiteral(t.file(), outputs.get("a") as idl.Literal) as FlyteFile;
    expect(file.uri.startsWith(join(tmpdir(), "flytekit-ts-"))).toBe(true);
    expect(await file.text()).toBe("x");
  });

  it("gives the hint of what went wrong, and its own where there is none", async () => {
    const table = task({ name: "m.table", output: t.dataset() }, () => [{ a: 1 }]);
    expect((await rejection(run(table))).hint).toContain("@flytekit-ts/datasets");
    const wrong = task({ name: "m.wrong", output: t.int() }, () => ({}) as number);
    expect((await rejection(run(wrong))).hint).toMatch(/^Return a value of the declared type/);
  });

  it("says what a storage of somebody else threw", async () => {
    const failing = memoryStorage({ "mem://b/x": "x" });
    failing.write = () => Promise.reject(new Error("ECONNRESET"));
    failing.read = async function* () {
      yield new Uint8Array(1);
      throw new Error("ECONNRESET");
    };
    const store = {
      ...localStore({ folder, storages: [failing] }),
      newUri: (name: string) => `mem://raw/${name}`,
    };
    const make = task({ name: "m.make", output: t.list(t.file()) }, () => [new Uint8Array(2)]);
    expect((await rejection(run(make, new Map(), store))).text).toBe(
      "Task m.make returned a wrong value for its output: output[0] could not be stored: ECONNRESET.",
    );
    const open = task(
      { name: "m.open", inputs: { file: t.file() } },
      async ({ file }) => void (await file.path()),
    );
    const error = await rejection(run(open, new Map([["file", toLiteral(t.file(), "mem://b/x")]]), store));
    expect(error).toMatchObject({ code: "TASK_FAILED", cause: { code: "STORAGE_FAILED" } });
    expect(error.text).toBe("Task m.open failed: Downloading mem://b/x failed: ECONNRESET.");
  });

  it("says where in the outputs a file is wrong", async () => {
    const make = task({ name: "m.make", outputs: { files: t.map(t.list(t.file())) } }, () => ({
      files: { "a b": ["mem://b/x.txt", "no/such.txt"] },
    }));
    const error = await rejection(run(make, new Map(), remote));
    expect(error).toMatchObject({
      code: "TASK_OUTPUT_INVALID",
      cause: { cause: { code: "STORAGE_NOT_FOUND" } },
    });
    expect(error.text).toContain('files["a b"][1] should be file, but was a path to nothing (no/such.txt).');
  });
});

describe("the files of a context", () => {
  it("are in a directory that is made when it is asked for", () => {
    const temporary = mkdtempSync(join(folder, "tmp-"));
    vi.stubEnv("TMPDIR", temporary);
    const context = testContext();
    expect(readdirSync(temporary)).toEqual([]);
    const { workingDirectory } = context;
    expect([existsSync(workingDirectory), context.workingDirectory]).toEqual([true, workingDirectory]);
    const [one, other] = [context.newFile("x.csv"), context.newFile("x.csv")];
    expect(one).not.toBe(other);
    for (const path of [one, other]) {
      expect([
        path.startsWith(workingDirectory),
        path.endsWith("/x.csv"),
        existsSync(path),
        existsSync(join(path, "..")),
      ]).toEqual([true, true, false, true]);
    }
    expect(testContext({ workingDirectory: folder }).newFile("x").startsWith(folder)).toBe(true);
    expect(testContext().workingDirectory).not.toBe(workingDirectory);
    vi.unstubAllEnvs();
  });

  it.each(["", ".", "..", "a/b", "../x", "a\0b", "x".repeat(256), 5, undefined, "a\ud800"])(
    "have no name like %j",
    (name) => {
      expect(() => testContext().newFile(name as string)).toThrow(
        "The option `name` of newFile takes a file name",
      );
    },
  );
});
