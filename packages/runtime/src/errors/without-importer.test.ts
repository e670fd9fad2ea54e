import { describe, expect, it } from "vitest";
import { withoutImporter } from "./without-importer.js";

describe("why a module could not be imported", () => {
  it.each(["src/flows.ts", "./src/flows.ts", "/app/src/flows.ts"])(
    "names no file of ours for %s",
    (module) => {
      const problem = "Cannot find module '/app/src/flows.ts' imported from /app/node_modules/x/load.js";
      expect(withoutImporter(problem, module)).toBe("Cannot find module '/app/src/flows.ts'");
    },
  );

  it.each([
    "Cannot find module '/app/src/other.ts' imported from /app/src/flows.ts",
    "Cannot find package 'zod' imported from /app/src/flows.ts",
    "flows.ts has no default export",
  ])("says all of %s", (problem) => {
    expect(withoutImporter(problem, "src/flows.ts")).toBe(problem);
  });
});
