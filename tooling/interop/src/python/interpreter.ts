import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./command.js";

/** How a Python is started: its command, and what its environment has beside ours. */
export interface Interpreter {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

const folder = new URL("../../python/", import.meta.url);

/** A file of the folder `python`. */
export function pythonFile(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

export const REQUIREMENTS = pythonFile("requirements.txt");

const wanted: ReadonlyMap<string, string> = new Map(
  readFileSync(REQUIREMENTS, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("==") as [string, string]),
);

/** The versions of Python and of the packages that we need; undefined if there is no such Python. */
export function versionsOf({
  command,
  env,
}: Interpreter): Readonly<Record<string, string | null>> | undefined {
  const { ok, output } = run(command, [pythonFile("versions.py"), ...wanted.keys()], env);
  return ok ? (JSON.parse(output) as Record<string, string | null>) : undefined;
}

/** Whether a Python has all packages in the versions that we need. */
export function isReady(interpreter: Interpreter): boolean {
  const found = versionsOf(interpreter);
  if (found === undefined) return false;
  return [...wanted].every(([name, version]) => fits(found[name] ?? "", version));
}

/** Whether a version is the wanted one: `26.0.1` is `26.*`. */
export function fits(version: string, wanted: string): boolean {
  return wanted.endsWith("*") ? version.startsWith(wanted.slice(0, -1)) : version === wanted;
}
