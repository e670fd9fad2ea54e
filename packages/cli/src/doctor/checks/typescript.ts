import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { textOf } from "@flytekit-ts/core/errors";
import { type Finding, ok, problem, skipped, warning } from "../finding.js";
import { findUpwards } from "../../project/find-upwards.js";
import type { Check } from "../patient.js";
import { isAtLeast } from "../versions.js";

const LEAST = "5.7.0";
/** From here on, `strict` is on and packages are found as Node finds them unless a project says otherwise. */
const STRICT_BY_DEFAULT = 6;

/** Whether the compiler of the project sees what is wrong with workflows. */
export const typescript: Check = {
  name: "typescript",
  examine: async ({ folder }) => {
    const file = findUpwards(folder, ["tsconfig.json"]);
    const version = versionIn(folder);
    if (version === undefined) {
      if (file === undefined) return skipped("the project has no tsconfig.json");
      return warning(
        "TypeScript is not installed in the project",
        "Install it, so that wrong wiring is an error before anything runs: `npm install --save-dev typescript`.",
      );
    }
    if (!isAtLeast(version, LEAST))
      return problem(`TypeScript ${version} is too old`, "Install TypeScript 5.7 or later.");
    if (file === undefined)
      return warning(`TypeScript ${version}, but no tsconfig.json`, "Write one with `strict: true`.");
    return [ok(`TypeScript ${version}`), ...(await wrongOptions(file, Number.parseInt(version)))];
  },
};

function versionIn(folder: string): string | undefined {
  try {
    const manifest = createRequire(join(folder, "package.json")).resolve("typescript/package.json");
    return existsSync(manifest)
      ? (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version
      : undefined;
  } catch {
    return undefined;
  }
}

async function wrongOptions(file: string, major: number): Promise<readonly Finding[]> {
  const { parseTsconfig } = await import("get-tsconfig");
  let options: ReturnType<typeof parseTsconfig>["compilerOptions"];
  try {
    options = parseTsconfig(file).compilerOptions ?? {};
  } catch (error) {
    return [
      problem(`${file} cannot be read: ${textOf(error)}`, "Mend it: `npx tsc --showConfig` reads it, too."),
    ];
  }
  const { strict = major >= STRICT_BY_DEFAULT, strictNullChecks = strict } = options ?? {};
  const found: Finding[] = [];
  if (!strictNullChecks)
    found.push(
      problem(
        "tsconfig.json is not strict, so that a missing input passes for a value",
        "Set `strict: true`.",
      ),
    );
  const module = options?.module?.toLowerCase();
  const old = isOld(options?.moduleResolution?.toLowerCase(), module, major);
  if (old !== undefined)
    found.push(
      problem(
        `tsconfig.json has ${old}, with which entries of packages are not found`,
        "Set `module` to `nodenext`, or with a bundler to `preserve`.",
      ),
    );
  return found;
}

const OLD: ReadonlySet<string> = new Set(["node", "node10", "classic"]);
const OWN: ReadonlySet<string> = new Set(["node16", "node18", "node20", "nodenext", "preserve"]);

function isOld(
  resolution: string | undefined,
  module: string | undefined,
  major: number,
): string | undefined {
  if (resolution !== undefined)
    return OLD.has(resolution) ? `\`moduleResolution: ${resolution}\`` : undefined;
  if (major >= STRICT_BY_DEFAULT || (module !== undefined && OWN.has(module))) return undefined;
  return module === undefined ? "no `module`" : `\`module: ${module}\``;
}
