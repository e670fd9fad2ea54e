import { spawnSync } from "node:child_process";
import { row, spreadOf } from "./measure.js";

const PAIRS = 40;

const PACKAGES = [
  "@flytekit-ts/models/core",
  "@flytekit-ts/core",
  "@flytekit-ts/workflow",
  "@flytekit-ts/local-exec",
];

/**
 * What a program pays for importing a package: whole processes, in turn with a process that imports
 * nothing, so that a slow moment of the machine hits both.
 */
export function coldImport() {
  return PACKAGES.flatMap((name) => {
    const [extra, ratios] = [[], []];
    for (let i = 0; i < PAIRS; i += 1) {
      const bare = timeOf(["-e", "0"]);
      const added = timeOf(["--input-type=module", "-e", `import ${JSON.stringify(name)};`]) - bare;
      extra.push(added);
      ratios.push(added / bare);
    }
    const aim = name === "@flytekit-ts/workflow" ? "<= 0.5" : "";
    const { modules, bytes } = loadedBy(name);
    return [
      row(`import ${name}, over bare node`, spreadOf(extra), { unit: "ms" }),
      row(`the same by bare node; ${modules} modules, ${bytes} bytes`, spreadOf(ratios), { unit: "x", aim }),
    ];
  });
}

/** @param {readonly string[]} args */
export function timeOf(args) {
  const start = performance.now();
  run(args);
  return performance.now() - start;
}

/**
 * The files that an import loads, as the debugger sees them.
 *
 * @param {string} name
 * @returns {{ modules: number, bytes: number }}
 */
function loadedBy(name) {
  return JSON.parse(
    run([
      "--input-type=module",
      "-e",
      `import { statSync } from "node:fs";
      import { Session } from "node:inspector";
      const files = new Set();
      const session = new Session();
      session.connect();
      session.on("Debugger.scriptParsed", ({ params: { url } }) => url.endsWith(".js") && files.add(url));
      session.post("Debugger.enable");
      await import(${JSON.stringify(name)});
      const sizes = [...files].filter((url) => url.startsWith("file:")).map((url) => statSync(new URL(url)).size);
      console.log(JSON.stringify({ modules: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }));`,
    ]),
  );
}

/** @param {readonly string[]} args */
function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
