import { basename } from "node:path";
import { transformSync } from "oxc-transform";
import { nestingFault } from "./nesting-fault.js";
import { faultAt, type SyntaxFault } from "./syntax-fault.js";
import { transformOptions } from "./transform-options.js";
import { readTsconfig } from "./tsconfig.js";
import { hasStandardDecorators, withEsbuild } from "./with-esbuild.js";

/** The JavaScript of a source, and how its lines lead back. */
export interface Transformed {
  readonly code: string;
  readonly map: object | undefined;
}

/** The JavaScript of a source, or what is wrong in it. */
export function transformed(file: string, text: string): Transformed | SyntaxFault {
  const tsconfig = readTsconfig(file);
  if (tsconfig !== undefined && "problem" in tsconfig) return tsconfig;
  const written = tsconfig?.options ?? {};
  const nesting = nestingFault(file, text);
  if (nesting !== undefined) return nesting;
  const { code, map, errors } = transformSync(basename(file), text, transformOptions(written));
  const [error] = errors;
  if (error === undefined)
    return (hasStandardDecorators(code) ? withEsbuild(file, text, written) : undefined) ?? { code, map };
  // It counts bytes of UTF-8.
  const before = Buffer.from(text).subarray(0, error.labels[0]?.start ?? 0);
  return faultAt(file, { text, offset: before.toString("utf8").length, problem: error.message });
}
