import { expect, it } from "vitest";

import { findImports } from "./find-imports.js";
import { parseSource } from "./parse-source.js";

function importsOf(text: string): string[] {
  return findImports(parseSource("a.ts", text)).map(
    (each) => `${each.line} ${each.specifier}${each.typeOnly ? " type" : ""}`,
  );
}

it("sees every way to name a module", () => {
  const text = [
    `import type { A } from "a";`,
    `import B, { type C } from "b";`,
    `import { type D } from "d";`,
    `import "e";`,
    `export * from "f";`,
    `export { g } from "g";`,
    `export type { H } from "h";`,
    `type I = import("i").T;`,
    `const j = await import("j");`,
    "const k = await import(`k`);",
    `const l = require("l");`,
    `import m = require("m");`,
    `vi.mock("n", () => ({}));`,
    `vi.mock(import("o"), () => ({}));`,
    `const p = import.meta.resolve("p");`,
  ].join("\n");

  expect(importsOf(text)).toEqual([
    "1 a type",
    "2 b",
    "3 d type",
    "4 e",
    "5 f",
    "6 g",
    "7 h type",
    "8 i type",
    "9 j",
    "10 k",
    "11 l",
    "12 m",
    "13 n",
    "14 o",
    "15 p",
  ]);
});

it("leaves out names that are only known at run time", () => {
  expect(importsOf("await import(name); await import(`x-${name}`); export { a };")).toEqual([]);
});

it("says what is taken, by its name in the other module", () => {
  const text = [
    `import A, { b as c, type D } from "a";`,
    `import * as e from "e";`,
    `import "f";`,
    `export { g as h, type I } from "g";`,
    `export * from "j";`,
    `type K = import("k").L.M;`,
    `type N = typeof import("n");`,
    `await import("o");`,
  ].join("\n");

  const found = findImports(parseSource("a.ts", text));
  expect(found.map((each) => each.names.join(" "))).toEqual([
    "default b D",
    "*",
    "",
    "g I",
    "*",
    "L.M",
    "*",
    "*",
  ]);
});
