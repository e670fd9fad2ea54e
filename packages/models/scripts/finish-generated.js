import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { harden } from "./harden.js";

const src = fileURLToPath(new URL("../src/", import.meta.url));

for (const name of readdirSync(join(src, "gen"), { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".ts")) continue;
  const file = join(src, "gen", name);
  const source = readFileSync(file, "utf8");
  if (name.startsWith("index.")) finishIndex(file, source);
  else writeFileSync(file, harden(source, pathToCodec(file)));
}

/**
 * Keep the indexes of one package; drop namespaces, through which importing one message would bundle all.
 *
 * @param {string} file
 * @param {string} source
 */
function finishIndex(file, source) {
  const flat = source.replace(/^export \* as .*\n/gm, "");
  if (flat.includes("export *")) writeFileSync(file, flat);
  else rmSync(file);
}

/** @param {string} file */
function pathToCodec(file) {
  return relative(dirname(file), join(src, "codec")).split(sep).join("/");
}
