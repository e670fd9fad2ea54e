import { createRequire } from "node:module";

let known: Readonly<Record<string, string>> | undefined;

const PACKAGES = ["models", "core", "workflow", "local-exec"] as const;

/** The versions of node and of the packages that run here. In a program that was bundled, those of packages are not known. */
export function versionsHere(): Readonly<Record<string, string>> {
  if (known !== undefined) return known;
  const near = createRequire(import.meta.url);
  const packages = PACKAGES.map((name) => [`@flytekit-ts/${name}`, versionOf(name, near)] as const);
  known = { node: process.versions.node, ...Object.fromEntries(packages) };
  return known;
}

function versionOf(name: string, near: NodeJS.Require): string {
  try {
    return (near(`@flytekit-ts/${name}/package.json`) as { readonly version: string }).version;
  } catch {
    return "bundled";
  }
}
