import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SOURCES = fileURLToPath(new URL("../src/", import.meta.url));

// Imports outside of functions: types alone leave nothing behind.
const imports = (code: string): string[] =>
  [...code.matchAll(/^import (?!type )[^;]*? from "([^"]+)"|^import "([^"]+)"/gm)].map(
    ([, from, bare]) => from ?? bare ?? "",
  );

it("loads Google's library on use, so that importing the package is cheap", () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const codes = files.map((name) => readFileSync(join(SOURCES, name), "utf8"));
  const loaded = new Set(codes.flatMap(imports));
  expect([...loaded].filter((name) => name.startsWith("google-auth-library"))).toEqual([]);
  expect([...loaded]).toContain("@flytekit-ts/core/storage");
  expect(codes.some((code) => code.includes('await import("google-auth-library'))).toBe(true);
});

it("would notice an import outside of functions", () => {
  expect(imports('import { X } from "google-auth-library";')).toEqual(["google-auth-library"]);
  expect(imports('import type { X } from "google-auth-library";')).toEqual([]);
});
