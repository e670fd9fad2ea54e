import { statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { type Signal, systemCode, systemWords, untilAborted } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { isJavaScript, needsTransform } from "./hooks/file-kinds.js";
import { leadsToTypeScript } from "./loading/leads-to-typescript.js";
import { registerLoader } from "./loading/register-loader.js";
import { whileAwaited } from "./loading/while-awaited.js";
import { withGlobals } from "./loading/with-globals.js";

/**
 * What a module exports: JavaScript, or TypeScript as its author wrote it.
 *
 * @throws `SOURCE_UNLOADABLE`, and errors of declarations in it; the reason of the signal when it fires, as where the module
 * waits at its top level
 */
export async function loadModule(file: string, signal?: Signal): Promise<Readonly<Record<string, unknown>>> {
  const path = resolve(file);
  await assertSource(file);
  try {
    if (!isJavaScript(path) || leadsToTypeScript(path)) await registerLoader();
    const loading = withGlobals(file, () => import(pathToFileURL(path).href));
    return await untilAborted(whileAwaited(file, loading), signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw await (await import("./faults/loading-error.js")).loadingError(cause, path);
  }
}

/** Whether there is a file of sources at a path, before anybody reads it. @throws `SOURCE_UNLOADABLE` */
export async function assertSource(file: string): Promise<void> {
  const problem = problemOf(resolve(file));
  if (problem !== undefined) throw await unloadable(file, problem);
}

function problemOf(path: string): string | undefined {
  const problem = problemOnDisk(path);
  if (problem !== undefined) return problem;
  if (!isJavaScript(path) && !needsTransform(path)) return "it is neither TypeScript nor JavaScript";
  // It would be a slash to some, and so Node takes it nowhere in the address of a module.
  return sep === "/" && path.includes("\\")
    ? "its path has a backslash, which Node does not load"
    : undefined;
}

function problemOnDisk(path: string): string | undefined {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return "it is a folder";
    return stat.isFile() ? undefined : "it is a device, a pipe or a socket";
  } catch (error) {
    return systemCode(error) === "ERR_INVALID_ARG_VALUE" ? "it is no path" : systemWords(error, "reading");
  }
}

async function unloadable(file: string, problem: string): Promise<Error> {
  const { adviceOnPath } = await import("./near/advice-on-path.js");
  return errors.SOURCE_UNLOADABLE({ file, problem, advice: adviceOnPath(resolve(file)) });
}
