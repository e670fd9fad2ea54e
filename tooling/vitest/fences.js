import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { format, promisify } from "node:util";

/**
 * @param {string} text
 * @returns {string[]}
 */
export function fencesOf(text) {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
}

/**
 * @param {readonly string[]} pages
 * @param {string} root
 * @returns {Promise<import("./fences.js").Fences>}
 */
export async function writeFences(pages, root) {
  const folder = join(root, "out", "fences");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  /** @type {import("./fences.js").Fence[]} */
  const fences = [];
  for (const page of pages) {
    for (const code of fencesOf(await readFile(page, "utf8"))) {
      const file = join(folder, `fence-${fences.length}.ts`);
      await writeFile(file, `${moved(code, dirname(page), folder)}export {};\n`);
      fences.push({ page, file, code });
    }
  }
  const config = {
    extends: relative(folder, join(root, "tsconfig.json")),
    compilerOptions: { noUnusedLocals: false },
    include: ["*.ts"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  return {
    fences,
    typeCheck: () => typeCheck(folder, compiler),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * @param {string} folder
 * @param {string} compiler
 * @returns {Promise<string[]>}
 */
export async function typeCheck(folder, compiler) {
  // Several packages are tested at once: checkers beside each other would only do work twice.
  const options = ["--pretty", "false", "--singleThreaded"];
  const run = promisify(execFile)(process.execPath, [compiler, "-p", folder, ...options]);
  const { stdout } = await run.catch((/** @type {unknown} */ error) => {
    return /** @type {{ stdout: string }} */ (error);
  });
  return stdout.split("\n").filter((line) => line !== "");
}

/**
 * @param {() => Promise<unknown>} load
 * @returns {Promise<string[]>}
 */
export async function printedBy(load) {
  const { log } = console;
  /** @type {string[]} */
  const printed = [];
  console.log = (...words) => void printed.push(format(...words));
  try {
    await load();
  } finally {
    console.log = log;
  }
  return printed;
}

/**
 * @param {string} code
 * @returns {string[]}
 */
export function promisedBy(code) {
  return [...code.matchAll(/console\.log\(.*?\); \/\/ (.*?)$/gms)].map(([, line = ""]) => line);
}

/**
 * Relative imports that lead where they led from the folder of the page.
 *
 * @param {string} code
 * @param {string} from
 * @param {string} to
 * @returns {string}
 */
function moved(code, from, to) {
  return code.replaceAll(/(?<= from ")\.[^"]*/g, (path) => relative(to, resolve(from, path)));
}
