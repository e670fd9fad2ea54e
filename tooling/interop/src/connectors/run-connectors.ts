import { readFileSync } from "node:fs";
import type { Interpreter } from "../python/interpreter.js";
import { calledByPython } from "./called-by-python.js";
import { callingPython } from "./calling-python.js";
import { startPython } from "./python-process.js";

const RECORDED = new URL("../../../../packages/remote/test/data/connector-templates.json", import.meta.url);

/**
 * Lets Python's client call our connectors, the stand-in for the engine call flytekit's, and compares the recorded templates
 * of sensors and webhooks with those that flytekit makes now.
 *
 * @returns in what anything differs; undefined if in nothing.
 */
export async function runConnectors(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  const made = await startPython(interpreter, "connector_templates.py").output;
  if (made !== readFileSync(RECORDED, "utf8"))
    return "flytekit's templates are no longer those that were recorded";
  return (await calledByPython(interpreter)) ?? (await callingPython(interpreter, folder));
}
