import { existsSync, readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import type { CachedTask } from "@flytekit-ts/core/tasks";

/** The file that declares a task. */
export interface TaskSource {
  readonly file: string;
  readonly text: string;
  /** The constant of the module that is the task. Undefined for a task that is declared elsewhere than at its top. */
  readonly name: string | undefined;
}

/**
 * The source of a task as its author wrote it, if that is on this machine, or else the file that was loaded. Undefined if
 * neither is: for code that was made from a text.
 */
export function taskSource({ definedAt }: CachedTask): TaskSource | undefined {
  const { location, module } = definedAt;
  if (location !== undefined && isFile(location.file)) {
    const text = readFileSync(location.file, "utf8");
    return { file: location.file, text, name: nameAt(text, location.line) };
  }
  if (module === undefined || !isFile(module)) return undefined;
  return { file: module, text: readFileSync(module, "utf8"), name: undefined };
}

function isFile(path: string): boolean {
  return isAbsolute(path) && existsSync(path);
}

function nameAt(text: string, line: number): string | undefined {
  const declaration = text.split("\n")[line - 1] ?? "";
  return /^(?:export\s+)?(?:const|let|var)\s+([A-Za-z_$][\w$]*)\b/.exec(declaration)?.[1];
}
