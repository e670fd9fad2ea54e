import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placeOfStack } from "./place-of-stack.js";

describe("the author's line in a stack", () => {
  it.each([
    [["at load (/app/src/tasks.ts:3:9)", "at run (/app/src/main.ts:9:1)"], "/app/src/tasks.ts:3:9"],
    [
      ["at parse (/app/node_modules/lib/a.js:1:2)", "at load (/app/src/tasks.ts:3:9)"],
      "/app/src/tasks.ts:3:9",
    ],
    [["at JSON.parse (<anonymous>)", "at async file:///app/src/tasks.ts:4:5"], "/app/src/tasks.ts:4:5"],
    [["at node:internal/timers:7:1"], undefined],
    [[], undefined],
  ])("is that of the first frame that is no library's: %j", (frames, expected) => {
    const stack = ["Error: at /not/a/frame.ts:1:1", ...frames.map((frame) => `    ${frame}`)].join("\n");
    const place = placeOfStack(stack);
    expect(place && `${place.file}:${place.line}:${place.column}`).toBe(expected);
  });

  it("is not in a library that a bundle has inside of it", () => {
    const folder = mkdtempSync(join(tmpdir(), "flytekit "));
    try {
      const [sources, mappings] = [["node_modules/lib/a.js", "src/tasks.ts"], "AAAA,ICEI"];
      writeFileSync(
        join(folder, "bundle.mjs.map"),
        JSON.stringify({ version: 3, sources, names: [], mappings }),
      );
      writeFileSync(join(folder, "bundle.mjs"), "a();b();\n//# sourceMappingURL=bundle.mjs.map\n");
      const frames = [1, 5].map((column) => `    at f (${join(folder, "bundle.mjs")}:1:${column})`);
      const place = placeOfStack(["Error: no", ...frames].join("\n"));
      expect(place).toEqual({ file: join(folder, "src/tasks.ts"), line: 3, column: 5 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is where this test throws", () => {
    expect(placeOfStack(new Error("here").stack ?? "")).toMatchObject({
      file: expect.stringMatching(/place-of-stack\.test\.ts$/) as unknown,
    });
  });
});
