import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { closest } from "@flytekit-ts/core/graph";
import { statOf } from "../hooks/stat-of.js";
import { tsconfigOf } from "../hooks/tsconfig.js";
import { type DescribedFault, placeIn } from "./described-fault.js";

const CODES: ReadonlySet<unknown> = new Set([
  "ERR_MODULE_NOT_FOUND",
  "MODULE_NOT_FOUND",
  "ERR_UNSUPPORTED_DIR_IMPORT",
  "ERR_PACKAGE_IMPORT_NOT_DEFINED",
  "ERR_PACKAGE_PATH_NOT_EXPORTED",
  "ERR_INVALID_MODULE_SPECIFIER",
  "ERR_UNSUPPORTED_ESM_URL_SCHEME",
]);

/** That something imported is not there: who imports it, and what was probably meant. */
export function importFault(error: object, entry: string): DescribedFault | undefined {
  if (!CODES.has(Reflect.get(error, "code"))) return undefined;
  const { specifier, importer } = importOf(error);
  const said = String(Reflect.get(error, "message"));
  if (importer === undefined || !existsSync(importer)) return { file: entry, problem: firstLine(said) };
  const text = readFileSync(importer, "utf8");
  const written = specifier ?? missingOf(said);
  const offset = offsetOf(text, written);
  return {
    file: importer,
    location: offset === undefined ? undefined : placeIn(importer, text, offset),
    ...(written === undefined ? { problem: firstLine(said) } : describe(written, importer, said)),
  };
}

function importOf(error: object): { readonly specifier?: string; readonly importer?: string | undefined } {
  const known: unknown = Reflect.get(error, "flyteImport");
  if (typeof known === "object" && known !== null && "specifier" in known && "parentURL" in known) {
    const { specifier, parentURL } = known;
    const isFile = typeof parentURL === "string" && parentURL.startsWith("file:");
    if (typeof specifier === "string" && isFile) return { specifier, importer: fileURLToPath(parentURL) };
  }
  const stack: unknown = Reflect.get(error, "requireStack");
  const said = String(Reflect.get(error, "message"));
  if (Array.isArray(stack) && typeof stack[0] === "string")
    return { ...specifierIn(said), importer: stack[0] };
  return {
    importer: / imported from (.+)$/m.exec(said)?.[1]?.replace(/^file:\/\/.*$/, (url) => fileURLToPath(url)),
  };
}

function specifierIn(said: string): { readonly specifier?: string } {
  const [, specifier] = /Cannot find module '([^']+)'/.exec(said) ?? [];
  return specifier === undefined ? {} : { specifier };
}

// Without the hooks, Node tells the path and not what is written.
function missingOf(said: string): string | undefined {
  const [, path] = /'([^']+)'/.exec(said) ?? [];
  return path?.startsWith("/") === true ? basename(path) : path;
}

function offsetOf(text: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const quoted = written.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found = new RegExp(String.raw`["'\`](?:[^"'\`\n]*/)?${quoted}["'\`]`).exec(text);
  return found?.index;
}

type Words = Pick<DescribedFault, "problem" | "advice">;

function describe(written: string, importer: string, said: string): Words {
  const quoted = JSON.stringify(written);
  if (written.startsWith("#"))
    return {
      problem: `it imports ${quoted}, which leads nowhere`,
      advice: "Name it in `imports` of package.json.",
    };
  const aliased = aliasOf(written, importer);
  if (aliased !== undefined)
    return {
      problem: `it imports ${quoted}, which tsconfig.json leads to ${aliased}, and there is no such file`,
      advice: nearestFile(aliased) ?? "Correct the import, or `paths` in tsconfig.json.",
    };
  if (/^[./]/.test(written)) return ofPath(written, importer);
  if (/is not defined by "exports"|No "exports" main/.test(said))
    return {
      problem: `it imports ${quoted}, which ${packageOf(written)} does not export`,
      advice: `Look at \`exports\` in the package.json of ${packageOf(written)} for what it does.`,
    };
  return ofPackage(written, importer);
}

function ofPath(written: string, importer: string): Words {
  const path = resolve(dirname(importer), written);
  const isFolder = statOf(path)?.isDirectory() === true;
  if (isFolder)
    return {
      problem: `it imports the folder ${JSON.stringify(written)}, which has no index file`,
      advice: "Import one of its files.",
    };
  return {
    problem: `it imports ${JSON.stringify(written)}, which is not there`,
    advice: nearestFile(path) ?? "Correct the import, or make the file.",
  };
}

function nearestFile(path: string): string | undefined {
  const folder = dirname(path);
  if (!existsSync(folder)) return undefined;
  const names = new Map(readdirSync(folder).map((name) => [withoutExtension(name), name]));
  const near = closest(withoutExtension(basename(path)), [...names.keys()]);
  return near === undefined ? undefined : `Did you mean ${names.get(near)}?`;
}

function withoutExtension(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

function aliasOf(written: string, importer: string): string | undefined {
  const { aliases, options } = tsconfigOf(importer) ?? {};
  const isNamed = Object.keys(options?.paths ?? {}).some((pattern) =>
    written.startsWith(pattern.split("*")[0] ?? pattern),
  );
  return isNamed ? aliases?.(written)[0] : undefined;
}

function ofPackage(written: string, importer: string): Words {
  const name = packageOf(written);
  const near = closest(name, dependenciesOf(importer));
  return {
    problem: `it imports ${JSON.stringify(written)}, and there is no package ${name} here`,
    advice:
      near !== undefined && near !== name ? `Did you mean ${near}?` : `Install it: \`npm install ${name}\`.`,
  };
}

function packageOf(written: string): string {
  const [first = "", second = ""] = written.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

function dependenciesOf(file: string): readonly string[] {
  const folder = dirname(file);
  if (folder === file) return [];
  const manifest = resolve(folder, "package.json");
  if (!existsSync(manifest)) return dependenciesOf(folder);
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
    return Object.keys({ ...dependencies, ...devDependencies });
  } catch {
    // Node says what is wrong with it where it needs it.
    return [];
  }
}

interface Manifest {
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

function firstLine(said: string): string {
  return (said.split("\n")[0] ?? said).replace(/\.$/, "");
}
