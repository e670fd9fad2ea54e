import { readFileSync } from "node:fs";

import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const readme = new URL("../README.md", import.meta.url);
const fences = [...readFileSync(readme, "utf8").matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);

/** Run an example; each line `expression; // => value` gives a pair to compare. */
async function run(example: string): Promise<[actual: unknown, claimed: unknown][]> {
  const source = example.replace(/^(.+); \/\/ => (.+)$/gm, "results.push([$1, $2]);");
  const { outputFiles } = await build({
    stdin: {
      contents: `export const results = [];\n${source}`,
      resolveDir: import.meta.dirname,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["@flytekit-ts/source"],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const module: { results: [unknown, unknown][] } = await import(`data:text/javascript;base64,${code}`);
  return module.results;
}

describe("README.md", () => {
  it("has three examples", () => {
    expect(fences).toHaveLength(3);
  });

  it.each(fences.map((code, i) => ({ number: i + 1, code })))(
    "example $number tells the truth",
    async ({ code }) => {
      const results = await run(code);
      expect(results.length).toBeGreaterThan(0);
      for (const [actual, claimed] of results) expect(actual).toEqual(claimed);
    },
  );
});
