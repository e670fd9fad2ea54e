import { basename } from "node:path";
import { type SourceMap, transformSync } from "oxc-transform";
import { faultAt, type SyntaxFault } from "./syntax-fault.js";
import { transformOptions } from "./transform-options.js";
import { tsconfigOf } from "./tsconfig.js";

/** The JavaScript of a source, and how its lines lead back. */
export interface Transformed {
  readonly code: string;
  readonly map: SourceMap | undefined;
}

/** The JavaScript of a source, or what is wrong in it. */
export function transformed(file: string, text: string): Transformed | SyntaxFault {
  const options = transformOptions(tsconfigOf(file)?.options ?? {});
  const { code, map, errors } = transformSync(basename(file), text, options);
  const [error] = errors;
  if (error === undefined) return { code, map };
  // It counts bytes of UTF-8.
  const before = Buffer.from(text).subarray(0, error.labels[0]?.start ?? 0);
  return faultAt(file, { text, offset: before.toString("utf8").length, problem: error.message });
}
