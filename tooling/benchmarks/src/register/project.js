import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TASKS = 500;
/** Most nodes that a workflow may have. */
const NODES = 100;

/**
 * Writes a project of 500 tasks and five workflows that call them, in Python and in JavaScript.
 *
 * @param {string} folder where Node finds our packages
 */
export function writeProject(folder) {
  const python = join(folder, "python/garden");
  mkdirSync(python, { recursive: true });
  writeFileSync(join(python, "__init__.py"), "");
  writeFileSync(join(python, "tasks.py"), pythonText());
  writeFileSync(join(folder, "garden.js"), ourText());
  return { python: join(folder, "python"), ours: join(folder, "garden.js") };
}

/** @param {(first: number, steps: readonly number[]) => string} write */
function workflows(write) {
  const firsts = Array.from({ length: TASKS / NODES }, (_, i) => i * NODES);
  return firsts
    .map((first) =>
      write(
        first,
        Array.from({ length: NODES }, (_, i) => first + i),
      ),
    )
    .join("\n");
}

function pythonText() {
  const tasks = Array.from(
    { length: TASKS },
    (_, i) => `@task\ndef t${i}(x: int) -> int:\n    return x + ${i}\n\n`,
  );
  const text = workflows(
    (first, steps) =>
      `@workflow\ndef w${first}(x: int) -> int:\n${steps.map((i) => `    x = t${i}(x=x)\n`).join("")}    return x\n\n`,
  );
  return `from flytekit import task, workflow\n\n\n${tasks.join("")}${text}`;
}

function ourText() {
  const tasks = Array.from(
    { length: TASKS },
    (_, i) => `export const t${i} = task({ name: "garden.t${i}", inputs, output }, ({ x }) => x + ${i});`,
  );
  const text = workflows((first, steps) => {
    const calls = steps.map((i) => `  x = t${i}({ x });`).join("\n");
    return `export const w${first} = workflow({ name: "garden.w${first}", inputs, output }, ({ x }) => {\n${calls}\n  return x;\n});`;
  });
  const head = `import { t, task, workflow } from "@flytekit-ts/workflow";\nconst inputs = { x: t.int() };\nconst output = t.int();\n`;
  return `${head}${tasks.join("\n")}\n${text}\n`;
}
