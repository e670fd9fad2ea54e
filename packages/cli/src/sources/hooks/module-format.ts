import { Script } from "node:vm";
import { packageTypeOf } from "./package-type.js";

/** What Node calls a module. */
export type ModuleFormat = "module" | "commonjs";

/** A module with its format. */
export interface Formatted {
  readonly format: ModuleFormat;
  readonly source: string;
}

/**
 * The format of what was TypeScript: that of its extension or its package, as for JavaScript. Where these do not say
 * "module", what is written decides: a file with `import` and `export` is a module, though TypeScript could make CommonJS of it.
 */
export function moduleFormat(path: string, code: string): Formatted {
  const isModule = /\.mtsx?$/.test(path) || (!/\.ctsx?$/.test(path) && packageTypeOf(path) === "module");
  if (isModule) return { format: "module", source: withRequire(code) };
  // What had only types to import is a module for the transformer.
  const script = /^(?:module\.)?exports\b/m.test(code) ? code.replace(/\nexport \{\};\s*$/, "\n") : code;
  if (isScript(script)) return { format: "commonjs", source: script };
  return { format: "module", source: withRequire(code) };
}

function isScript(code: string): boolean {
  try {
    // The function around it is Node's: a script may return.
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`);
    return script instanceof Script;
  } catch {
    return false;
  }
}

/**
 * A module in which the names of CommonJS are there, if it uses them and does not declare them: `import x = require("y")` becomes
 * a call of `require`, and what used to be built as CommonJS asks for its folder. All of it is on the first line, so
 * that the other lines stay where they are.
 */
function withRequire(code: string): string {
  const used = Object.keys(DECLARATIONS).filter((name) => isFree(name, code));
  if (used.length === 0) return code;
  const parts = [
    'import { createRequire as __flyteRequire } from "node:module";',
    'import { fileURLToPath as __flytePath } from "node:url";',
    ...used.map((name) => DECLARATIONS[name]),
  ];
  return parts.join(" ") + code;
}

const DECLARATIONS: { readonly [name: string]: string } = {
  require: "const require = __flyteRequire(import.meta.url);",
  __filename: "const __filename = __flytePath(import.meta.url);",
  __dirname: 'const __dirname = __flytePath(new URL(".", import.meta.url)).replace(/(?<=.)[\\\\/]$/, "");',
};

function isFree(name: string, code: string): boolean {
  const declared = new RegExp(
    String.raw`\b(?:const|let|var|function|class)\s+${name}\b|\b(?:const|let|var)\s*\{[^}]*\b${name}\b|import\b[^;]*\b${name}\b[^;]*\bfrom\b`,
  );
  return new RegExp(String.raw`(?<![.\w$"'])${name}\b(?!["'])`).test(code) && !declared.test(code);
}
