import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { t } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { createInterface } from "@flytekit-ts/core/graph";
import { toLiterals } from "@flytekit-ts/core/literals";
import type { TypeLike } from "@flytekit-ts/core/types";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flagsOf } from "../../src/inputs/input-flags.js";
import { readInputs } from "../../src/inputs/read-inputs.js";

const Leaf = t.struct("Leaf", { n: t.int(), s: t.string().default("s"), f: t.optional(t.file()) });
interface Tree {
  readonly leaf: unknown;
  readonly trees: readonly Tree[];
}
const TreeType: t.Type<Tree> = t.struct("Tree", {
  leaf: Leaf,
  trees: t.list(t.lazy((): t.Type<Tree> => TreeType)).default([]),
});

const TYPES: Readonly<Record<string, TypeLike>> = {
  int: t.int(),
  bigint: t.int({ bigint: true }),
  float: t.float(),
  string: t.string(),
  boolean: t.optional(t.boolean()),
  datetime: t.datetime(),
  exactDatetime: t.datetime({ exact: true }),
  date: t.date(),
  duration: t.duration(),
  exactDuration: t.duration({ exact: true }),
  none: t.none(),
  enum: t.enum(["a", "__proto__", "", "null"]),
  choice: t.literal([1, 2, 3]),
  list: t.list(t.int()),
  map: t.map(t.list(t.float())),
  keyed: t.map(t.string(), { keys: t.int() }),
  record: Leaf,
  tree: TreeType,
  optional: t.optional(Leaf),
  union: t.union([t.int(), t.list(t.string()), Leaf, t.string(), t.none()]),
  numbers: t.union([t.int(), t.float(), t.datetime(), t.duration(), t.boolean()]),
  json: t.json(),
  exactJson: t.json({ exact: true }),
  schema: t.schema({
    type: "object",
    title: "Given",
    properties: { a: { type: "integer" } },
    required: ["a"],
  }),
  file: t.file(),
  directory: t.directory(),
  dataset: t.dataset(),
  binary: t.binary(),
  error: t.error(),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  mkdirSync(join(folder, "folder"));
  mkdirSync(join(folder, "b.json"));
  writeFileSync(join(folder, "latin.json"), new Uint8Array([0x22, 0xe9, 0x22]));
  writeFileSync(join(folder, "a.json"), "[1]");
  writeFileSync(join(folder, "bomb.yaml"), bomb());
  writeFileSync(join(folder, "self.yaml"), "&a [*a]");
  writeFileSync(join(folder, "deep.json"), "[".repeat(100_000));
  writeFileSync(join(folder, "deep.yaml"), "[".repeat(10_000));
  writeFileSync(join(folder, "large.json"), `"${"x".repeat(9 * 1024 * 1024)}"`);
  writeFileSync(join(folder, "digits.json"), "9".repeat(1_000_000));
  writeFileSync(join(folder, "digits.yaml"), `x: ${"9".repeat(1_000_000)}`);
  symlinkSync("loop.json", join(folder, "loop.json"));
  symlinkSync("nowhere", join(folder, "broken.json"));
});
afterAll(() => rmSync(folder, { recursive: true }));

// Nine lists of nine, nine times over.
function bomb(): string {
  const names = [..."abcdefghi"];
  const lines = names.map(
    (name, i) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => (i === 0 ? "x" : `*${names[i - 1] ?? ""}`)).join(", ")}]`,
  );
  return lines.join("\n");
}

const FILES = [
  ...[
    "folder",
    "b.json",
    "latin.json",
    "a.json",
    "bomb.yaml",
    "self.yaml",
    "deep.json",
    "deep.yaml",
    "large.json",
  ],
  ...[
    "digits.json",
    "digits.yaml",
    "loop.json",
    "broken.json",
    "/proc/self/mem",
    "nul\0name",
    "a".repeat(5000),
  ],
];
const HARD = [
  ...[
    "",
    " ",
    "-",
    "--",
    "@",
    "@@",
    "@folder",
    "null",
    "none",
    "NaN",
    "-Infinity",
    "1e400",
    "0x10",
    "1_0",
    "１２",
    "\uD800",
    "\uFEFF5",
  ],
  ...[
    "now",
    "today - 1 day",
    "now + 99999999999999 days",
    "0000-00-00",
    "9999-12-31T23:59:59.999999999+23:59:59",
    "PT9999999999999999H",
  ],
  ...[
    '{"__proto__": {"n": 1}}',
    '{"constructor": 1}',
    '{"n": 1, "__proto__": null}',
    '["__proto__"]',
    '{"n": 9999999999999999999}',
  ],
  ...[
    "[".repeat(5000),
    `${"[".repeat(190)}${"]".repeat(190)}`,
    "9".repeat(100_000),
    `-${"9".repeat(4300)}`,
    '"\\ud800"',
    "{",
    '{"a":',
    "[1,]",
  ],
  ...[
    `1${"0".repeat(400)}.5`,
    "1 ".repeat(5000),
    `${" ".repeat(20_000)}5m`,
    "1d ".repeat(60),
    `now${" ".repeat(150)}+ 1d`,
    "file:///etc/passwd",
  ],
  ...[
    "s3://b/k",
    "flyte://x",
    "s3://",
    "://",
    "base64:",
    "base64:!!!!",
    "base64:aGVsbG8=",
    "a: &a [*a]",
    "<<: 1",
  ],
];

const json = fc.json({ maxDepth: 6 });
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HARD, ...FILES, ...FILES.map((file) => `@${file}`)) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789-+:.,/ TPZdhmsWnow_eE"), maxLength: 30 }),
  },
  { weight: 2, arbitrary: json },
  {
    weight: 1,
    arbitrary: fc
      .record(
        { n: fc.anything(), s: fc.anything(), trees: fc.anything(), leaf: fc.anything() },
        { requiredKeys: [] },
      )
      .map(written),
  },
);

function written(value: unknown): string {
  return (
    JSON.stringify(value, (_key, each: unknown) => (typeof each === "bigint" ? String(each) : each)) ?? ""
  );
}

async function* stdin(text: string): AsyncGenerator<string> {
  yield text;
}

const command = "tsflyte run flow.ts fuzz";
const patient = { timeout: 120_000 };

/** What became of words: values that have literals, or an error with a code. Anything else fails. */
async function outcomeOf(type: TypeLike, words: readonly string[], input = ""): Promise<"read" | "refused"> {
  const asked = createInterface({ name: "fuzz", inputs: { x: type } }, "task");
  const began = performance.now();
  try {
    const { values } = await readInputs(asked, words, { command, stdin: stdin(input), cwd: folder });
    toLiterals(asked.inputs, "x" in values ? values : { x: undefined });
    return "read";
  } catch (error) {
    if (!isFlytekitError(error) || !["INPUTS_INVALID", "USAGE_INVALID"].includes(error.code)) throw error;
    expect(error.message.length).toBeLessThan(4000);
    return "refused";
  } finally {
    expect(performance.now() - began).toBeLessThan(5000);
  }
}

describe.each(Object.entries(TYPES))("%s", (_name, type) => {
  it("has a flag in words", () => {
    const [flag] = flagsOf(createInterface({ name: "fuzz", inputs: { x: type } }, "task"));
    expect(flag?.takes).not.toBe("");
    expect(flag?.fits).not.toMatch(/undefined|\[object/);
  });

  it("is read from any text, or refuses it with a code", patient, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => void (await outcomeOf(type, ["--x", text]))),
      { numRuns: 80 },
    );
  });

  it("is read from any of the hard texts, or refuses it with a code", patient, async () => {
    const seen = new Set<string>();
    for (const text of [...HARD, ...FILES, ...FILES.map((file) => `@${file}`)])
      seen.add(await outcomeOf(type, ["--x", text]));
    expect(seen.size).toBeGreaterThan(0);
  });

  it("is read from any file of inputs, or refuses it with a code", patient, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          texts,
          json.map((text) => `{"x": ${text}}`),
          texts.map((text) => `x: ${text}`),
        ),
        async (text) => {
          await outcomeOf(type, ["-"], text);
        },
      ),
      { numRuns: 40 },
    );
  });
});

it("reads no more of a file than inputs may have", async () => {
  expect(await outcomeOf(t.json(), ["--x", "@/dev/zero"])).toBe("refused");
});

it("takes any words, or refuses them with a code", patient, async () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        "--x",
        "--no-x",
        "-",
        "--",
        "--inputs-file",
        "--x=",
        "=",
        "--=",
        "--__proto__",
        "--no-__proto__",
      ),
      texts,
    ),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(words, async (given) => void (await outcomeOf(t.boolean(), given, "{}"))),
    { numRuns: 300 },
  );
});
