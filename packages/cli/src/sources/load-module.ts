import { statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Signal } from "@flytekit-ts/core/storage";
import { untilAborted } from "../command/until-aborted.js";
import { errors } from "../errors.js";
import { isJavaScript, needsTransform } from "./hooks/file-kinds.js";
import { leadsToTypeScript } from "./loading/leads-to-typescript.js";
import { registerLoader } from "./loading/register-loader.js";
import { whileAwaited } from "./loading/while-awaited.js";

/**
 * What a module exports: JavaScript, or TypeScript as its author wrote it.
 *
 * @throws `SOURCE_UNLOADABLE`, and errors of declarations in it; the reason of the signal when it fires, as where the module
 * waits at its top level
 */
export async function loadModule(file: string, signal?: Signal): Promise<Readonly<Record<string, unknown>>> {
  const path = resolve(file);
  const problem = problemOf(path);
  if (problem !== undefined) throw await unloadable(file, problem);
  try {
    if (!isJavaScript(path) || leadsToTypeScript(path)) await registerLoader();
    const loading = import(pathToFileURL(path).href) as Promise<Record<string, unknown>>;
    return await untilAborted(whileAwaited(file, loading), signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw await (await import("./faults/loading-error.js")).loadingError(cause, path);
  }
}

function problemOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return "there is no such file";
  if (stat.isDirectory()) return "it is a folder";
  if (!isJavaScript(path) && !needsTransform(path)) return "it is neither TypeScript nor JavaScript";
  return undefined;
}

async function unloadable(file: string, problem: string): Promise<Error> {
  const { adviceOnPath } = await import("./near/advice-on-path.js");
  return errors.SOURCE_UNLOADABLE({ file, problem, advice: adviceOnPath(resolve(file)) });
}
