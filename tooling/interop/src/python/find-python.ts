import { versionsOf } from "./interpreter.js";

const COMMANDS = ["python3", "python3.14", "python3.13", "python3.12", "python3.11"];
const OLDEST = 11;

/** The command of this machine's Python, 3.11 or later. @throws if there is none, with what to do. */
export function findPython(): string {
  const seen: string[] = [];
  for (const command of COMMANDS) {
    const version = versionsOf({ command, env: {} })?.["python"];
    if (version == null) continue;
    if (isNewEnough(version)) return command;
    seen.push(`${command} is ${version}`);
  }
  const found = seen.length === 0 ? "there is no python3 here" : seen.join(", ");
  throw new Error(
    `interop needs Python 3.${OLDEST} or later, but ${found}. Install it, with venv or pip (on Debian: ` +
      "apt-get install python3 python3-venv), or name a Python that has flytekit in FLYTEKIT_PYTHON.",
  );
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major === 3 && minor >= OLDEST;
}
