import { basename } from "node:path";
import { type SourceMap, transformSync } from "oxc-transform";
import { placeOfByte, SourceSyntaxError } from "./source-syntax-error.js";
import { transformOptions } from "./transform-options.js";
import { tsconfigOf } from "./tsconfig.js";

/** The JavaScript of a source, and how its lines lead back. */
export interface Transformed {
  readonly code: string;
  readonly map: SourceMap | undefined;
}

/** The JavaScript of a source. @throws `SourceSyntaxError` */
export function transformed(file: string, text: string): Transformed {
  const options = transformOptions(tsconfigOf(file)?.options ?? {});
  const { code, map, errors } = transformSync(basename(file), text, options);
  const [error] = errors;
  if (error === undefined) return { code, map };
  const place = placeOfByte(text, error.labels[0]?.start ?? 0);
  throw new SourceSyntaxError({ file, ...place, problem: error.message });
}
