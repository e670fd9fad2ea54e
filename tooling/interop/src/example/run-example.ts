import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Python } from "../exchange/python.js";

const EXAMPLE = fileURLToPath(new URL("../../../../examples/07-measurements/", import.meta.url));

// In the example's folder, so that its packages are found as its own program finds them.
const PROGRAM = `
  import { runLocal } from "@flytekit-ts/local-exec";
  import { measured } from "./dist/measurements.js";
  const { rows, highest } = await runLocal(measured, { all: "data/measurements.parquet" });
  console.log(JSON.stringify({ rows: rows.uri, highest: highest.uri }));
`;

/**
 * Runs an example, and lets Python read the dataset and the file that it wrote.
 *
 * @returns in what they differ from what pandas makes of the same data; undefined if in nothing.
 */
export async function runExample(python: Python): Promise<string | undefined> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", PROGRAM], {
    cwd: EXAMPLE,
    encoding: "utf8",
  });
  if (status !== 0) return `the example failed: ${stderr}`;
  const outputs = JSON.parse(stdout) as { readonly rows: string; readonly highest: string };
  const [answer] = await python.ask("example", [{ ...outputs, folder: EXAMPLE }]);
  return answer === undefined ? "Python said nothing" : answer.difference;
}
