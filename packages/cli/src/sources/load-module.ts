import { statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";
import { isJavaScript, needsTransform } from "./hooks/file-kinds.js";
import { registerLoader } from "./loading/register-loader.js";

/**
 * What a module exports: JavaScript, or TypeScript as its author wrote it.
 *
 * @throws `SOURCE_UNLOADABLE`
 */
export async function loadModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  const path = resolve(file);
  const problem = problemOf(path);
  if (problem !== undefined) throw errors.SOURCE_UNLOADABLE({ file, problem });
  try {
    if (!isJavaScript(path)) await registerLoader();
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    // What is wrong with a declaration says so itself.
    if (isFlytekitError(cause)) throw cause;
    throw errors.SOURCE_UNLOADABLE({ file, problem: textOf(cause).replace(/\.$/, "") }, { cause });
  }
}

function problemOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return "there is no such file";
  if (stat.isDirectory()) return "it is a folder";
  if (!isJavaScript(path) && !needsTransform(path)) return "it is neither TypeScript nor JavaScript";
  return undefined;
}
