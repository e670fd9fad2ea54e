/**
 * What the compiler says about the usual mistakes: the place is the argument that is wrong, and the first line
 * names both types in Flyte's words, or holds a sentence of ours.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilers, newest, runTsc } from "./support/compilers.js";
import { addCorpus, type Installation, install } from "./support/installation.js";
import { DECLARED, MISTAKES } from "./support/mistakes.js";

const TIMEOUT = 120_000;
const PRELUDE = `
import { t, task, workflow } from "@flytekit-ts/workflow";
import { announce, half, maybe, split, square, total } from "./test/types/support/entities.js";
const int = { inputs: { n: t.int() }, output: t.int() } as const;
const named = { inputs: { n: t.int() }, outputs: { a: t.int(), b: t.string() } } as const;
`;

/** A mistake made where `n` is an int and `f` a float, and what is said about it. */
const inBodies: readonly (readonly [mistake: string, text: string])[] = [
  [
    "half({ x: n })",
    `Type 'FlytePromise<number, "int">' is not assignable to type 'Bindable<number, "float">'.`,
  ],
  [
    "square({ x: maybe() })",
    `Type 'FlytePromise<number | undefined, "int" | "none">' is not assignable to type 'Bindable<number, "int">'.`,
  ],
  ["square({ x: announce() })", `Type 'VoidPromise' is not assignable to type 'Bindable<number, "int">'.`],
  [`square({ x: "3" })`, `Type 'string' is not assignable to type 'Bindable<number, "int">'.`],
  [
    "total({ xs: [n, f] })",
    `Type 'FlytePromise<number, "float">' is not assignable to type 'Bindable<number, "int">'.`,
  ],
  [
    "square({ x: n, y: 1 })",
    `Object literal may only specify known properties, and 'y' does not exist in type '{ readonly x: Bindable<number, "int">; } & {}'.`,
  ],
  [
    "announce({ x: 1 })",
    `Type 'number' is not assignable to type 'Refused<"no inputs are declared; options come second">'.`,
  ],
  ["square()", "Expected 1-2 arguments, but got 0."],
  [
    "maybe().gt(3)",
    `Property 'gt' does not exist on type 'FlytePromise<number | undefined, "int" | "none">'.`,
  ],
];

/** A declaration that is wrong, and what is said about it. */
const inDeclarations: readonly (readonly [mistake: string, text: string])[] = [
  [
    `workflow({ name: "w", ...int }, async ({ n }) => square({ x: n }))`,
    `Type 'Promise<FlytePromise<number, "int">>' is not assignable to type 'NotAsync | Bindable<number, "int">'.`,
  ],
  [
    `workflow({ name: "w", ...named }, ({ n }) => ({ a: n, b: "", c: 1 }))`,
    `Type '1' is not assignable to type '1 & Refused<"the workflow declares no such output">'.`,
  ],
  [
    `workflow({ name: "w", ...named }, ({ n }) => ({ a: n, b: n }))`,
    `Type 'FlytePromise<number, "int">' is not assignable to type 'Bindable<string, "string">'.`,
  ],
  [
    `task({ name: "t", ...int }, ({ n }) => String(n))`,
    `Type 'string' is not assignable to type 'number | Promise<number>'.`,
  ],
];

/** Mistakes whose message is in its second line: which name is missing. */
const missing: readonly (readonly [mistake: string, text: string])[] = [
  [`split({ s: "a" })`, "Property 'at' is missing in type '{ s: string; }' but required in type"],
  [
    `workflow({ name: "w", ...named }, ({ n }) => ({ a: n }))`,
    `Property 'b' is missing in type '{ a: FlytePromise<number, "int">; }' but required in type`,
  ],
];

const all = [...inBodies, ...inDeclarations, ...missing];
let project: Installation;
let said: readonly string[];

beforeAll(async () => {
  project = await install();
  addCorpus(project);
  const lines = all.map(([mistake], i) => {
    return `export const w${i} = workflow({ name: "w", inputs: { n: t.int(), f: t.float() } }, ({ n, f }) => { void [n, f, ${mistake}]; });`;
  });
  project.write({
    "mistakes.ts": [
      PRELUDE.trim(),
      "export const used = [announce, half, maybe, split, square, task, total];",
      ...lines,
    ].join("\n"),
    "mistakes.json": JSON.stringify({ extends: "./tsconfig.json", files: ["mistakes.ts"] }),
  });
  said = (await runTsc(newest, project.directory, ["--project", "mistakes.json"])).diagnostics;
}, TIMEOUT);
afterAll(() => project.remove());

function textOf(mistake: string): string {
  const line = PRELUDE.trim().split("\n").length + 2 + all.findIndex(([each]) => each === mistake);
  const found = said.filter((each) => each.startsWith(`mistakes.ts(${line},`));
  expect(found).toHaveLength(1);
  return found[0]?.replace(/^.*?error TS\d+: /, "") ?? "";
}

describe("what the compiler says", () => {
  it.each([...inBodies, ...inDeclarations])("about %s", (mistake, text) => {
    expect(textOf(mistake).split("\n")[0]).toBe(text);
  });

  it.each(missing)("about %s names what is missing", (mistake, text) => {
    expect(textOf(mistake).split("\n")[1]).toContain(text);
  });

  it("is one thing for each mistake", () => {
    expect(said).toHaveLength(all.length);
  });
});

describe.each(["5.9", "7.0"])(
  "the mistakes that newcomers make most often, with TypeScript %s",
  (version) => {
    const compiler = compilers.find((each) => each.version === version) ?? newest;
    let messages: readonly (readonly string[])[];
    let others = 0;

    beforeAll(async () => {
      const lines = MISTAKES.map(({ code }) => code);
      project.write({
        "newcomers.ts": [DECLARED, ...lines].join("\n"),
        "newcomers.json": JSON.stringify({ extends: "./tsconfig.json", files: ["newcomers.ts"] }),
      });
      const { diagnostics } = await runTsc(compiler, project.directory, ["--project", "newcomers.json"]);
      const first = DECLARED.split("\n").length + 1;
      messages = MISTAKES.map((_, i) =>
        diagnostics
          .filter((each) => each.startsWith(`newcomers.ts(${first + i},`))
          .map((each) => each.replace(/^\S+: /, "")),
      );
      others = diagnostics.length - messages.flat().length;
    }, TIMEOUT);

    // Rewritten by `vitest run -u`; read it before you accept it.
    it("are said as printed here", async () => {
      const texts = MISTAKES.map(({ mistake, code }, i) =>
        [`--- ${mistake}`, code, ...(messages[i] ?? [])].join("\n"),
      );
      await expect(`${texts.join("\n\n")}\n`).toMatchFileSnapshot(`messages/newcomers-${version}.txt`);
    });

    it("are said in 600 characters", () => {
      expect(messages.every((each) => each.length > 0)).toBe(true);
      expect(others).toBe(0);
      for (const text of messages.flat()) expect(text.length).toBeLessThanOrEqual(600);
    });

    it("are said within three lines so that the message tells what to do, but for two", () => {
      for (const [i, { says }] of MISTAKES.entries()) {
        const texts = messages[i]?.map((each) => each.split("\n").slice(0, 3).join("\n")) ?? [];
        if (says !== undefined) expect(texts).toContainEqual(expect.stringMatching(says));
      }
      expect(MISTAKES.filter(({ says }) => says !== undefined)).toHaveLength(13);
    });
  },
);
