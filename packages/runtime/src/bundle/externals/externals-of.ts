import type { SourceLocation } from "@flytekit-ts/core";
import { errors } from "../../errors.js";
import type { BundlePlatform } from "../options/bundle-options.js";
import type { Bundling } from "../modules/bundling.js";
import { missingBinary } from "../native/missing-binary.js";
import type { Package } from "../packages/package-json.js";
import type { BundleExternal } from "./external.js";

/**
 * The packages that modules of a bundle import and that are not in it.
 *
 * @throws `BUNDLE_NATIVE_MISSING` if one has no binary for a platform on which the bundle is to run.
 */
export function externalsOf(bundling: Bundling, modules: ReadonlySet<string>): readonly BundleExternal[] {
  const externals = [...bundling.leftOut.values()].flatMap(
    ({ found, reason, importers }): BundleExternal[] => {
      const importedAt = [...importers].filter(([file]) => modules.has(file)).map(([, line]) => line);
      if (importedAt.length === 0) return [];
      const { name, version, folder } = found;
      return [{ name, version, reason, folder, importedAt: importedAt.toSorted(byLine) }];
    },
  );
  for (const { folder, reason, importedAt } of externals) {
    const native = bundling.leftOut.get(folder)?.found;
    if (native === undefined || reason !== "native") continue;
    for (const platform of bundling.options.platforms) assertBinary(native, platform, importedAt[0]);
  }
  return externals.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function assertBinary(native: Package, platform: BundlePlatform, location: SourceLocation | undefined): void {
  const problem = missingBinary(native, platform);
  if (problem === undefined) return;
  const [os = "", cpu = "", libc = "glibc"] = platform.split("-");
  throw errors.BUNDLE_NATIVE_MISSING(
    {
      what: `The native package ${native.name} ${native.version}`,
      problem,
      advice: `Install it for the machine that runs the tasks: \`npm install --os=${os} --cpu=${cpu} --libc=${libc}\`, or with pnpm \`supportedArchitectures\`. Otherwise bundle on such a machine, or give other \`platforms\`.`,
    },
    { location },
  );
}

function byLine(a: SourceLocation, b: SourceLocation): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
