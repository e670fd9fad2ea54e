import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PACKAGES = fileURLToPath(new URL("../../packages/", import.meta.url));
const PROGRAMS = ["tsflyte-execute", "tsflyte-map-execute", "tsflyte-fast-execute"];

/**
 * Build the programs of the runtime from their sources, and the packages of object stores beside them. The folder ends with
 * this process.
 *
 * @returns {Promise<import("./build-image.js").Image>}
 */
export async function buildImage() {
  const folder = mkdtempSync(join(tmpdir(), "image-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  /** @satisfies {import("esbuild").BuildOptions} */
  const common = {
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@flytekit-ts/source"],
  };
  const bin = join(folder, "bin");
  const sources = PROGRAMS.map((program) => join(PACKAGES, "runtime/src/bins", `${program}.ts`));
  await build({ ...common, entryPoints: sources, outdir: bin, external: ["@flytekit-ts/storage-*"] });
  const store = join(folder, "node_modules/@flytekit-ts/storage-s3");
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, "package.json"), '{"type": "module", "exports": "./index.js"}');
  const s3 = join(PACKAGES, "storage-s3/src/entries/index.ts");
  await build({ ...common, entryPoints: [s3], outdir: store, external: ["@aws-sdk/*"] });
  symlinkSync(join(PACKAGES, "storage-s3/node_modules/@aws-sdk"), join(folder, "node_modules/@aws-sdk"));
  for (const program of PROGRAMS) {
    chmodSync(join(bin, `${program}.js`), 0o755);
    symlinkSync(`${program}.js`, join(bin, program));
  }
  return { folder, path: [bin, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter) };
}
