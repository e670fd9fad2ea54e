import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";

/** The packages of imports, each with the version that a file would load: `zod@4.1.5`. Node's own modules are left out. */
export function packageVersions(imports: readonly string[], file: string): readonly string[] {
  const names = new Set(imports.filter((path) => !isOfNode(path)).map(packageOf));
  return [...names].toSorted().map((name) => `${name}@${versionOf(name, dirname(file))}`);
}

const OF_NODE: ReadonlySet<string> = new Set(builtinModules);

function isOfNode(path: string): boolean {
  return path.startsWith("node:") || OF_NODE.has(path);
}

function packageOf(path: string): string {
  const [scope = "", name = ""] = path.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

// By hand: many packages do not let their package.json be resolved.
function versionOf(name: string, folder: string): string {
  try {
    const text = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
    return String((JSON.parse(text) as { readonly version?: unknown }).version);
  } catch {
    const above = dirname(folder);
    return above === folder ? "unknown" : versionOf(name, above);
  }
}
