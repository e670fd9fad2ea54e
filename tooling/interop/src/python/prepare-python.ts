import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lastLines, run } from "./command.js";
import { findPython } from "./find-python.js";
import { type Interpreter, isReady, REQUIREMENTS, versionsOf } from "./interpreter.js";

const PIP = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"];

/**
 * A Python with the packages that we need: that of `FLYTEKIT_PYTHON`, one that an earlier run prepared in `folder`,
 * or one that is prepared there now.
 *
 * @throws if there is no Python, or nothing that installs packages.
 */
export function preparePython(folder: string, say: (line: string) => void): Interpreter {
  const named = process.env["FLYTEKIT_PYTHON"];
  if (named !== undefined) return assertReady({ command: named, env: {} });
  const command = findPython();
  const ready = [inEnvironment(folder), inTarget(folder, command)].find(isReady);
  if (ready !== undefined) return ready;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`Installing ${readFileSync(REQUIREMENTS, "utf8").trim().replaceAll("\n", ", ")} for ${command} ...`);
  return assertReady(install(command, folder));
}

function install(command: string, folder: string): Interpreter {
  const environment = inEnvironment(folder);
  const made = run(command, ["-m", "venv", join(folder, "venv")]);
  const inVenv = made.ok ? run(environment.command, [...PIP, "-r", REQUIREMENTS]) : made;
  if (inVenv.ok) return environment;
  if (made.ok) throw new Error(`pip could not install what interop needs:\n${lastLines(inVenv.complaints)}`);
  // Debian has venv in a package of its own. Its pip, if it is there, can install beside Python's own packages.
  rmSync(join(folder, "venv"), { recursive: true, force: true });
  const inFolder = run(command, [...PIP, "--target", join(folder, "packages"), "-r", REQUIREMENTS]);
  if (inFolder.ok) return inTarget(folder, command);
  throw new Error(
    `interop needs venv or pip for ${command} (on Debian: apt-get install python3-venv). venv says:\n` +
      `${lastLines(`${made.output}${made.complaints}`)}\npip says:\n${lastLines(inFolder.complaints)}`,
  );
}

function inEnvironment(folder: string): Interpreter {
  return { command: join(folder, "venv", "bin", "python"), env: {} };
}

function inTarget(folder: string, command: string): Interpreter {
  return { command, env: { PYTHONPATH: join(folder, "packages"), PYTHONNOUSERSITE: "1" } };
}

function assertReady(interpreter: Interpreter): Interpreter {
  if (isReady(interpreter)) return interpreter;
  const found = versionsOf(interpreter);
  const words = found === undefined ? "cannot be started" : `has ${JSON.stringify(found)}`;
  throw new Error(
    `interop needs ${readFileSync(REQUIREMENTS, "utf8").trim().replaceAll("\n", ", ")}, but ${interpreter.command} ${words}.`,
  );
}
