import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";

/**
 * What the declarations and source maps of an installed package name that is not installed with it: packages that it
 * does not depend on, and sources outside it. One line for each.
 */
export function strayNames(folder: string): readonly string[] {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as Readonly<Record<"dependencies" | "peerDependencies", Record<string, string> | undefined>>;
  const known = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  return readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const file = join(folder, "dist", name);
    if (name.endsWith(".d.ts")) return strayImports(file, known).map((stray) => `${name}: ${stray}`);
    return name.endsWith(".map") ? straySources(file, folder).map((stray) => `${name}: ${stray}`) : [];
  });
}

function strayImports(file: string, known: ReadonlySet<string>): readonly string[] {
  const named = [...readFileSync(file, "utf8").matchAll(/(?:from|import\() ?"([^."][^"]*)"/g)];
  return named
    .map(([, entry = ""]) =>
      entry
        .split("/")
        .slice(0, entry.startsWith("@") ? 2 : 1)
        .join("/"),
    )
    .filter((name) => !isBuiltin(name) && !known.has(name));
}

function straySources(file: string, folder: string): readonly string[] {
  const { sources } = JSON.parse(readFileSync(file, "utf8")) as { readonly sources: readonly string[] };
  return sources.filter((source) => {
    const path = resolve(dirname(file), source);
    return !source.startsWith("npm:") && !(path.startsWith(`${folder}/`) && existsSync(path));
  });
}
