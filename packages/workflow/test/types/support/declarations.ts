import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newest, runTsc } from "./compilers.js";

/** Declaration files, by their paths in the `dist` of their package. */
export type Declarations = ReadonlyMap<string, string>;

const made = new Map<string, Promise<Declarations>>();

/**
 * The declarations of a package of ours, from its sources or, with `FLYTEKIT_TYPES_FROM=dist`, from its last build.
 *
 * They are made once for all files of tests that one process runs.
 */
export async function declarationsOf(source: string): Promise<Declarations> {
  const known = made.get(source);
  if (known !== undefined) return known;
  const declarations = process.env["FLYTEKIT_TYPES_FROM"] === "dist" ? builtBefore(source) : emit(source);
  made.set(source, declarations);
  return declarations;
}

async function emit(source: string): Promise<Declarations> {
  const dist = mkdtempSync(join(tmpdir(), "flytekit-declarations-"));
  const args = [
    ["--project", join(source, "tsconfig.build.json"), "--outDir", dist],
    ["--emitDeclarationOnly", "--noCheck", "--declarationMap", "false", "--sourceMap", "false"],
    ["--customConditions", "@flytekit-ts/source"],
  ];
  try {
    const { diagnostics } = await runTsc(newest, source, args.flat());
    if (diagnostics.length > 0) throw new Error(`No declarations were made:\n${diagnostics.join("\n")}`);
    // Those that are sources themselves are not written by the compiler.
    return new Map([...read(join(source, "src")), ...read(dist)]);
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

async function builtBefore(source: string): Promise<Declarations> {
  const dist = join(source, "dist");
  if (!existsSync(join(dist, "entries", "index.d.ts")))
    throw new Error(`${dist} holds no declarations; build first.`);
  return read(dist);
}

function read(dist: string): Declarations {
  const paths = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".d.ts"),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(dist, path), "utf8")]));
}
