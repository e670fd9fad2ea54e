import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

/**
 * What the entries' declarations and the source maps of an installed package name that is not installed with it:
 * packages that it does not depend on, and sources outside it. One line for each.
 */
export function strayNames(folder: string): readonly string[] {
  const {
    dependencies = {},
    peerDependencies = {},
    exports,
  } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const known = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [] : (entry.types ?? []),
  );
  const maps = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).flatMap((name) =>
    name.endsWith(".map") ? [join("dist", name)] : [],
  );
  return [
    ...reached(entries.map((entry) => join(folder, entry))).flatMap((file) =>
      strayImports(file, known).map((stray) => `${relative(folder, file)}: ${stray}`),
    ),
    ...maps.flatMap((file) => straySources(join(folder, file), folder).map((stray) => `${file}: ${stray}`)),
  ];
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
}

/** Some declarations, and all those of the same package that they import, directly or not. */
function reached(files: readonly string[]): readonly string[] {
  const found = new Set(files);
  // A set that grows is walked to its new end.
  for (const file of found)
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import\() ?"(\.[^"]*)"/g))
      found.add(join(dirname(file), name.replace(/js$/, "d.ts")));
  return [...found];
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
  const { sources } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly sources: readonly (string | null)[];
  };
  return sources.flatMap((source) =>
    source === null || isKnown(source, dirname(file), folder) ? [] : [source],
  );
}

function isKnown(source: string, near: string, folder: string): boolean {
  if (source.startsWith("npm:")) return true;
  if (source.startsWith("node:")) return isBuiltin(source);
  const path = resolve(near, source);
  return path.startsWith(`${folder}/`) && existsSync(path);
}
