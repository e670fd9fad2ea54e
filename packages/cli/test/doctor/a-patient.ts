import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Finding } from "../../src/doctor/finding.js";
import type { Check, Patient } from "../../src/doctor/patient.js";
import { runCli, type Around } from "../support/run-cli.js";

/** A new folder with these files, until the test ends; `x@` is a link `x`. */
export function aFolder(files: Readonly<Record<string, string | object>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "doctor-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const text = typeof content === "string" ? content : JSON.stringify(content);
    if (path.endsWith("@")) symlinkSync(text, file.slice(0, -1));
    else writeFileSync(file, text);
  }
  return folder;
}

/** What one check finds in a folder, as `status: what it says`. */
export async function found(check: Check, folder: string): Promise<readonly string[]> {
  const never = () => Promise.reject(new Error("not asked for"));
  const patient: Patient = {
    folder,
    env: {},
    signal: new AbortController().signal,
    project: never,
    cluster: never,
  };
  const findings = await check.examine(patient);
  return ("status" in findings ? [findings] : findings).map(said);
}

export const said = ({ status, says }: Finding): string => `${status}: ${says}`;

/** What `tsflyte doctor` says of these checks, and how it ends. */
export async function diagnosed(
  cwd: string,
  names: readonly string[],
  { env, argv = [] }: { readonly env?: Around["env"]; readonly argv?: readonly string[] } = {},
): Promise<{ readonly code: number; readonly says: readonly string[]; readonly all: string }> {
  const { code, objects, stdout, stderr } = await runCli(["doctor", "--json", ...argv], {
    cwd,
    env: { HOME: cwd, ...env },
  });
  const says = objects
    .filter(({ name }) => names.includes(String(name)))
    .map(({ status, says: text }) => `${String(status)}: ${String(text)}`);
  return { code, says, all: stdout + stderr };
}
