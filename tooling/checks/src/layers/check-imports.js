import { posix } from "node:path";

import { layerOf, mayDependOn, scope } from "./chain.js";

/**
 * Check what one file of a package names: nothing above it, nothing past a package's own doors.
 *
 * `turbo boundaries` looks at declared dependencies; this looks at every specifier, also those that it
 * misses (`import("x").T`, `vi.mock`) and at deep paths into a sibling.
 *
 * @param {import("../repo/workspace.js").WorkspacePackage} owner
 * @param {string} file Relative to the package.
 * @param {readonly import("../source/find-imports.js").Import[]} imports
 * @returns {string[]} One line per problem, with the place.
 */
export function checkImports(owner, file, imports) {
  return imports.flatMap(({ specifier, typeOnly, names, line }) => {
    const problem = specifier.startsWith(".")
      ? checkRelative(file, specifier)
      : (checkSibling(owner.manifest.name, file, specifier) ??
        (typeOnly
          ? undefined
          : (checkBuiltin(owner, file, specifier) ?? checkCodecs(owner, file, specifier, names))));
    return problem === undefined ? [] : [`${owner.dir}/${file}:${line} ${problem}`];
  });
}

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined}
 */
function checkRelative(file, specifier) {
  const target = posix.join(posix.dirname(file), specifier);
  return target.startsWith("..") ? `leaves its package: ${specifier}` : undefined;
}

/**
 * @param {string} own
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined}
 */
function checkSibling(own, file, specifier) {
  if (!specifier.startsWith(scope)) return undefined;
  if (/^[^/]+\/[^/]+\/(src|dist|test)(\/|$)/.test(specifier))
    return `goes past the doors of a package: ${specifier}`;
  const [, name] = specifier.split("/");
  const target = layerOf(`${scope}${name}`);
  const height = layerOf(own);
  if (height === undefined) return undefined;
  if (target === undefined)
    return shipped(file) ? `ships an import of development code: ${specifier}` : undefined;
  const isOwn = `${scope}${name}` === own;
  if (!isOwn && !mayDependOn(own, `${scope}${name}`)) return `imports upward: ${specifier}`;
  if (isOwn && shipped(file)) return `imports its own package by name: ${specifier}`;
  return undefined;
}

// Modules of Node whose import takes a tenth of the time that importing workflow takes (docs/benchmarks.md).
const SLOW = new Set(["node:fs", "node:fs/promises", "node:util", "node:crypto"]);

/**
 * @param {import("../repo/workspace.js").WorkspacePackage} owner
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined}
 */
function checkBuiltin({ manifest }, file, specifier) {
  const isOfAuthors = ["core", "workflow"].some((name) => manifest.name === `${scope}${name}`);
  if (!isOfAuthors || !shipped(file) || !SLOW.has(specifier)) return undefined;
  return `makes every import of this package slow: load ${specifier} on use, with process.getBuiltinModule`;
}

/**
 * The codecs of messages are most of what an import could load. `await import(...)` names all of a module.
 *
 * @param {import("../repo/workspace.js").WorkspacePackage} owner
 * @param {string} file
 * @param {string} specifier
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
function checkCodecs({ manifest }, file, specifier, names) {
  const isOfAuthors = ["core", "workflow"].some((name) => manifest.name === `${scope}${name}`);
  const isCodec = specifier === `${scope}models` || specifier.startsWith(`${scope}models/`);
  if (!isOfAuthors || !shipped(file) || !isCodec || names.every((name) => name === "*")) return undefined;
  return `makes every import of this package load the codecs: take types alone, or load ${specifier} on use`;
}

/**
 * Whether a file is part of what is published.
 *
 * @param {string} file
 * @returns {boolean}
 */
function shipped(file) {
  return file.startsWith("src/") && !/\.test(-d)?\.ts$/.test(file);
}
