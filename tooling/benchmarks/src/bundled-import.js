import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { timeOf } from "./cold-import.js";
import { row, spreadOf } from "./measure.js";

const PAIRS = 40;
const packages = fileURLToPath(new URL("../../../packages", import.meta.url));

/**
 * What a bundled program pays for being able to connect to a cluster: gRPC and Flyte's messages are chunks that are loaded
 * when it does. Whole processes, in turn with a process that imports nothing.
 */
export async function bundledImport() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "bundled-")));
  try {
    mkdirSync(join(root, "node_modules"));
    symlinkSync(packages, join(root, "node_modules/@flytekit-ts"));
    writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(
      join(root, "main.js"),
      `import { connect } from "@flytekit-ts/remote";\nglobalThis.connect = connect;\n`,
    );
    const bundle = await rolldown({
      input: join(root, "main.js"),
      platform: "node",
      external: ["@napi-rs/keyring"],
      logLevel: "silent",
    });
    const { output } = await bundle.write({ dir: join(root, "out"), format: "esm", minify: true });
    const [entry, ...chunks] = output.filter(({ type }) => type === "chunk");
    const ratios = Array.from({ length: PAIRS }, () => {
      const bare = timeOf(["-e", "0"]);
      return timeOf([join(root, "out", "main.js")]) / bare;
    });
    const size =
      entry.code.length +
      chunks
        .filter(({ fileName }) => entry.imports.includes(fileName))
        .reduce((sum, { code }) => sum + code.length, 0);
    return [
      row(`import @flytekit-ts/remote, bundled; ${size} bytes, by bare node`, spreadOf(ratios), {
        unit: "x",
        aim: "<= 2",
      }),
    ];
  } finally {
    rmSync(root, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const line of await bundledImport()) process.stdout.write(`${line}\n`);
}
