import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInstalled, isJavaScript, needsTransform } from "../hooks/file-kinds.js";
import { replacedImport, sourceInstead } from "../hooks/replaced-import.js";

/** An import as it is written. */
export interface WrittenImport {
  readonly specifier: string;
  /** Where it is written in the text. */
  readonly offset: number;
  /** Whether the module that is imported is loaded before this one runs. */
  readonly isStatic: boolean;
}

/** What a file imports and exports. */
export interface ParsedModule {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly WrittenImport[];
  /** The names of its exports, types included. */
  readonly exports: readonly string[];
}

/**
 * Reads files; gives nothing for what cannot be read. It is loaded where something is wrong, and where it is watched: loading a
 * module takes no parser.
 */
export async function moduleParser(): Promise<(file: string) => ParsedModule | undefined> {
  const { parseSync } = await import("rolldown/utils");
  return (file) => {
    const text = readText(file);
    if (text === undefined) return undefined;
    const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
    const imports: WrittenImport[] = [];
    const add = (request: Written | null | undefined, isStatic: boolean): void => {
      if (request === null || request === undefined) return;
      const specifier = request.value ?? literalOf(text.slice(request.start, request.end));
      if (specifier !== undefined) imports.push({ specifier, offset: request.start, isStatic });
    };
    for (const { moduleRequest, entries } of staticImports)
      if (entries.length === 0 || entries.some(({ isType }) => !isType)) add(moduleRequest, true);
    const exported = staticExports.flatMap(({ entries }) => entries);
    for (const { moduleRequest, isType } of exported) if (!isType) add(moduleRequest, true);
    for (const { moduleRequest } of dynamicImports) add(moduleRequest, false);
    for (const { specifier, offset } of requiresIn(text))
      imports.push({ specifier, offset, isStatic: false });
    return { file, text, imports, exports: exported.flatMap(({ exportName: { name } }) => name ?? []) };
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It is gone, nobody may read it, or it is a folder: whoever loads it says so.
    return undefined;
  }
}

interface Written {
  readonly value?: string;
  readonly start: number;
  readonly end: number;
}

function literalOf(code: string): string | undefined {
  return /^(["'`])([^"'`$]*)\1$/.exec(code)?.[2];
}

function requiresIn(text: string): readonly { readonly specifier: string; readonly offset: number }[] {
  const calls = text.matchAll(/(?<![.\w$])require\(\s*(["'])([^"'\n]+)\1\s*\)/g);
  return [...calls].map((call) => ({
    specifier: call[2] ?? "",
    offset: call.index + call[0].search(/["']/),
  }));
}

/** The file of an author's that an import leads to. Undefined for installed packages, and for what is not there. */
export function authorFile(specifier: string, importer: string): string | undefined {
  const url = replacedImport(specifier, pathToFileURL(importer).href);
  const path = url === undefined ? resolved(specifier, importer) : fileURLToPath(url);
  const isSource = path !== undefined && (needsTransform(path) || isJavaScript(path));
  return isSource && !isInstalled(path) ? path : undefined;
}

function resolved(specifier: string, importer: string): string | undefined {
  try {
    return createRequire(importer).resolve(specifier);
  } catch (error) {
    const path: unknown = Reflect.get(Object(error), "path");
    const instead = typeof path === "string" ? sourceInstead(pathToFileURL(path).href) : undefined;
    return instead === undefined ? undefined : fileURLToPath(instead);
  }
}
