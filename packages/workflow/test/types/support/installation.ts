import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { newest, runTsc } from "./compilers.js";

const types = fileURLToPath(new URL("..", import.meta.url));
const workflow = join(types, "../..");
const core = packageOf("@flytekit-ts/core", workflow);
const models = packageOf("@flytekit-ts/models", core);

/** Our packages, and which of our packages each depends on. */
const OURS = [
  { source: models, uses: [] },
  { source: core, uses: [models] },
  { source: workflow, uses: [models, core] },
];

/** What an author depends on beside our packages, as far as the corpus does. */
const LIBRARIES = ["@types/node", "arktype", "valibot", "vitest", "zod"];

const OPTIONS = {
  target: "es2023",
  lib: ["es2023"],
  types: ["node"],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

/** An author's project in a directory of its own, with our packages installed as declarations alone. */
export interface Installation {
  readonly directory: string;
  /** Write files, by their paths in the project. */
  write(files: { readonly [path: string]: string }): void;
  readonly remove: () => void;
}

/**
 * Install our packages as their users see them: declaration files, none of our sources, no source condition.
 *
 * The declarations are made from the sources on the spot, by the compiler and the settings of the build, so
 * that no build is needed; with `FLYTEKIT_TYPES_FROM=dist` they are those that the last build left. As pnpm
 * does it, a package sees what it depends on and nothing else: the project sees `direct`.
 */
export async function install({
  direct = ["workflow"],
}: { direct?: readonly string[] } = {}): Promise<Installation> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "flytekit-types-")));
  const write = (files: { readonly [path: string]: string }): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
  };
  const placeOf = (source: string): string => join(directory, "packages", basename(source));
  for (const { source, uses } of OURS) {
    await addDeclarations(source, placeOf(source));
    for (const used of uses)
      link(placeOf(used), join(placeOf(source), "node_modules/@flytekit-ts", basename(used)));
  }
  const protobuf = "node_modules/@bufbuild/protobuf";
  link(realpathSync(join(models, protobuf)), join(placeOf(models), protobuf));
  for (const name of direct) link(placeOf(name), join(directory, "node_modules/@flytekit-ts", name));
  for (const name of LIBRARIES) {
    link(realpathSync(join(workflow, "node_modules", name)), join(directory, "node_modules", name));
  }
  write({
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify({ compilerOptions: OPTIONS, exclude: ["packages/*/node_modules"] }),
  });
  return { directory, write, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Put our sources in the place of the declarations, as the projects of this repository have it. */
export function useSources({ directory }: Installation): void {
  const installed = join(directory, "node_modules/@flytekit-ts/workflow");
  rmSync(installed);
  link(workflow, installed);
}

/** The corpus as the project's own files: what stands in this package's tests, and beside the sources. */
export function addCorpus({ directory }: Installation): void {
  for (const part of ["corpus", "support/entities.ts", "later-api.ts"]) {
    cpSync(join(types, part), join(directory, "test/types", part), { recursive: true });
  }
  for (const source of [core, workflow]) {
    const target = join(directory, "packages", basename(source), "dist");
    cpSync(join(source, "src"), target, { recursive: true, filter: isDirectoryOr(".test-d.ts") });
  }
}

async function addDeclarations(source: string, target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  cpSync(join(source, "package.json"), join(target, "package.json"));
  if (process.env["FLYTEKIT_TYPES_FROM"] === "dist") copyDeclarations(source, target);
  else await emitDeclarations(source, target);
}

async function emitDeclarations(source: string, target: string): Promise<void> {
  const args = [
    ["--project", join(source, "tsconfig.build.json"), "--outDir", join(target, "dist")],
    ["--emitDeclarationOnly", "--noCheck", "--declarationMap", "false", "--sourceMap", "false"],
    ["--customConditions", "@flytekit-ts/source"],
  ];
  const { diagnostics } = await runTsc(newest, source, args.flat());
  if (diagnostics.length > 0) throw new Error(`No declarations were made:\n${diagnostics.join("\n")}`);
}

function copyDeclarations(source: string, target: string): void {
  const dist = join(source, "dist");
  if (!existsSync(join(dist, "index.d.ts"))) throw new Error(`${dist} holds no declarations; build first.`);
  cpSync(dist, join(target, "dist"), { recursive: true, filter: isDirectoryOr(".d.ts") });
}

function isDirectoryOr(ending: string): (path: string) => boolean {
  return (path) => statSync(path).isDirectory() || path.endsWith(ending);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "junction");
}

function packageOf(name: string, from: string): string {
  return dirname(createRequire(join(from, "package.json")).resolve(`${name}/package.json`));
}
