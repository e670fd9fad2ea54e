import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SOURCES = fileURLToPath(new URL("../src/", import.meta.url));

describe("the package", () => {
  it("loads Google's library on use: it is imported for its types, and inside of functions", () => {});
});
