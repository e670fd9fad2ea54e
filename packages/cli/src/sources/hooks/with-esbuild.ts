import { createRequire } from "node:module";
import type { Tsconfig } from "./tsconfig.js";

/** What is used of esbuild. It is no dependency of ours, so its types are not here. */
interface Esbuild {
  transformSync(
    text: string,
    options: Readonly<Record<string, unknown>>,
  ): { readonly code: string; readonly map: string };
}

/** Whether code has what oxc leaves as it is and no Node runs: decorators of the standard, and `accessor`. May also be a text. */
export function hasStandardDecorators(code: string): boolean {
  if (!code.includes("@") && !code.includes("accessor")) return false;
  const bare = code.replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  return /(?:^|[\s;({},])@[A-Za-z_$(]|\baccessor\s+[#\w$[]/m.test(bare);
}

/** The JavaScript of a source by esbuild. Undefined if the author has not installed it. @throws errors of syntax */
export function withEsbuild(
  file: string,
  text: string,
  options: Tsconfig["options"],
): { readonly code: string; readonly map: object } | undefined {
  const esbuild = loadEsbuild(file);
  if (esbuild === undefined) return undefined;
  const { code, map } = esbuild.transformSync(text, {
    loader: file.endsWith("x") ? "tsx" : "ts",
    target: `node${process.versions.node}`,
    sourcemap: "external",
    sourcesContent: false,
    logLevel: "silent",
    tsconfigRaw: { compilerOptions: options },
  });
  return { code, map: JSON.parse(map) as object };
}

function loadEsbuild(file: string): Esbuild | undefined {
  for (const from of [file, import.meta.url])
    try {
      return createRequire(from)("esbuild") as Esbuild;
    } catch {
      // It is not installed there.
    }
  return undefined;
}
