import { statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, extname, isAbsolute, resolve } from "node:path";
import { errors } from "../../errors.js";
import { isNative } from "../native/is-native.js";
import { findPackage, isInstalled, splitSpecifier } from "../packages/find-package.js";
import { type Package, packageOf } from "../packages/package-json.js";
import { sourceExport } from "../packages/source-export.js";
import { type Bundling, named } from "./bundling.js";
import { lineOfImport } from "./line-at.js";

/** What an import leads to: a module, something outside of the bundle, or what the bundler finds. */
export type Resolved =
  | { readonly kind: "module"; readonly file: string }
  | { readonly kind: "outside"; readonly id: string }
  | { readonly kind: "usual" };

const USUAL: Resolved = { kind: "usual" };
const MODULES = /^\.(?:[cm]?[jt]s|[jt]sx|json)$/;

/** Decides about one import. What is wrong with it is added to the faults. */
export function resolveImport(specifier: string, importer: string, bundling: Bundling): Resolved {
  if (isBuiltin(specifier))
    return { kind: "outside", id: specifier.startsWith("node:") ? specifier : `node:${specifier}` };
  if (specifier.startsWith(".") || isAbsolute(specifier)) return resolveFile(specifier, importer, bundling);
  if (specifier.startsWith("#")) return USUAL;
  const { name, subpath } = splitSpecifier(specifier);
  const own = packageOf(importer);
  const found = own?.name === name ? own : findPackage(name, dirname(importer));
  if (found === undefined) return USUAL;
  if (found !== own && leaveOut(found, specifier, importer, bundling))
    return { kind: "outside", id: specifier };
  const source = isInstalled(found.folder) ? undefined : sourceExport(found, subpath);
  return source === undefined ? USUAL : { kind: "module", file: source };
}

function leaveOut(found: Package, specifier: string, importer: string, bundling: Bundling): boolean {
  const { leftOut, natives, options } = bundling;
  const known = leftOut.get(found.folder);
  const native = natives.get(found.folder) ?? isNative(found);
  natives.set(found.folder, native);
  const reason = options.external.includes(found.name) ? "option" : native ? "native" : undefined;
  if (reason === undefined) return false;
  const each = known ?? { found, reason, importers: new Map() };
  leftOut.set(found.folder, each);
  if (!each.importers.has(importer))
    each.importers.set(importer, named(bundling, lineOfImport(importer, specifier)));
  return true;
}

function resolveFile(specifier: string, importer: string, bundling: Bundling): Resolved {
  const [file = ""] = resolve(dirname(importer), specifier).split("?");
  const extension = extname(file);
  if (MODULES.test(extension) || extension === "") return USUAL;
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return USUAL;
  const location = named(bundling, lineOfImport(importer, specifier));
  const problem = `is imported, but a file of the kind ${extension} is no module`;
  const advice =
    extension === ".node"
      ? "Put the binary into a package of its own, which stays beside the bundle."
      : `Read it when the task runs: \`new URL(${JSON.stringify(specifier)}, import.meta.url)\` puts the file beside the bundle.`;
  bundling.faults.push(errors.BUNDLE_FILE_UNSUPPORTED({ what: specifier, problem, advice }, { location }));
  return { kind: "outside", id: specifier };
}
