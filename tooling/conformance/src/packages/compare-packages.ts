import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../containers/modules/bundle.js";
import { comparePackage, type PackageResult } from "./compare-package.js";
import { type PackageRow, readPackageRows, RECORDED_PACKAGES } from "./package-row.js";
import { type PackageTwin, packageTwins, type PackageTwins } from "./package-twins.js";

/** Compare the packages of rows with those of their twins: our own, or those that a module exports as `packageTwins`. */
export async function comparePackages(
  rows: readonly PackageRow[],
  module: string | undefined,
): Promise<readonly PackageResult[] | { readonly problem: string }> {
  let twins: PackageTwins | undefined = packageTwins;
  try {
    if (module !== undefined) twins = await twinsIn(module);
  } catch (error) {
    return { problem: `${String(module)} cannot be loaded: ${String(error)}` };
  }
  if (twins === undefined) return { problem: `${String(module)} exports no \`packageTwins\`` };
  const results: PackageResult[] = [];
  for (const row of rows) {
    results.push(await comparePackage(row, twinOf(row, twins)));
  }
  return results;
}

/** The twin of a row by its id, or of a recorded project with the same modules: it may be packaged in other ways. */
function twinOf(row: PackageRow, twins: PackageTwins): PackageTwin | undefined {
  if (Object.hasOwn(twins, row.id)) return twins[row.id];
  const recorded = readPackageRows(RECORDED_PACKAGES);
  const modules = modulesOf(row);
  const same = "rows" in recorded ? recorded.rows.filter((each) => modulesOf(each) === modules) : [];
  // A refused row may have another twin than its project: one that shows the fault.
  const made = same.find((each) => each.package !== undefined && Object.hasOwn(twins, each.id));
  return made === undefined ? undefined : twins[made.id];
}

function modulesOf({ project }: PackageRow): string {
  return JSON.stringify(Object.entries(project).filter(([path]) => path.endsWith(".py")));
}

/** The twins that a module exports, which may be TypeScript. */
async function twinsIn(module: string): Promise<PackageTwins | undefined> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "twins-")));
  try {
    await bundle(
      new Map([["twins", { text: `export * from ${JSON.stringify(module)};` }]]),
      folder,
      "inline",
    );
    const file = pathToFileURL(join(folder, "twins.mjs")).href;
    const exported = (await import(file)) as { readonly packageTwins?: PackageTwins };
    return exported.packageTwins;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
