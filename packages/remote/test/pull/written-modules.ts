import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compilers = { "5.7": "typescript-5.7", "7.0": "typescript" } as const;
const OURS = ["models", "core", "workflow"] as const;

// As strict as it can be. Our packages are read as declarations, which takes far less time than to read the sources.
const OPTIONS = {
  target: "es2023",
  lib: ["es2023"],
  types: [],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  paths: {
    "@flytekit-ts/*": ["./declared/*/entries/index.d.ts"],
    ...Object.fromEntries(
      OURS.map((name) => [`@flytekit-ts/${name}/*`, [`./declared/${name}/entries/*.d.ts`]] as const),
    ),
  },
};

/** Modules in a folder of this package, where they find what they import. */
export interface WrittenModules {
  readonly path: (name: string) => string;
  /** What a compiler says of all of them. */
  readonly compile: (version: keyof typeof compilers) => Promise<string>;
  readonly remove: () => void;
}

/** Writes modules by name. */
export async function writeModules(modules: Readonly<Record<string, string>>): Promise<WrittenModules> {
  const cache = join(root, "node_modules", ".pulled");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "modules-"));
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, `${name}.ts`), text);
  const tsconfig = { compilerOptions: OPTIONS, include: ["*.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await Promise.all(OURS.map((name) => declare(name, folder)));
  return {
    path: (name) => join(folder, `${name}.ts`),
    compile: (version) => runTsc(version, folder, []),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function declare(name: string, folder: string): Promise<void> {
  const source = realpathSync(join(root, "node_modules/@flytekit-ts", name));
  const target = join(folder, "declared", name);
  const said = await runTsc("7.0", folder, [
    ...["--project", join(source, "tsconfig.build.json"), "--outDir", target],
    ...["--emitDeclarationOnly", "--noCheck", "--declarationMap", "false", "--sourceMap", "false"],
    ...["--customConditions", "@flytekit-ts/source"],
  ]);
  if (said !== "") throw new Error(said);
  // Declarations that are sources themselves are not written by the compiler.
  const declared = readdirSync(join(source, "src"), { recursive: true, encoding: "utf8" });
  for (const file of declared.filter((each) => each.endsWith(".d.ts")))
    copyFileSync(join(source, "src", file), join(target, file));
}

async function runTsc(
  version: keyof typeof compilers,
  cwd: string,
  args: readonly string[],
): Promise<string> {
  const tsc = join(root, "node_modules", compilers[version], "bin/tsc");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [tsc, "--pretty", "false", ...args],
      { cwd, maxBuffer: 1e8 },
      (_, out, err) => {
        resolve(`${out}${err}`);
      },
    );
  });
}
