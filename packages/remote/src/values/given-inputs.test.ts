import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { t, type TypeLike } from "@flytekit-ts/core";
import { resolveType } from "@flytekit-ts/core/types";
import { describe, expect, it } from "vitest";
import { fakeTransfers } from "../../test/fake-access.js";
import { literalsOf } from "./given-inputs.js";
import type { InputSpec, InputTarget } from "./input-target.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function targetOf(types: Record<string, TypeLike>, absent: InputSpec["absent"] = "refused"): InputTarget {
  const inputs = Object.entries(types).map(([name, type]): [string, InputSpec] => {
    return [name, { type: resolveType(type, name), absent }];
  });
  return { words: "task garden.plant", inputs: new Map(inputs), fixed: new Set(["set"]) };
}

function give(types: Record<string, TypeLike>, given: unknown, absent?: InputSpec["absent"]) {
  const { transfers, uploaded } = fakeTransfers();
  const staging = { transfers, project: "p", domain: "d", signal: undefined };
  return { uploaded, literals: literalsOf(targetOf(types, absent), given, staging) };
}

describe("literalsOf", () => {
  it("makes literals of values, and asks nobody for those that hold no files", async () => {
    const { literals, uploaded } = give({ n: t.int(), s: t.list(t.string()) }, { n: 3, s: ["a"] });
    expect([...(await literals).keys()]).toEqual(["n", "s"]);
    expect(uploaded.size).toBe(0);
  });

  it("leaves out what a launch plan has a default for, and sends what a task has", async () => {
    const types = { n: t.int().default(4), o: t.optional(t.int()) };
    expect(await give(types, {}, "nothing").literals).toEqual(new Map());
    const sent = await give(types, {}, "default").literals;
    expect([...sent.keys()]).toEqual(["n", "o"]);
  });

  it("lists all that is wrong, before anything is uploaded", async () => {
    const types = { n: t.int(), rows: t.list(t.int()), f: t.file(), gone: t.file() };
    const given = { n: "3", rows: [1, "2"], f: bytes("x"), gone: "/no/such/file", colour: "red", set: 1 };
    const { literals, uploaded } = give(types, given);
    await expect(literals).rejects.toMatchObject({
      code: "EXECUTION_INPUTS_INVALID",
      params: {
        entity: "task garden.plant",
        problems: [
          "there is no input colour",
          "the launch plan sets set itself",
          "n should be integer, but was a string",
          "rows[1] should be integer, but was a string",
          expect.stringMatching(/^gone should be .*file/),
        ],
      },
    });
    expect(uploaded.size).toBe(0);
  });

  it.each([
    [undefined, "inputs must be an object"],
    [null, "inputs must be an object"],
    [[1], "inputs must be an object"],
    [new Map(), "inputs must be an object"],
    [Promise.resolve({}), "inputs must be an object"],
    ["x", "inputs must be an object"],
    [{ constructor: 1 }, "there is no input constructor"],
    [{}, "n (integer) is missing"],
    [{ n: undefined }, "n (integer) is missing"],
    [{ n: 2 ** 53 }, "n should be integer"],
  ])("refuses %o", async (given, problem) => {
    await expect(give({ n: t.int() }, given).literals).rejects.toThrow(problem);
  });

  it("uploads files under a name that their content gives", async () => {
    const folder = mkdtempSync(join(tmpdir(), "given-inputs-"));
    writeFileSync(join(folder, "a b?.csv"), "1,2");
    const types = { a: t.file(), b: t.file("csv"), c: t.file() };
    const values = () => ({ a: bytes("one"), b: join(folder, "a b?.csv"), c: Readable.from([bytes("two")]) });
    const first = give(types, values());
    const again = give(types, values());
    expect(await again.literals).toEqual(await first.literals);
    const uris = [...first.uploaded.keys()];
    expect(uris).toEqual([
      expect.stringMatching(/^s3:\/\/bucket\/p\/d\/[0-9a-f]{32}\/file$/),
      expect.stringMatching(/^s3:\/\/bucket\/p\/d\/[0-9a-f]{32}\/a_b_.csv$/),
      expect.stringMatching(/^s3:\/\/bucket\/p\/d\/[0-9a-f]{32}\/file$/),
    ]);
    const blobs = [...(await first.literals).values()].map(uriOf);
    expect(blobs.toSorted()).toEqual(uris.toSorted());
    expect(new Set(uris).size).toBe(3);
  });

  it("uploads directories, and files inside records and lists", async () => {
    const folder = mkdtempSync(join(tmpdir(), "given-inputs-"));
    mkdirSync(join(folder, "deep"));
    writeFileSync(join(folder, "x.txt"), "x");
    writeFileSync(join(folder, "deep", "y z.txt"), "y");
    const pair = t.struct("Pair", { name: t.string(), file: t.file() });
    const types = { d: t.directory(), r: pair, l: t.list(t.file()) };
    const given = { d: folder, r: { name: "r", file: bytes("in a record") }, l: [bytes("1"), bytes("2")] };
    const { literals, uploaded } = give(types, given);
    const made = await literals;
    const directory = uriOf(made.get("d"));
    expect([...uploaded.keys()].filter((uri) => uri.startsWith(`${directory}/`)).toSorted()).toEqual([
      `${directory}/deep/y z.txt`,
      `${directory}/x.txt`,
    ]);
    const packed = Buffer.from(packedOf(made.get("r"))).toString("latin1");
    const inRecord = [...uploaded].find(
      ([, { content }]) => "bytes" in content && textOf(content.bytes) === "in a record",
    );
    expect(packed).toContain(inRecord?.[0]);
    expect(uploaded.size).toBe(5);
  });

  it.each(["a?b", "a#b", "a%41", "a\\b"])("refuses to upload %s in a directory", async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "given-inputs-"));
    writeFileSync(join(folder, name), "x");
    const { literals, uploaded } = give({ d: t.directory() }, { d: folder });
    await expect(literals).rejects.toMatchObject({ code: "EXECUTION_INPUTS_INVALID" });
    expect(uploaded.size).toBe(0);
  });

  it("tells why an upload failed, and keeps nothing on this machine", async () => {
    const { transfers } = fakeTransfers();
    const upload = async (): Promise<void> => Promise.reject(new Error("the store is away"));
    const staging = { transfers: { ...transfers, upload }, project: "p", domain: "d", signal: undefined };
    const given = { f: Readable.from([bytes("x")]) };
    await expect(literalsOf(targetOf({ f: t.file() }), given, staging)).rejects.toThrow("the store is away");
  });

  it("ends with its signal while a stream is read", async () => {
    const controller = new AbortController();
    const endless = async function* (): AsyncIterable<Uint8Array> {
      for (;;) {
        yield bytes("x");
        controller.abort();
        await Promise.resolve();
      }
    };
    const { transfers, uploaded } = fakeTransfers();
    const staging = { transfers, project: "p", domain: "d", signal: controller.signal };
    await expect(literalsOf(targetOf({ f: t.file() }), { f: endless() }, staging)).rejects.toThrow(/abort/i);
    expect(uploaded.size).toBe(0);
  });
});

type Scalar = { readonly value: { readonly $case: string; readonly value: unknown } };
const scalarOf = (literal: unknown): Scalar["value"] =>
  (literal as { readonly value: { readonly value: Scalar } }).value.value.value;
const uriOf = (literal: unknown): string => (scalarOf(literal).value as { readonly uri: string }).uri;
const packedOf = (literal: unknown): Uint8Array =>
  (scalarOf(literal).value as { readonly value: Uint8Array }).value;
const textOf = (content: Uint8Array): string => new TextDecoder().decode(content);
