import { readOptions, USAGE } from "./cli/options.js";
import { runPackage } from "./cli/run-package.js";

const print = (line: string): void => console.log(line);

try {
  process.exitCode = (await runPackage(readOptions(process.argv.slice(2)), print)) ? 0 : 1;
} catch (error) {
  const isUsage = error instanceof TypeError;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = isUsage ? 2 : 1;
}
