/**
 * What authors export can be written down: `declaration: true` never fails with a type that cannot be named,
 * and what is written down means the same to the next author.
 *
 * The author depends on `@flytekit-ts/workflow` alone, so that a type of core which that does not re-export
 * would be found.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Compiler, compilers, newest, oldest, runTsc } from "./support/compilers.js";
import { type Installation, install, useSources } from "./support/installation.js";

const TIMEOUT = 120_000;
const EMIT = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: ".", types: [] };
const author = readFixture("author.ts");
const next = readFixture("author-of-author.ts");
let project: Installation;

beforeAll(async () => {
  project = await install();
}, TIMEOUT);
afterAll(() => project.remove());

describe("the declarations of an author's module", () => {
  it.concurrent.each(compilers)(
    "can be emitted with TypeScript $version",
    async (compiler) => {
      const { out, diagnostics } = await emitAuthor(compiler);
      expect(diagnostics).toEqual([]);
      const declarations = readFileSync(join(project.directory, out, "author.d.ts"), "utf8");
      expect(declarations).not.toMatch(/[^"]\bany\b/);
      expect(declarations).not.toContain("@flytekit-ts/core");
    },
    TIMEOUT,
  );

  it.each([
    { emitter: newest, reader: oldest },
    { emitter: oldest, reader: newest },
  ])(
    "of TypeScript $emitter.version can be built upon with $reader.version",
    async ({ emitter, reader }) => {
      const { out } = await emitAuthor(emitter);
      project.write({
        [`${out}/next.ts`]: next,
        [`${out}/tsconfig.json`]: settings({ types: [] }, "next.ts"),
      });
      const { diagnostics } = await runTsc(reader, project.directory, ["--project", out]);
      expect(diagnostics).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "are seen to fail where a type cannot be named",
    async () => {
      project.write({
        "node_modules/outer/package.json": `{ "name": "outer", "types": "index.d.ts" }`,
        "node_modules/outer/index.d.ts": `import type { Inner } from "inner"; export declare function make(): Inner;`,
        "node_modules/outer/node_modules/inner/package.json": `{ "name": "inner", "types": "index.d.ts" }`,
        "node_modules/outer/node_modules/inner/index.d.ts": `export interface Inner { readonly inner: 1 }`,
      });
      const { diagnostics } = await emit(newest, `import { make } from "outer"; export const made = make();`);
      expect(diagnostics).toEqual([
        expect.stringMatching(/error TS\d+: The inferred type of 'made' cannot be named/),
      ]);
    },
    TIMEOUT,
  );
});

describe("the declarations of an author who writes the type of each export", () => {
  it.each([oldest, newest])(
    "can be emitted file by file with TypeScript $version",
    async (compiler) => {
      const options = { ...EMIT, isolatedDeclarations: true, outDir: `isolated-${compiler.version}` };
      project.write({
        "author/isolated.ts": readFixture("isolated.ts"),
        "author/isolated.json": settings(options, "isolated.ts"),
      });
      const { diagnostics } = await runTsc(compiler, project.directory, ["-p", "author/isolated.json"]);
      expect(diagnostics).toEqual([]);
    },
    TIMEOUT,
  );
});

describe("the declarations of 200 tasks on records, each in a file of its own", () => {
  it.each([
    { form: "a record", most: 400, declared: (i: number) => `export const Order${i} = ${recordOf(i)};` },
    {
      form: "a class",
      most: 200,
      declared: (i: number) => `export class Order${i} extends ${recordOf(i)} {}`,
    },
  ])(
    "are at most $most kB, where $form is declared beside each task",
    async ({ form, most, declared }) => {
      const folder = `many/${form.replace(" ", "-")}`;
      const files = Array.from({ length: 200 }, (_, i) => [
        `${folder}/price${i}.ts`,
        sourceOf(i, declared(i)),
      ]);
      const compilerOptions = { ...EMIT, outDir: "out" };
      project.write({
        ...Object.fromEntries(files),
        [`${folder}/tsconfig.json`]: JSON.stringify({ extends: "../../tsconfig.json", compilerOptions }),
      });
      const { diagnostics } = await runTsc(newest, project.directory, ["-p", folder]);
      expect(diagnostics).toEqual([]);
      const sizeOf = (i: number): number =>
        statSync(join(project.directory, folder, `out/price${i}.d.ts`)).size;
      const size = files.reduce((sum, _, i) => sum + sizeOf(i), 0) / 1000;
      console.log(`declarations of 200 tasks, ${form} each: ${size} kB`);
      expect(size).toBeLessThanOrEqual(most);
      expect(size).toBeGreaterThan(20);
    },
    TIMEOUT,
  );
});

function recordOf(i: number): string {
  return `t.struct("Order${i}", { id: t.int(), customer: t.string(), total: t.float(), lines: t.list(t.struct("Line${i}", { sku: t.string(), count: t.int(), price: t.float() })), note: t.optional(t.string()), placed: t.datetime() })`;
}

function sourceOf(i: number, declared: string): string {
  return `import { t, task } from "@flytekit-ts/workflow";
${declared}
export const price${i} = task(
  { name: "shop.price${i}", inputs: { order: Order${i}, others: t.list(Order${i}), rate: t.float() }, output: Order${i} },
  ({ order, rate }) => ({ ...order, total: order.total * rate }),
);
`;
}

describe("an author's module beside our sources", () => {
  it(
    "can be emitted",
    async () => {
      const beside = await install();
      onTestFinished(beside.remove);
      useSources(beside);
      const options = { ...EMIT, types: ["node"], outDir: "out", customConditions: ["@flytekit-ts/source"] };
      beside.write({ "author/author.ts": author, "author/tsconfig.json": settings(options, "author.ts") });
      const args = ["--project", "author", "--listFiles"];
      const { diagnostics, output } = await runTsc(newest, beside.directory, args);
      const declarations = readFileSync(join(beside.directory, "author/out/author.d.ts"), "utf8");
      // The sources are checked where they stand, with settings of their own.
      expect(diagnostics.filter((each) => each.startsWith("author/"))).toEqual([]);
      expect(output).toContain("packages/workflow/src/entries/index.ts");
      expect(declarations).not.toMatch(/[^"]\bany\b/);
      expect(declarations).not.toMatch(/@flytekit-ts\/core|\.\.\//);
    },
    TIMEOUT,
  );
});

describe("our own declarations", () => {
  const names = ["models", "core", "workflow"];
  let installed: Installation;
  let entries: readonly string[];

  beforeAll(async () => {
    installed = await install({ direct: names });
    entries = names.flatMap((name) => entriesOf(installed, name));
  }, TIMEOUT);
  afterAll(() => installed.remove());

  it.each([oldest, newest])(
    "hold with nothing skipped, with TypeScript $version",
    async (compiler) => {
      const lines = entries.map((entry, i) => `export type * as entry${i} from "@flytekit-ts/${entry}";`);
      installed.write({
        "all/index.ts": lines.join("\n"),
        "all/tsconfig.json": settings({ skipLibCheck: false }, "index.ts"),
      });
      const args = ["--project", "all", "--listFiles"];
      const { diagnostics, output } = await runTsc(compiler, installed.directory, args);
      expect(diagnostics).toEqual([]);
      expect(entries).toContain("core/literals");
      for (const name of names) expect(output).toContain(`packages/${name}/dist/entries/index.d.ts`);
    },
    TIMEOUT,
  );
});

/** The entries of one of our packages, as `core/types`. */
function entriesOf({ directory }: Installation, name: string): readonly string[] {
  const manifest = readFileSync(join(directory, "packages", name, "package.json"), "utf8");
  const { exports } = JSON.parse(manifest) as { exports: Readonly<Record<string, unknown>> };
  // What is a file and no entry, such as package.json, has no types.
  return Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === "object" && target !== null && "types" in target ? [join(name, entry)] : [],
  );
}

const emitted = new Map<Compiler, ReturnType<typeof emit>>();

/** What a compiler makes of the author's module, once for all tests. */
async function emitAuthor(compiler: Compiler) {
  const known = emitted.get(compiler) ?? emit(compiler, author);
  emitted.set(compiler, known);
  return known;
}

async function emit(compiler: Compiler, text: string) {
  const out = `out-${compiler.version}`;
  project.write({ "author/author.ts": text, "author/tsconfig.json": settings(EMIT, "author.ts") });
  const { diagnostics } = await runTsc(compiler, project.directory, ["--project", "author", "--outDir", out]);
  return { out, diagnostics };
}

function settings(compilerOptions: object, file: string): string {
  return JSON.stringify({ extends: "../tsconfig.json", compilerOptions, files: [file] });
}

function readFixture(name: string): string {
  return readFileSync(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)), "utf8");
}
