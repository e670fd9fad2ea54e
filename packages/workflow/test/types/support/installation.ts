import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
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
import { declarationsOf } from "./declarations.js";

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
  const declared = await Promise.all(OURS.map(({ source }) => declarationsOf(source)));
  for (const [i, { source, uses }] of OURS.entries()) {
    const place = `packages/${basename(source)}`;
    write({ [`${place}/package.json`]: readFileSync(join(source, "package.json"), "utf8") });
    for (const [path, text] of declared[i] ?? []) write({ [`${place}/dist/${path}`]: text });
    for (const used of uses)
      link(placeOf(used), join(placeOf(source), "node_modules/@flytekit-ts", basename(used)));
  }
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

/**
 * The corpus as the project's own files, with `corpus.json` for it: what stands in this package's tests, and beside
 * the sources. Of our declarations it reads what it imports; to read the others as well takes half as long again.
 */
export function addCorpus({ directory, write }: Installation): void {
  const include = ["test", "packages/*/dist/**/*.test-d.ts"];
  write({ "corpus.json": JSON.stringify({ extends: "./tsconfig.json", include }) });
  for (const part of ["corpus", "support/entities.ts", "later-api.ts"]) {
    cpSync(join(types, part), join(directory, "test/types", part), { recursive: true });
  }
  for (const source of [core, workflow]) {
    const target = join(directory, "packages", basename(source), "dist");
    const isPart = (path: string): boolean => statSync(path).isDirectory() || path.endsWith(".test-d.ts");
    cpSync(join(source, "src"), target, { recursive: true, filter: isPart });
  }
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "junction");
}

function packageOf(name: string, from: string): string {
  return dirname(createRequire(join(from, "package.json")).resolve(`${name}/package.json`));
}
