import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

// The code in the READMEs is code: every fence compiles as it stands, and runs.
const repository = join(import.meta.dirname, "..", "..", "..");
const folder = join(import.meta.dirname, "..", "out", "readme");
const pages = [
  "README.md",
  ...["core", "workflow", "local-exec"].map((name) => `packages/${name}/README.md`),
];
const fences: { readonly page: string; readonly file: string }[] = [];

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const page of pages) {
    const text = await readFile(join(repository, page), "utf8");
    for (const [, code = ""] of text.matchAll(/^```ts\n(.*?)^```$/gms)) {
      const file = join(folder, `fence-${fences.length}.ts`);
      await writeFile(file, `${code}export {};\n`);
      fences.push({ page, file });
    }
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the code in the READMEs", () => {
  it("is in every page", () => {
    expect([...new Set(fences.map(({ page }) => page))]).toEqual(pages);
  });

  it("compiles", async () => {
    const config = {
      extends: "../../tsconfig.json",
      compilerOptions: { noUnusedLocals: false },
      include: ["*.ts"],
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(import.meta.dirname, "..", "node_modules", ".bin", "tsc");
    const run = promisify(execFile)(tsc, ["-p", folder, "--pretty", "false"]);
    const { stdout } = await run.catch((error: unknown) => error as { readonly stdout: string });
    expect(stdout).toBe("");
  });

  it("runs, and prints what it says", async () => {
    const printed: string[] = [];
    const log = vi
      .spyOn(console, "log")
      .mockImplementation((...words: unknown[]) => void printed.push(words.join(" ")));
    for (const { file } of fences) await import(/* @vite-ignore */ file);
    log.mockRestore();
    expect(printed[0]).toBe("144 m²");
    expect(printed).toContain("workflow pipeline");
    expect(printed.filter((line) => line === "3")).toHaveLength(2);
  });
});
