/** The type tests hold for the compilers that authors use. An `@ts-expect-error` over what is right is an error, too. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const TIMEOUT = 300_000;
const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

async function diagnosticsOf(compiler: string): Promise<readonly string[]> {
  const tsc = fileURLToPath(new URL(`../../node_modules/${compiler}/bin/tsc`, import.meta.url));
  const args = [tsc, "--project", "test/types/tsconfig.json", "--pretty", "false", "--listFiles"];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: PACKAGE, maxBuffer: 1e8 }, (_error, stdout) => resolve(stdout));
  });
  // Only of the compiler that has run whole is it known which files it has read.
  expect(output).toContain("two-zods.test-d.ts");
  return output.split("\n").filter((line) => line.includes("error TS"));
}

describe("the types of schema libraries", () => {
  it.each(["typescript-5.9", "typescript"])(
    "hold for %s",
    async (compiler) => {
      expect(await diagnosticsOf(compiler)).toEqual([]);
    },
    TIMEOUT,
  );
});
