import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const PACKAGE = /^(?:.*[\\/])?node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * The licences of the packages whose code is in a bundle: whoever passes the bundle on has to pass them on, too.
 *
 * @param {Iterable<string>} files whose code is in it
 * @param {string} folder that they are relative to
 * @returns {string} empty if all code is ours
 */
export function licensesOf(files, folder) {
  /** @type {Map<string, Set<string>>} Names and versions by the text of their licence: many share one. */
  const byText = new Map();
  const folders = new Set(
    [...files].flatMap((file) => PACKAGE.exec(file.replace(/^[a-z]+:/, ""))?.[0] ?? []),
  );
  for (const found of folders) {
    const place = resolve(folder, found);
    if (!existsSync(join(place, "package.json"))) throw new Error(`There is no package at ${place}`);
    const { name, version, license, repository } = JSON.parse(
      readFileSync(join(place, "package.json"), "utf8"),
    );
    if (license === undefined) throw new Error(`${name} is bundled, but does not say its licence`);
    const file = readdirSync(place).find((each) => /^licen[cs]e(?:\.|$)/i.test(each));
    const text =
      file === undefined
        ? `It has no file with its licence. It is from ${repository?.url ?? repository}.`
        : readFileSync(join(place, file), "utf8").replaceAll("\r\n", "\n").trim();
    byText.set(text, (byText.get(text) ?? new Set()).add(`${name} ${version} (${license})`));
  }
  const parts = [...byText].map(([text, names]) => `${[...names].toSorted().join("\n")}\n\n${text}`);
  return parts.toSorted().join(`\n\n${"-".repeat(80)}\n\n`);
}

/**
 * @param {{ outputs: { [path: string]: { inputs: { [path: string]: { bytesInOutput: number } } } } }[]} metafiles of builds
 * @returns {string[]} The files of which there is any code in what was built.
 */
export function filesOf(...metafiles) {
  return metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
    );
}
