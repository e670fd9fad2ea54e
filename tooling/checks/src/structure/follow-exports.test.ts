import { expect, it } from "vitest";

import { parseSource } from "../source/parse-source.js";
import { followExports } from "./follow-exports.js";

function documentedIn(files: Record<string, string>): Record<string, boolean> {
  const load = (file: string) => {
    const text = files[file];
    return text === undefined ? undefined : parseSource(file, text);
  };
  const found = followExports(
    "index.ts",
    load,
    (specifier) => specifier.replace("@flytekit-ts/", "") + ".ts",
  );
  return Object.fromEntries(found.map((each) => [each.name, each.documented]));
}

it("tells what has a doc comment from what has none", () => {
  const text = [
    "/** One. */",
    "export const a = 1;",
    "// not a doc comment",
    "export function b(): void {}",
    "/* nor this */",
    "export class C {}",
    "/** Of nothing: a statement stands between. */",
    "const x = 1;",
    "export interface D {}",
    "/** Yes. */",
    "// oxlint-disable-next-line x -- y",
    "export type E = 1;",
  ].join("\n");
  expect(documentedIn({ "index.ts": text })).toEqual({ a: true, b: false, C: false, D: false, E: true });
});

it("follows names through files, renames, imports and packages", () => {
  const files = {
    "index.ts": [
      `import { f as g } from "./f.js";`,
      `export { a as b, type C } from "./a.js";`,
      `export { d } from "@flytekit-ts/core";`,
      "export { g };",
      `export { readFile } from "node:fs";`,
      `export * from "./a.js";`,
    ].join("\n"),
    "a.ts": "/** A. */\nexport const a = 1;\nexport interface C {}\n",
    "core.ts": `export { d } from "./d.js";`,
    "d.ts": "/** D. */\nfunction d(): void {}\nexport { d };\n",
    "f.ts": "/** F. */\nexport const f = 1;\n",
  };
  expect(documentedIn(files)).toEqual({ b: true, C: false, d: true, g: true });
});

it("takes the comment on either of an interface and its value, and on the first overload", () => {
  const text = [
    "/** A node. */",
    "export interface Node {}",
    "export const Node = {};",
    "/** F. */",
    "export function f(a: 1): void;",
    "export function f(a: 2): void;",
    "export function f(a: number): void {}",
  ].join("\n");
  expect(documentedIn({ "index.ts": text })).toEqual({ Node: true, f: true });
});

it("leaves generated code out", () => {
  expect(
    documentedIn({ "index.ts": `export { a } from "./gen/a.js";`, "gen/a.ts": "export const a = 1;" }),
  ).toEqual({});
});
