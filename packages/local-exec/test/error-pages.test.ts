import { execFile } from "node:child_process";
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
import { promisify } from "node:util";
import { isFlytekitError } from "@flytekit-ts/workflow";
import { workflowErrors, type Problem } from "@flytekit-ts/workflow/plugin";
import { afterAll, describe, expect, it } from "vitest";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const PAGES = join(PACKAGE, "../../docs/errors");

interface Page {
  readonly code: string;
  readonly file: string;
  readonly text: string;
  /** The TypeScript modules of the page; the first is the one that goes wrong. */
  readonly examples: readonly string[];
}

function readPage(code: string): Page {
  const file = join(PAGES, `${code}.md`);
  const text = readFileSync(file, "utf8");
  const examples = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, example = ""]) => example);
  return { code, file, text, examples };
}

function readPages(): readonly Page[] {
  const names = readdirSync(PAGES).filter((name) => name.endsWith(".md") && name !== "README.md");
  return names.toSorted().map((name) => readPage(name.slice(0, -".md".length)));
}

/** Folders of what an example may import here: this package and what it depends on. */
function findPackages(): ReadonlyMap<string, string> {
  const { name } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as {
    readonly name: string;
  };
  const installed = (scope: string) =>
    readdirSync(join(PACKAGE, "node_modules", scope)).map((each) => `${scope}/${each}`);
  const dependencies = [...installed("@flytekit-ts"), ...installed("@types")];
  return new Map([
    [name, PACKAGE],
    ...dependencies.map((each) => [each, join(PACKAGE, "node_modules", each)] as const),
  ]);
}

/** Whether the examples of a page need nothing of the packages above this one: those have this test too. */
function isRunnableHere({ examples }: Page): boolean {
  const imports = examples.flatMap((code) => [...code.matchAll(/ from "(@[a-z-]+\/[a-z-]+)/g)]);
  return imports.every(([, name = ""]) => packages.has(name));
}

/** A folder outside the repository from which the packages are found as their users find them. */
function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "error-pages-")));
  for (const [name, target] of packages) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(target), link);
  }
  for (const { code, examples } of [index, ...pages]) {
    for (const [index, example] of examples.entries()) writeFileSync(fileOf(folder, code, index), example);
  }
  const base = join(PACKAGE, "../../tooling/tsconfig/base.json");
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: base, compilerOptions, include: ["*.ts"] }),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  return folder;
}

function fileOf(folder: string, code: string, index: number): string {
  return join(folder, index === 0 ? `${code}.ts` : `${code}.${index}.ts`);
}

const packages = findPackages();
const index = readPage("README");
const pages = readPages().filter(isRunnableHere);
const folder = makeFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** What the first example of a page leads to: the message, and the codes that it tells. */
async function outcomeOf(
  code: string,
): Promise<{ readonly message: string; readonly codes: readonly string[] }> {
  const file = fileOf(folder, code, 0);
  const shown = (message: string): string => message.replaceAll(file, "example.ts");
  try {
    const { warnings = [] } = (await import(file)) as { readonly warnings?: readonly Problem[] };
    const lines = warnings.map((warning) => `[${warning.code}] ${warning.message}\n  hint: ${warning.hint}`);
    return { message: shown(lines.join("\n")), codes: warnings.map((warning) => warning.code) };
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    const problems = workflowErrors.WORKFLOW_INVALID.is(error) ? error.params.problems : [];
    return { message: shown(error.message), codes: [error.code, ...problems.map((problem) => problem.code)] };
  }
}

describe("the index of the error pages", () => {
  it("lists each page with its first sentence", () => {
    const rows = [...index.text.matchAll(/^\| \[(\w+)\]\((\w+)\.md\) +\| (.*?) +\|$/gm)];
    const sentences = readPages().map(({ code, text }) => [
      code,
      code,
      text.split("\n\n")[1]?.replaceAll("\n", " "),
    ]);
    expect(rows.map(([, ...row]) => row)).toEqual(sentences);
  });

  it("has an example that runs", async () => {
    await expect(import(fileOf(folder, index.code, 0))).resolves.toBeDefined();
  });
});

// What takes long is the compiler, and loading the packages once more.
describe("the examples of the error pages", { timeout: 60_000 }, () => {
  it("type-check, with their errors marked", async () => {
    const tsc = join(PACKAGE, "node_modules/typescript/bin/tsc");
    const run = promisify(execFile)(process.execPath, [tsc, "-p", folder, "--pretty", "false"]);
    const output = await run.then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { readonly stdout: string }).stdout,
    );
    expect(output.split("\n").filter((line) => line !== "")).toEqual([]);
  });

  describe.each(pages)("$code", ({ code, file, text, examples }) => {
    it("goes wrong with this code, and with the message that the page shows", async () => {
      const { message, codes } = await outcomeOf(code);
      expect(codes).toContain(code);
      const shown = text.replace(/^```text\n.*?^```$/ms, () => `\`\`\`text\n${message}\n\`\`\``);
      expect(shown).toContain(message);
      // Rewritten by `vitest run -u` when a message changes.
      await expect(shown).toMatchFileSnapshot(file);
    });

    it("is put right by what the page advises", async () => {
      for (const index of examples.keys()) {
        if (index > 0) await import(fileOf(folder, code, index));
      }
      expect(examples.length).toBeGreaterThan(0);
    });
  });
});
