import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { bundle } from "@flytekit-ts/runtime/bundle";

// What a bundle of one task and one workflow has of each folder of the packages. Sizes do not depend on the machine.

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));
const source = `import { t, task, workflow } from "@flytekit-ts/workflow";
export const hello = task({ name: "hello", inputs: { name: t.string() }, output: t.string() }, ({ name }) => "hello " + name);
export const flow = workflow({ name: "flow", inputs: { name: t.string() }, output: t.string() }, ({ name }) => hello({ name }));
`;

const root = realpathSync(mkdtempSync(join(tmpdir(), "sizes-")));
try {
  mkdirSync(join(root, "node_modules"));
  symlinkSync(packages, join(root, "node_modules/@flytekit-ts"));
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "hello", type: "module" }));
  writeFileSync(join(root, "hello.ts"), source);
  const lean = await sizes([]);
  const whole = await sizes(["schemas", "composites"]);
  const names = [...whole.keys()].toSorted((a, b) => (whole.get(b) ?? 0) - (whole.get(a) ?? 0));
  const rows = names.map((name) => `| ${name} | ${lean.get(name) ?? 0} | ${whole.get(name) ?? 0} |`);
  console.log(["| part | hello | with all parts |", "| --- | ---: | ---: |", ...rows].join("\n"));
} finally {
  rmSync(root, { recursive: true });
}

/**
 * @param {("schemas" | "composites")[]} keep
 * @returns {Promise<Map<string, number>>} Characters, by part; `all` is the whole bundle.
 */
async function sizes(keep) {
  const { code, files } = await bundle({ entry: "hello.ts", root, keep });
  const parts = new Map([["all", code.length]]);
  for (const { path, size } of files) {
    const part =
      /@flytekit-ts\/(\w+)\/src\/([\w-]+)/.exec(path)?.slice(1).join("/") ?? "the task and the workflow";
    parts.set(part, (parts.get(part) ?? 0) + size);
  }
  return parts;
}
