import { dirname, extname, join } from "node:path";

/**
 * Whether it is certain that a JavaScript or TypeScript module exports nothing.
 *
 * The text alone is looked at: loading the module a second time could run the author's program a second time. Words
 * in comments and strings may look like exports; then nothing is certain.
 */
export function exportsNothing(file: string): boolean {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return false;
  const text = read(file);
  if (text === undefined || EXPORT.test(text)) return false;
  return isEsm(file) || !/\bexports\b/.test(text);
}

const EXPORT =
  /\bexport\s*(?:[{*=@]|(?:default|const|let|var|function|class|async|type|interface|enum|abstract|declare|namespace|module|import|as)\b)/;

function isEsm(file: string): boolean {
  const extension = extname(file);
  if (extension.startsWith(".c")) return false;
  return extension.startsWith(".m") || isInEsmPackage(dirname(file));
}

function isInEsmPackage(folder: string): boolean {
  const text = read(join(folder, "package.json"));
  if (text !== undefined) return /"type"\s*:\s*"module"/.test(text);
  return dirname(folder) !== folder && isInEsmPackage(dirname(folder));
}

// What cannot be read is reported by whoever loads it.
function read(file: string): string | undefined {
  try {
    // Loaded only here, since importing `node:fs` is slow (docs/benchmarks.md).
    return process.getBuiltinModule("node:fs").readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
