import { describe, expect, it } from "vitest";
import { jsonText } from "./json-text.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import { parseEither } from "./read-document.js";
import { readStream } from "./read-text.js";

describe("parseJson", () => {
  it("tells ints from floats, and keeps every key", () => {
    expect(
      parseJson(
        '{"a": 1, "b": 1.0, "__proto__": [null, true, "é\\n\\ud83d\\ude00"], "a": -9007199254740993}',
      ),
    ).toEqual({
      data: new Map<string, unknown>([
        ["a", -9007199254740993n],
        ["b", 1],
        ["__proto__", [null, true, "é\n😀"]],
      ]),
    });
    expect(parseJson(" [1e3, -0, NaN, Infinity, -Infinity, {}, []] ")).toEqual({
      data: [1000, 0n, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, new Map(), []],
    });
  });

  it.each([
    ["", "a value is missing at character 1"],
    ["[1, 2", "] should stand at character 6"],
    ["[1,]", "no value stands at character 4"],
    ["{a: 1}", "a name in double quotes should stand at character 2"],
    ['{"a" 1}', ": should stand at character 6"],
    ["[1]\n\n x", "something follows in line 3, at character 2"],
    ['["a', "a string is broken, which begins at character 2"],
    ['"a\nb"', "a string is broken, which begins at character 1"],
    ['"\\x"', "a string is broken, which begins at character 1"],
    ["[01]", "] should stand at character 3"],
    ["9".repeat(5000), "an integer is too long at character 1"],
    ["[".repeat(300), "it is nested more than 200 levels deep at character 201"],
  ])("says what is wrong with %j", (text, problem) =>
    expect(parseJson(text)).toEqual({ problem: `it is not JSON (${problem})` }),
  );
});

describe("parseYaml", () => {
  it("follows anchors, and keeps ints exact", async () => {
    expect(await parseYaml("a: &x {n: 9007199254740993}\nb: *x\nc:\n  <<: *x\n  f: 1.0\n1: no")).toEqual({
      data: new Map<string, unknown>([
        ["a", new Map([["n", 9007199254740993n]])],
        ["b", new Map([["n", 9007199254740993n]])],
        [
          "c",
          new Map<string, unknown>([
            ["n", 9007199254740993n],
            ["f", 1],
          ]),
        ],
        ["1", "no"],
      ]),
    });
    expect(await parseYaml("")).toEqual({ data: null });
  });

  it.each([
    ["[1", /it is not YAML \(/],
    ["*a", /it is not YAML \(/],
    ["&a [*a]", /it is (?:nested more than 200 levels deep|no YAML)/],
    [`x: ${"9".repeat(5000)}`, /an integer is too long/],
    ["? [1]\n: 2", /a key in it is not a text/],
    ["x: !!set {a}", /it holds something that JSON cannot hold|it is not YAML/],
    ["[".repeat(20_000), /it is nested more than 200 levels deep|it is not YAML/],
  ])("says what is wrong with %j", async (text, problem) => {
    const read = await parseYaml(text);
    expect("problem" in read ? read.problem : read).toMatch(problem);
  });
});

it("parseEither says which of the two was meant", async () => {
  expect(await parseEither("{a: 1}")).toEqual({ data: new Map([["a", 1n]]) });
  const [json, yaml] = [await parseEither("{"), await parseEither("a: [")];
  expect([json, yaml]).toMatchObject([
    { problem: expect.stringMatching(/not JSON .* and not YAML$/) as string },
    { problem: expect.stringMatching(/not YAML .* and not JSON$/) as string },
  ]);
});

it("jsonText writes JSON as Python does", () => {
  const data = new Map<string, never>(
    Object.entries({ a: [1n, 1, 1.5, Number.NaN, -0, true, null, 'é"😀'] as never }),
  );
  expect(jsonText(data)).toBe('{"a": [1, 1.0, 1.5, NaN, -0.0, true, null, "\\u00e9\\"\\ud83d\\ude00"]}');
});

it("readStream refuses what is no text", async () => {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array([0xc3]);
    yield new Uint8Array([0xa9]);
  }
  expect(await readStream(bytes())).toEqual({ text: "é" });
  async function* half(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array([0xc3]);
  }
  expect(await readStream(half())).toEqual({ problem: "it is not text in UTF-8" });
});
