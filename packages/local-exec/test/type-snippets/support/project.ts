import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { newest, runTsc } from "./compilers.js";
import { PRELUDE, type Snippet } from "./snippets.js";

const PACKAGE = fileURLToPath(new URL("../../..", import.meta.url));

const OURS = ["models", "core", "workflow", "local-exec"] as const;

// The compiler reads our packages as declarations, which takes half as long as to read the sources.
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
  paths: {
    "@flytekit-ts/*": ["./declared/*/entries/index.d.ts"],
    ...Object.fromEntries(
      OURS.map((name) => [`@flytekit-ts/${name}/*`, [`./declared/${name}/entries/*.d.ts`]] as const),
    ),
  },
};

/** Snippets as the files of an author's project, outside the repository. */
export interface Project {
  readonly folder: string;
  fileOf(snippet: Snippet, page: Page): string;
  remove(): void;
}

type Page = "right" | "wrong";

export function makeProject(pages: Readonly<Record<Page, readonly Snippet[]>>): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "snippets-")));
  const fileOf = ({ id }: Snippet, page: Page): string => join(folder, page, `${id}.ts`);
  for (const [name, target] of packages()) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(target), link, "junction");
  }
  for (const page of ["right", "wrong"] as const) {
    mkdirSync(join(folder, page));
    for (const snippet of pages[page]) writeFileSync(fileOf(snippet, page), snippet.code);
  }
  copyFileSync(PRELUDE, join(folder, "prelude.ts"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const config = { compilerOptions: OPTIONS, include: ["right", "wrong", "prelude.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return { folder, fileOf, remove: () => rmSync(folder, { recursive: true }) };
}

/** Write down the declarations of our packages for the compilers. */
export async function declare({ folder }: Project): Promise<void> {
  for (const name of OURS) {
    const source =
      name === "local-exec" ? PACKAGE : realpathSync(join(PACKAGE, "node_modules/@flytekit-ts", name));
    const args = [
      ["--project", join(source, "tsconfig.build.json"), "--outDir", join(folder, "declared", name)],
      ["--emitDeclarationOnly", "--noCheck", "--declarationMap", "false", "--sourceMap", "false"],
      ["--customConditions", "@flytekit-ts/source"],
    ];
    const diagnostics = await runTsc(newest.tsc, folder, args.flat());
    if (diagnostics.length > 0) throw new Error(diagnostics.join("\n"));
    // Declarations that are sources themselves are not written by the compiler.
    const declared = readdirSync(join(source, "src"), { recursive: true, encoding: "utf8" });
    for (const file of declared.filter((each) => each.endsWith(".d.ts")))
      copyFileSync(join(source, "src", file), join(folder, "declared", name, file));
  }
}

/** Folders of what a snippet may import: this package and what it depends on. */
function packages(): ReadonlyMap<string, string> {
  const installed = (scope: string) =>
    readdirSync(join(PACKAGE, "node_modules", scope)).map((each) => `${scope}/${each}`);
  const names = [...installed("@flytekit-ts"), ...installed("@types")];
  return new Map([
    ["@flytekit-ts/local-exec", PACKAGE],
    ...names.map((name) => [name, join(PACKAGE, "node_modules", name)] as const),
  ]);
}
