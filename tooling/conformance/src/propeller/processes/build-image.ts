import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";

/** What an image would hold: the commands of containers, and modules with tasks. */
export interface Image {
  readonly folder: string;
  /** What is started for the programs that templates name. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  /** The built modules, by the name of their source. */
  readonly modules: ReadonlyMap<string, string>;
}

const PROGRAMS = { "tsflyte-execute": "execute", "tsflyte-map-execute": "mapExecute" };

/** Build modules with tasks, and the commands that run them, from their sources. The folder ends with this process. */
export async function buildImage(sources: readonly URL[]): Promise<Image> {
  const folder = mkdtempSync(join(tmpdir(), "image-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const common = {
    bundle: true,
    platform: "node" as const,
    format: "esm" as const,
    target: "node20",
    conditions: ["@flytekit-ts/source"],
    outExtension: { ".js": ".mjs" },
    absWorkingDir: fileURLToPath(new URL("../../..", import.meta.url)),
  } satisfies BuildOptions;
  const files = sources.map((source) => fileURLToPath(source));
  await build({ ...common, entryPoints: files, outdir: join(folder, "modules"), outbase: "src/cases" });
  for (const [program, name] of Object.entries(PROGRAMS)) {
    const contents = `import { ${name}, runCommand } from "@flytekit-ts/runtime";
void runCommand(${name}, process.argv.slice(2));`;
    const stdin = { contents, resolveDir: common.absWorkingDir, loader: "ts" } as const;
    await build({ ...common, stdin, outfile: join(folder, `${program}.mjs`), splitting: false });
  }
  const modules = files.map(
    (file) => [basename(file, ".ts"), join(folder, "modules", basename(file, ".ts") + ".mjs")] as const,
  );
  const commands = Object.keys(PROGRAMS).map(
    (program) => [program, [process.execPath, join(folder, `${program}.mjs`)]] as const,
  );
  return { folder, commands: Object.fromEntries(commands), modules: new Map(modules) };
}
