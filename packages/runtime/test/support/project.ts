import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const PACKAGES = fileURLToPath(new URL("../../..", import.meta.url));
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** Files by their paths; a value in braces is JSON, and `-> path` is a link. */
export type Files = Readonly<Record<string, string | object>>;

/** A folder with files, and with the packages of this repository as a workspace has them. Removed after the tests. */
export function makeProject(files: Files, below = "project"): string {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), "bundle ")));
  made.push(outer);
  const root = join(outer, below);
  mkdirSync(join(root, "node_modules"), { recursive: true });
  symlinkSync(PACKAGES, join(root, "node_modules/@flytekit-ts"));
  const all: Files = { "package.json": { name: "project", type: "module" }, ...files };
  for (const [path, content] of Object.entries(all)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === "string" && content.startsWith("-> "))
      symlinkSync(join(root, content.slice(3)), file);
    else writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return root;
}

/** The code of a module with a task, and what else it is to have. */
export function taskModule(name: string, { body = "x + 1", more = "" } = {}): string {
  return [
    'import { t, task } from "@flytekit-ts/workflow";',
    more,
    `export const ${name} = task({ name: "${name}", inputs: { x: t.int() }, output: t.int() }, ({ x }) => ${body});`,
    "",
  ].join("\n");
}

/** The error of a promise that must not be kept. */
export async function faultOf(promise: Promise<unknown>): Promise<Error & { readonly code?: string }> {
  return promise.then(
    () => {
      throw new Error("There was no error.");
    },
    (error: unknown) => error as Error,
  );
}
