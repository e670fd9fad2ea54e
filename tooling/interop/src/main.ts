import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { interop } from "./interop.js";
import { readOptions } from "./options.js";
import { preparePython } from "./python/prepare-python.js";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = fileURLToPath(new URL("../node_modules/.cache/python", import.meta.url));

try {
  const options = readOptions(process.argv.slice(2));
  const count = await interop(preparePython(folder, say), options, say);
  const report = process.env["FLYTEKIT_INTEROP_REPORT"];
  if (report !== undefined) writeFileSync(report, JSON.stringify(count));
  process.exitCode = count.failed === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
