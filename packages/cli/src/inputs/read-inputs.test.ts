import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { createInterface } from "@flytekit-ts/core/graph";
import { toLiterals } from "@flytekit-ts/core/literals";
import { deriveType, type TypeLike } from "@flytekit-ts/core/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { globalOptions } from "../command/global-options.js";
import { readInputs } from "./read-inputs.js";

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "read-inputs-"));
  writeFileSync(join(cwd, "list.json"), "[1, 2]");
  writeFileSync(join(cwd, "n.txt"), "7\n");
  writeFileSync(join(cwd, "data.bin"), new Uint8Array([0, 255]));
  writeFileSync(join(cwd, "in.yaml"), "x: 1\ny: file\n");
});
afterAll(() => rmSync(cwd, { recursive: true }));

const command = "tsflyte run m.ts f";
const options = {
  name: { kind: "text", placeholder: "NAME", says: "Its name", short: "n" },
  remote: { kind: "flag", says: "There" },
  ...globalOptions,
} as const;

async function* stdinOf(text: string): AsyncGenerator<string> {
  yield text;
}

const read = (inputs: Record<string, TypeLike>, words: readonly string[], stdin = "") =>
  readInputs(createInterface({ name: "m.f", inputs }, "task"), words, {
    command,
    options,
    stdin: stdinOf(stdin),
    cwd,
    now: new Date(0),
  });

async function refusal(
  inputs: Record<string, TypeLike>,
  words: readonly string[],
  stdin = "",
): Promise<string> {
  const error: unknown = await read(inputs, words, stdin).catch((reason: unknown) => reason);
  if (!isFlytekitError(error)) return expect.unreachable(JSON.stringify(error));
  return error.message;
}

const valueOf = async (type: TypeLike, text: string): Promise<unknown> =>
  (await read({ x: type }, ["--x", text])).values["x"];

describe("words", () => {
  it("are told from options of the command, which keep theirs", async () => {
    const words = ["--remote", "--x", "1", "-n", "a", "--name=b", "--no-color", "-q", "-pshop", "--y=--z"];
    const { values, rest } = await read({ x: t.int(), y: t.string() }, words);
    expect(values).toEqual({ x: 1, y: "--z" });
    expect(rest).toEqual(["--remote", "-n", "a", "--name=b", "--no-color", "-q", "-pshop"]);
  });

  it("mean an input before an option of the same name", async () => {
    expect(await read({ name: t.string(), help: t.boolean() }, ["--name", "x", "--help"])).toMatchObject({
      values: { name: "x", help: true },
      rest: [],
    });
  });

  it("of no flag are refused, with the nearest", async () => {
    const inputs = { two_words: t.int(), flag: t.boolean() };
    expect(await refusal(inputs, ["--two-wrods", "1"])).toContain("Did you mean `--two-words`?");
    expect(await refusal(inputs, ["--Two_Words", "1"])).toContain("Did you mean `--two_words`?");
    expect(await refusal(inputs, ["--zzz"])).toContain("Its inputs are given as `--two_words`, `--flag`.");
    expect(await refusal(inputs, ["3"])).toContain('"3" belongs to no flag');
    expect(await refusal(inputs, ["--", "3"])).toContain('"--" belongs to no flag');
    expect(await refusal(inputs, ["-x", "3"])).toContain("there is no flag -x");
    expect(await refusal(inputs, ["--two-words"])).toContain("--two-words needs a value");
    expect(await refusal(inputs, ["--name"])).toContain("--name needs a value");
    expect(await refusal(inputs, ["--flag", "true"])).toContain(
      "`--flag` alone means true, and `--no-flag` or `--flag=false` means false.",
    );
    expect(await refusal(inputs, ["--no-flag=1"])).toContain("--two_words is missing");
    expect(await refusal({}, ["--x", "1"])).toContain("It has no inputs.");
  });
});

describe("inputs", () => {
  it("that are missing or wrong are all named at once", async () => {
    const message = await refusal(
      {
        a: t.int(),
        b: t.list(t.float()),
        c: t.boolean(),
        d: t.optional(t.int()),
        e: t.duration(),
        f: t.int().default(1),
      },
      ["--e", "5"],
    );
    expect(message.split("\n").map((line) => line.trim())).toEqual([
      "[INPUTS_INVALID] tsflyte run m.ts f: 3 inputs are wrong.",
      "--a is missing: it takes int; an int is a whole number such as 5.",
      "--b is missing: it takes list of float; a list is JSON such as [1.5], or a file of JSON or YAML.",
      '--e: "5" is not a duration; a duration is a time with its unit such as 90s, 1h30m or PT5M.',
      "hint: `tsflyte run m.ts f --help` lists the inputs, and what each of them takes.",
    ]);
  });

  it("have defaults, and booleans without one are false", async () => {
    const inputs = {
      a: t.boolean(),
      b: t.boolean().default(true),
      c: t.optional(t.int()),
      d: t.int().default(1),
    };
    expect((await read(inputs, [])).values).toEqual({ a: false });
    expect((await read(inputs, ["--no-b", "--a", "--no-a", "--b=1", "--a=yes"])).values).toEqual({
      a: true,
      b: true,
    });
  });

  it("come from a file, from standard input over it, and from flags over both", async () => {
    const inputs = { x: t.int(), y: t.string(), z: t.boolean().default(true) };
    expect((await read(inputs, ["--inputs-file", "in.yaml"])).values).toEqual({ x: 1, y: "file" });
    expect(
      (await read(inputs, ["--inputs-file", "in.yaml", "-"], '{"y": "stdin", "z": false}')).values,
    ).toEqual({ x: 1, y: "stdin", z: false });
    expect((await read(inputs, ["--inputs-file=-", "--x", "3"], "x: 2\ny: null")).values).toEqual({
      x: 3,
      y: "null",
    });
    expect(await refusal(inputs, ["-"], "[1]")).toContain(
      "inputs cannot be read from standard input: it is not an object with a key for each input",
    );
    expect(await refusal(inputs, ["--inputs-file", "gone.json"])).toContain(
      "inputs cannot be read from gone.json: there is no such file",
    );
    expect(await refusal(inputs, ["-"], "xx: 1")).toContain('standard input has "xx", which is not an input');
    expect(await refusal(inputs, ["-"], "qqqqq: 1")).toContain("Its inputs are given as `x`, `y`, `z`.");
    expect(await refusal(inputs, ["--inputs-file", "in.yaml", "-"], "x: 1.5")).toContain(
      'x in standard input: "1.5" is not an int',
    );
  });

  it("are read under all spellings in a file too, and a field that is none is noted", async () => {
    const Point = t.struct("Point", { x: t.int(), deep: t.optional(t.struct("Deep", { a: t.int() })) });
    const { values, notes } = await read(
      { twoWords: t.int(), p: t.list(Point) },
      ["-"],
      "two-words: 1\np: [{x: 1, y: 2}, {x: 2, y: 3, deep: {a: 1, b: 1}}]",
    );
    expect(values).toEqual({ twoWords: 1, p: [{ x: 1 }, { x: 2, deep: { a: 1 } }] });
    expect(notes).toEqual([
      'record Point has no field "y": it is left out',
      'record Deep has no field "b": it is left out',
    ]);
  });
});

describe("reading", () => {
  it("ends with the signal, also where nothing comes", async () => {
    async function* silent(): AsyncGenerator<string> {
      await new Promise(() => undefined);
      yield "";
    }
    const asked = createInterface({ name: "m.f", inputs: { x: t.int() } }, "task");
    const controller = new AbortController();
    const { signal } = controller;
    const reading = readInputs(asked, ["-"], { command, stdin: silent(), cwd, signal });
    const reason = new RangeError("enough");
    controller.abort(reason);
    await expect(reading).rejects.toMatchObject({ code: "INPUTS_INVALID", cause: reason });
    const late = readInputs(asked, ["--x", "@n.txt"], { command, stdin: silent(), cwd, signal });
    await expect(late).rejects.toMatchObject({ cause: reason });
  });
});

describe("values", () => {
  it("are those that a type takes, whatever its form", async () => {
    expect(await valueOf(t.int({ bigint: true }), "9223372036854775807")).toBe(9223372036854775807n);
    expect(await valueOf(t.datetime({ exact: true }), "1970-01-01T00:00:01.5Z")).toEqual({
      seconds: 1n,
      nanos: 500_000_000,
    });
    expect(await valueOf(t.duration({ exact: true }), "1.5s")).toBe(1_500_000_000n);
    expect(await valueOf(t.date(), "now - 1 day")).toBe("1969-12-31");
    expect(await valueOf(t.literal([1, 2]), "2")).toBe(2);
    expect(await valueOf(t.map(t.string(), { keys: t.int() }), '{"1": "a"}')).toEqual(new Map([[1, "a"]]));
    expect(await valueOf(t.binary(), "data.bin")).toEqual(new Uint8Array([0, 255]));
    expect(await valueOf(t.binary(), "base64:AP8=")).toEqual(new Uint8Array([0, 255]));
    expect(await valueOf(t.error(), '{"message": "m", "failedNodeId": "n0"}')).toEqual({
      message: "m",
      failedNodeId: "n0",
    });
    expect(await valueOf(t.none(), "null")).toBeUndefined();
  });

  it("of an author's type are its own", async () => {
    const cents = deriveType("cents", t.float(), {
      encode: (value: number) => value / 100,
      decode: (value) => Math.round(value * 100),
    });
    expect(await valueOf(cents, "1.25")).toBe(125);
    const money = deriveType("money", t.int(), {
      encode: (value: { cents: number }) => value.cents,
      decode: (value) => ({ cents: value }),
    });
    expect(await valueOf(t.list(money), "[1, 2]")).toEqual([{ cents: 1 }, { cents: 2 }]);
  });

  it("come from a file behind an @, but for texts", async () => {
    expect(await valueOf(t.int(), "@n.txt")).toBe(7);
    expect(await valueOf(t.list(t.int()), "@list.json")).toEqual([1, 2]);
    expect(await valueOf(t.optional(t.int()), "@n.txt")).toBe(7);
    expect(await valueOf(t.string(), "@n.txt")).toBe("@n.txt");
    expect(await refusal({ x: t.int() }, ["--x", "@gone"])).toContain(
      '"@gone" names a file: there is no such file; an int is',
    );
    expect(await refusal({ x: t.json() }, ["--x", "@n.txt"])).toContain("7 is not a record of any fields");
  });

  it("of a union name their type", async () => {
    const type = t.union([t.int(), t.float(), t.string()]);
    const asked = createInterface({ name: "m.f", inputs: { x: type } }, "task");
    const tagOf = async (text: string): Promise<unknown> => {
      const { values } = await readInputs(asked, ["--x", text], { command, stdin: stdinOf(""), cwd });
      const literal = toLiterals(asked.inputs, values).get("x");
      const scalar = literal?.value?.$case === "scalar" ? literal.value.value.value : undefined;
      return scalar?.$case === "union" ? scalar.value.type?.structure?.tag : undefined;
    };
    expect(await Promise.all(["5", "5.5", "five"].map(tagOf))).toEqual(["int", "float", "str"]);
  });

  it("that are refused are explained at their place", async () => {
    const Point = t.struct("Point", { x: t.int(), sub: t.optional(t.string()) });
    const says = async (type: TypeLike, text: string): Promise<string> =>
      (await refusal({ x: type }, ["--x", text])).split("\n")[0] ?? "";
    expect(await says(t.list(Point), '[{"x": 1}, {"x": [1]}]')).toContain(
      "--x: [1].x: [1] is not an int; an int is a whole number such as 5.",
    );
    expect(await says(Point, "{}")).toContain(
      '--x: .x: it is missing, and should be int; a record is JSON such as {"x": 5}',
    );
    expect(await says(t.int(), "9007199254740993")).toContain("`t.int({ bigint: true })` holds 64 bits");
    expect(await says(t.optional(t.list(t.int())), '["a"]')).toContain('--x: [0]: "a" is not an int');
    expect(await says(t.string(), "\uD800")).toContain("has half a surrogate pair");
    expect(await says(t.file(), "gone.csv")).toContain(
      '--x: "gone.csv" is refused: it should be file, but was a path to nothing',
    );
    expect(await says(t.file(), "file:///x")).toContain("is a URL: write it as a path");
    expect(await says(t.json(), "x".repeat(500))).toMatch(/"x{60}"\.\.\. \(500 characters\)/);
  });
});
