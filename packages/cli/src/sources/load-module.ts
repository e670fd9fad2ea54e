import { pathToFileURL } from "node:url";
import { textOf } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";

/** What a module exports. @throws `SOURCE_UNLOADABLE` */
export async function loadModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw errors.SOURCE_UNLOADABLE({ file, problem: textOf(cause).replace(/\.$/, "") }, { cause });
  }
}
