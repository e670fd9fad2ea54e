import type { Bundle } from "./bundle.js";

/**
 * Why each file is in a bundle: its size and the imports that lead to it, the largest first; after them the packages
 * that are not in it, with the lines that import them.
 */
export function explain({ code, files, externals, builtins }: Bundle): string {
  const width = String(code.length).length;
  const rows = files.map(({ path, size, chain }) => {
    const way = chain.slice(0, -1);
    return `${String(size).padStart(width)}  ${path}${way.length === 0 ? "" : `  <- ${way.toReversed().join(" <- ")}`}`;
  });
  const outside = externals.map(({ name, version, reason, importedAt }) => {
    const lines = importedAt.map(({ file, line, column }) => `${file}:${line}:${column}`);
    return `outside: ${name} ${version} (${reason === "native" ? "it has a binary" : "by the options"})  <- ${lines.join(", ")}`;
  });
  const node = builtins.length === 0 ? [] : [`outside: ${builtins.join(", ")}`];
  return [`${code.length}  in all`, ...rows, ...outside, ...node].join("\n");
}
