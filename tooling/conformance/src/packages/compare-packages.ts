import { pathToFileURL } from "node:url";
import { comparePackage, type PackageResult } from "./compare-package.js";
import type { PackageRow } from "./package-row.js";
import { packageTwins, type PackageTwins } from "./package-twins.js";

/** Compare the packages of rows with those of their twins: our own, or those that a module exports as `packageTwins`. */
export async function comparePackages(
  rows: readonly PackageRow[],
  module: string | undefined,
): Promise<readonly PackageResult[] | { readonly problem: string }> {
  const twins = module === undefined ? packageTwins : await twinsIn(module);
  if (twins === undefined) return { problem: `${String(module)} exports no \`packageTwins\`` };
  const results: PackageResult[] = [];
  for (const row of rows) {
    results.push(await comparePackage(row, Object.hasOwn(twins, row.id) ? twins[row.id] : undefined));
  }
  return results;
}

async function twinsIn(module: string): Promise<PackageTwins | undefined> {
  const exported = (await import(pathToFileURL(module).href)) as { readonly packageTwins?: PackageTwins };
  return exported.packageTwins;
}
