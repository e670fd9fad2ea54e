import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Plugin } from "rolldown";
import type { FlytekitError } from "@flytekit-ts/core";
import { errors } from "../../errors.js";
import { isInstalled } from "../packages/find-package.js";
import { type Bundling, named } from "./bundling.js";
import { fileName } from "./file-names.js";
import { inspectModule } from "./inspect-module.js";
import { lineAt, lineOfImport } from "./line-at.js";
import { mayHaveSchemas } from "./parts.js";
import { resolveImport } from "./resolve-import.js";

/** What bundles do otherwise than the bundler by itself: packages of the workspace, native modules, files beside it. */
export function authorPlugin(bundling: Bundling): Plugin {
  return {
    name: "flytekit-ts",
    async resolveId(specifier, importer, { kind }) {
      if (importer === undefined || specifier.startsWith("\0") || importer.startsWith("\0")) return null;
      const resolved = resolveImport(specifier, importer, bundling);
      if (resolved.kind === "module") return resolved.file;
      if (resolved.kind === "outside") return { id: resolved.id, external: true };
      const found = await this.resolve(specifier, importer, { kind, skipSelf: true });
      if (found !== null && found.external === false) return found;
      if (isInstalled(importer) && kind !== "import-statement") return { id: specifier, external: true };
      bundling.faults.push(unresolved(specifier, importer, bundling));
      return { id: specifier, external: true };
    },
    transform(code, id) {
      return transformModule(code, id, bundling);
    },
  };
}

function unresolved(specifier: string, importer: string, bundling: Bundling): FlytekitError {
  const location = named(bundling, lineOfImport(importer, specifier));
  const isFile = specifier.startsWith(".");
  const advice = isFile
    ? "Check the path; it is relative to the file that imports it."
    : "Install the package, and list it in the `package.json` of the package that imports it; one of the workspace needs a source in its `exports`, or its build.";
  return errors.BUNDLE_IMPORT_UNRESOLVED(
    {
      what: JSON.stringify(specifier),
      problem: `is imported, but ${isFile ? "there is no such module" : "is not installed"}`,
      advice,
    },
    { location },
  );
}

function transformModule(
  code: string,
  file: string,
  bundling: Bundling,
): { code: string; map: string } | undefined {
  if (mayHaveSchemas(file, code, bundling)) bundling.found.hasSchemas = true;
  const { assets, computed, paths } = inspectModule(code, file, bundling.bundler.parseAst);
  const at = (offset: number) => ({ location: named(bundling, lineAt(file, code, offset)) });
  for (const { text, start } of isInstalled(file) ? [] : computed)
    bundling.warnings.push(errors.BUNDLE_IMPORT_COMPUTED(computedFault(text), at(start)));
  for (const { text, start } of isInstalled(file) ? [] : paths)
    bundling.warnings.push(errors.BUNDLE_PATH_MOVED(movedFault(text), at(start)));
  if (assets.length === 0) return undefined;
  const changed = new bundling.bundler.MagicString(code);
  for (const { text, start, end } of assets) {
    const path = resolve(dirname(file), decodeURIComponent(text));
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true || isModule(path)) {
      bundling.faults.push(errors.BUNDLE_IMPORT_UNRESOLVED(assetFault(text, isModule(path)), at(start)));
      continue;
    }
    const name = fileName(bundling.options.root, path);
    bundling.assets.set(name, path);
    changed.update(start, end, JSON.stringify(`./${name.split("/").map(encodeURIComponent).join("/")}`));
  }
  return { code: changed.toString(), map: changed.generateMap({ hires: true, source: file }).toString() };
}

function isModule(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path);
}

const computedFault = (text: string) => ({
  what: `\`${text}\``,
  problem: "imports a module that is known only when it runs, so that the bundle does not have it",
  advice: "Write the path out, or choose among several imports whose paths are written out.",
});

const movedFault = (text: string) => ({
  what: `\`${text}\``,
  problem: "is the folder of the bundle when the task runs, and not that of this file",
  advice: 'Name a file by `new URL("./file", import.meta.url)`: then it lies beside the bundle.',
});

const assetFault = (text: string, isCode: boolean) => ({
  what: `\`new URL(${JSON.stringify(text)}, import.meta.url)\``,
  problem: isCode ? "names a module, which would not be bundled" : "names a file that does not exist",
  advice: isCode
    ? "Import the module instead; what has to run in a thread belongs into a package of its own, which `external` names."
    : "Check the path; it is relative to the file that names it.",
});
