import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { typeCheck } from "@flytekit-ts/vitest-preset/fences";
import type { Page } from "./pages.js";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

/** A folder of pages in the documentation. */
export function docsFolder(name: string): string {
  return join(PACKAGE, "../../docs", name);
}

/** The examples of some pages as modules. */
export interface ExampleFolder {
  fileOf(page: Page, index: number): string;
  /** What the compiler says of the examples, line by line. */
  typeCheck(): Promise<readonly string[]>;
  remove(): void;
}

/** A folder outside the repository from which the packages are found as their users find them. */
export function makeExampleFolder(pages: readonly Page[]): ExampleFolder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "examples-")));
  for (const [name, target] of packages) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(target), link);
  }
  const fileOf = ({ name }: Page, index: number): string =>
    join(folder, index === 0 ? `${name}.ts` : `${name}.${index}.ts`);
  for (const page of pages) {
    for (const [index, example] of page.examples.entries()) writeFileSync(fileOf(page, index), example);
  }
  const base = join(PACKAGE, "../../tooling/tsconfig/base.json");
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: base, compilerOptions, include: ["*.ts"] }),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  return {
    fileOf,
    typeCheck: () => typeCheck(folder, join(PACKAGE, "node_modules/typescript/bin/tsc")),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Whether the examples of a page need nothing of the packages above this one: those have this test too. */
export function isRunnableHere({ examples }: Page): boolean {
  const imports = examples.flatMap((code) => [...code.matchAll(/ from "(@[a-z-]+\/[a-z-]+)/g)]);
  // A page without one is about what no example can show, and belongs to a package above.
  return examples.length > 0 && imports.every(([, name = ""]) => packages.has(name));
}

/** Folders of what an example may import here: this package and what it depends on. */
function findPackages(): ReadonlyMap<string, string> {
  const { name } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as {
    readonly name: string;
  };
  const installed = (scope: string) =>
    readdirSync(join(PACKAGE, "node_modules", scope)).map((each) => `${scope}/${each}`);
  const dependencies = ["@flytekit-ts", "@opentelemetry", "@types"].flatMap(installed);
  return new Map([
    [name, PACKAGE],
    ...dependencies.map((each) => [each, join(PACKAGE, "node_modules", each)] as const),
  ]);
}

const packages = findPackages();
